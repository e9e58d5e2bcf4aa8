//! What is drawn, drawn again, and heard.
#![cfg(target_arch = "wasm32")]

mod page;

use page::{canvas, count, document, draw, drawn, find, get, js, settled, type_into};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlInputElement};
use widget::dom::{Handler, el, end, row};

wasm_bindgen_test_configure!(run_in_browser);

fn focused() -> String {
    document().active_element().unwrap().id()
}

/// A button for each of these.
fn buttons(ids: &[&str]) {
    el("div.buttons").inside(|| {
        for id in ids {
            row("button", id).attr("id", id).text(id);
        }
    });
}

#[wasm_bindgen_test]
fn text_is_text_and_never_markup() {
    let root = drawn(|| {
        el("p").text("<img src=x onerror=alert(1)>").attr("title", "\"><b>");
    });
    assert_eq!(count(&root, "img, b"), 0);
    assert_eq!(root.text_content().unwrap(), "<img src=x onerror=alert(1)>");
    assert_eq!(get(&root, "p").get_attribute("title").unwrap(), "\"><b>");
}

#[wasm_bindgen_test]
fn a_text_cannot_say_what_is_drawn() {
    let root = drawn(|| {
        row("p", "a\0>\0b").text("one\0.\0two\0<\0b\0").attr("title", "x\0=\0onclick\0alert(1)\0").id("p\0");
        el("p").text("after");
    });
    let first = get(&root, "p#tb-p");
    assert_eq!(first.text_content().unwrap(), "one.two<b");
    assert_eq!(first.get_attribute("title").unwrap(), "x=onclickalert(1)");
    assert_eq!((count(&root, "[onclick], b"), count(&root, "p")), (0, 2));
    assert_eq!(get(&root, "p + p").text_content().unwrap(), "after");
}

#[wasm_bindgen_test]
fn an_icon_is_svg_and_not_an_unknown_element() {
    let root = drawn(|| {
        el("svg").child(el("path"));
    });
    assert_eq!(get(&root, "path").namespace_uri().unwrap(), "http://www.w3.org/2000/svg");
}

#[wasm_bindgen_test]
fn parts_are_named_by_their_checkout() {
    let root = drawn(|| {
        el("label").refer("for", "name").child(el("input").id("name"));
    });
    assert_eq!(get(&root, "#tb-name").parent_element().unwrap().get_attribute("for").unwrap(), "tb-name");
}

#[wasm_bindgen_test]
fn what_stays_is_the_same_element_and_shows_what_was_drawn_last() {
    let (root, _) = canvas();
    let person = |name: &str| {
        el("p").attr_if(name != "Budi", "title", name).flag("hidden", name == "Budi").text(name);
    };
    draw(&root, || person("Sari"));
    let first = get(&root, "p[title=Sari]:not([hidden])");
    draw(&root, || person("Budi"));
    let second = get(&root, "p[hidden]:not([title])");
    assert_eq!((&first, second.text_content().unwrap()), (&second, "Budi".into()));
    draw(&root, || {});
    assert_eq!(root.child_element_count(), 1, "what stands beside a checkout is not the checkout's");
}

#[wasm_bindgen_test]
fn what_was_said_before_is_not_said_again() {
    let (root, _) = canvas();
    let drawing = || {
        el("p").attr("role", "status").text("one").child(el("b").text("two"));
    };
    draw(&root, drawing);
    js(
        "window.changes = new MutationObserver(() => {});
         changes.observe(arguments[0], {subtree: true, childList: true, characterData: true, attributes: true})",
        &[&root],
    );
    draw(&root, drawing);
    assert_eq!(js("return changes.takeRecords().length", &[]), JsValue::from(0));
}

#[wasm_bindgen_test]
fn what_comes_and_goes_leaves_its_neighbours_where_they_are() {
    let (root, _) = canvas();
    let drawing = |there: bool| {
        el("div").maybe(there.then(|| el("p.error").text("!"))).child(el("div.scroll"));
    };
    draw(&root, || drawing(true));
    js(
        "window.changes = new MutationObserver(() => {}); changes.observe(arguments[0], {childList: true})",
        &[&get(&root, "div")],
    );
    draw(&root, || drawing(false));
    let touched = js(
        "return changes.takeRecords().some(({removedNodes}) => [...removedNodes].some(({className}) => className === 'scroll'))",
        &[],
    );
    assert_eq!(touched, JsValue::FALSE, "what is moved loses where it was scrolled to");
    assert_eq!((count(&root, "p"), count(&root, ".scroll")), (0, 1));
}

#[wasm_bindgen_test]
fn the_focus_of_a_thing_that_is_gone_goes_to_its_neighbour() {
    let (root, _) = canvas();
    draw(&root, || buttons(&["fewer", "add"]));
    get(&root, "#fewer").focus().unwrap();
    draw(&root, || buttons(&["add"]));
    assert_eq!(focused(), "add");
}

#[wasm_bindgen_test]
fn a_button_that_opens_a_box_hands_the_focus_to_it() {
    let (root, _) = canvas();
    let drawing = |open: bool| {
        el("div").inside(|| {
            if open {
                el("textarea").attr("id", "box");
            }
            row("button", if open { "done" } else { "open" });
        });
    };
    draw(&root, || drawing(false));
    get(&root, "button").focus().unwrap();
    draw(&root, || drawing(true));
    assert_eq!(focused(), "box");
}

#[wasm_bindgen_test]
fn the_focus_goes_to_what_is_called_the_same() {
    let (root, _) = canvas();
    draw(&root, || {
        el("div").child(el("a").attr("href", "#")).child(el("button.add").attr("id", "more"));
    });
    get(&root, "#more").focus().unwrap();
    draw(&root, || {
        el("div").child(el("a").attr("href", "#")).child(el("button.step").attr("id", "more"));
    });
    assert_eq!(focused(), "more");
}

#[wasm_bindgen_test]
fn rows_keep_their_elements_and_their_focus_while_their_keys_stay() {
    let (root, _) = canvas();
    draw(&root, || buttons(&["a", "b", "c"]));
    let (first, last) = (get(&root, "#a"), get(&root, "#c"));
    first.focus().unwrap();
    draw(&root, || buttons(&["c", "x", "a"]));
    let buttons = root.query_selector_all("button").unwrap();
    let order: Vec<String> =
        (0..3).map(|index| buttons.item(index).unwrap().unchecked_into::<Element>().id()).collect();
    assert_eq!(order, ["c", "x", "a"]);
    assert!(find(&root, "#b").is_none());
    assert_eq!((get(&root, "#a"), get(&root, "#c")), (first, last));
    assert_eq!(focused(), "a");
}

#[wasm_bindgen_test]
fn what_is_being_typed_stays_until_it_is_said() {
    let (root, _) = canvas();
    let drawing = || {
        el("input").value("2").on("change", Handler::numbered(0));
    };
    draw(&root, drawing);
    let value = || get(&root, "input").unchecked_into::<HtmlInputElement>().value();
    type_into(&root, "input", "12", "input");
    draw(&root, drawing);
    assert_eq!(value(), "12");
    type_into(&root, "input", "many", "change");
    draw(&root, drawing);
    assert_eq!(value(), "2");
}

#[wasm_bindgen_test]
async fn what_happens_is_heard_with_what_the_control_holds() {
    let (root, heard) = canvas();
    draw(&root, || {
        el("input").on("input", Handler::numbered(4)).on_key("Enter", Handler::numbered(5));
    });
    type_into(&root, "input", "Sari", "input");
    for key in ["Enter", "a"] {
        js(
            "arguments[0].dispatchEvent(new KeyboardEvent('keydown', {key: arguments[1]}))",
            &[&get(&root, "input"), &key.into()],
        );
    }
    settled().await;
    assert_eq!(*heard.borrow(), [(Some(4), "Sari".to_owned()), (Some(5), "Sari".to_owned())]);
}

#[wasm_bindgen_test]
async fn what_is_drawn_before_a_press_is_heard_does_not_change_what_was_pressed() {
    let (root, heard) = canvas();
    // The page's own script puts a thing into the cart, and presses in the same task.
    let drawing = |before: bool| {
        el("div").inside(|| {
            if before {
                row("button", "remove").attr("id", "remove").on_press(Handler::numbered(0));
            }
            row("button", "next").attr("id", "next").on_press(Handler::numbered(u32::from(before)));
            if !before {
                row("button", "help").attr("id", "help").on_press(Handler::numbered(1));
            }
        });
    };
    draw(&root, || drawing(false));
    get(&root, "#next").click();
    get(&root, "#help").click();
    draw(&root, || drawing(true));
    settled().await;
    let next = (Some(1), String::new());
    assert_eq!(*heard.borrow(), [next], "what is gone was not pressed, and no event of the page");
}

#[wasm_bindgen_test]
async fn a_row_of_a_list_is_pressed_like_a_button() {
    let (root, heard) = canvas();
    draw(&root, || {
        el("ul").child(el("li").on_press(Handler::numbered(1)));
    });
    get(&root, "li").click();
    settled().await;
    assert_eq!(*heard.borrow(), [(Some(1), "0".to_owned())], "the number that such a row has");
}

#[wasm_bindgen_test]
async fn nobody_left_what_was_taken_off_the_page() {
    let (root, heard) = canvas();
    draw(&root, || {
        el("div").child(el("input").on("blur", Handler::numbered(0)));
    });
    let input = get(&root, "input");
    input.focus().unwrap();
    input.blur().unwrap();
    settled().await;
    assert_eq!(heard.borrow().len(), 1);
    input.focus().unwrap();
    draw(&root, || drop(el("div")));
    js("arguments[0].dispatchEvent(new Event('blur'))", &[&input]);
    settled().await;
    assert_eq!(heard.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_form_is_not_sent_and_a_link_within_is_not_followed() {
    let (root, heard) = canvas();
    draw(&root, || {
        el("form").on("submit", Handler::numbered(0)).child(el("button"));
        el("a").attr("href", "#elsewhere").on_press(Handler::numbered(1));
    });
    js(
        "window.own = [];
         for (const name of ['submit', 'click']) arguments[0].addEventListener(name, (event) => {
           own.push(event.target.tagName + ' ' + event.defaultPrevented);
           event.preventDefault();
         });",
        &[&root],
    );
    js("arguments[0].requestSubmit()", &[&get(&root, "form")]);
    get(&root, "a").click();
    settled().await;
    assert_eq!(heard.borrow().len(), 2);
    assert_eq!(js("return own.join()", &[]), JsValue::from("FORM true,A true"));
}

#[wasm_bindgen_test]
async fn a_picture_that_does_not_come_leaves_its_place() {
    let (root, _) = canvas();
    let drawing = || {
        row("img", "data:,").attr("src", "data:,");
    };
    draw(&root, drawing);
    page::until(|| find(&root, "img[hidden]")).await;
    draw(&root, drawing);
    settled().await;
    assert_eq!(count(&root, "img[hidden]"), 1, "it is not asked for again");
}

#[wasm_bindgen_test]
async fn nothing_is_heard_and_nothing_stands_there_after_the_end() {
    let (root, heard) = canvas();
    draw(&root, || {
        el("div.tb");
    });
    js("window.dispatchEvent(new Event('online'))", &[]);
    settled().await;
    assert_eq!(*heard.borrow(), [(None, "online".to_owned())]);
    end(&root);
    js("window.dispatchEvent(new Event('online'))", &[]);
    settled().await;
    assert_eq!((heard.borrow().len(), root.child_element_count()), (1, 0));
}

#[wasm_bindgen_test]
fn a_translation_stays_as_long_as_its_text() {
    let (root, _) = canvas();
    let drawing = |label: &str| {
        el("p").text(label).child(el("b").text("Rp 0"));
    };
    draw(&root, || drawing("Lanjut"));
    js(
        "const font = document.createElement('font'); font.append('Continue'); arguments[0].firstChild.replaceWith(font)",
        &[&get(&root, "p")],
    );
    draw(&root, || drawing("Lanjut"));
    assert_eq!(get(&root, "p").text_content().unwrap(), "ContinueRp 0");
    draw(&root, || drawing("Pesan"));
    assert_eq!(get(&root, "p").text_content().unwrap(), "PesanRp 0");
}

#[wasm_bindgen_test]
fn what_others_put_beside_a_field_stays() {
    let (root, _) = canvas();
    let drawing = |there: bool| {
        el("div.field").maybe(there.then(|| el("label"))).child(el("input"));
    };
    draw(&root, || drawing(true));
    js("arguments[0].append(document.createElement('password-keeper'))", &[&get(&root, ".field")]);
    draw(&root, || drawing(false));
    assert_eq!((count(&root, "password-keeper"), count(&root, "label")), (1, 0));
}

#[wasm_bindgen_test]
fn a_list_to_pick_from_shows_what_is_picked() {
    let (root, _) = canvas();
    let drawing = |picked: &str| {
        let list = el("select").inside(|| {
            for code in ["", "40132", "40135"] {
                el("option").attr("value", code).text(code);
            }
        });
        list.value(picked);
    };
    let picked = || js("return arguments[0].value", &[&get(&root, "select")]).as_string().unwrap();
    for code in ["40135", "", "40132"] {
        draw(&root, || drawing(code));
        assert_eq!(picked(), code);
    }
}

#[wasm_bindgen_test]
fn a_checkout_that_draws_while_another_draws_disturbs_neither() {
    let ((one, _), (other, _)) = (canvas(), canvas());
    draw(&one, || {
        el("div.outer").inside(|| {
            draw(&other, || drop(el("p").id("inner")));
            el("p").text("after");
        });
    });
    assert_eq!(get(&one, ".outer").text_content().unwrap(), "after");
    assert_eq!((count(&one, "p"), count(&other, "#tb-inner")), (1, 1));
}

//! The builder and what follows signals.
#![cfg(target_arch = "wasm32")]

mod page;

use std::cell::Cell;
use std::rc::Rc;

use page::{count, document, draw, find, get, plain, settled};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use widget::dom::{el, part, svg};
use widget::signal::{Signal, derived};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn text_is_text_and_never_markup() {
    let (root, _owner) = draw(|| el("p").text("<img src=x onerror=alert(1)>").attr("title", "\"><b>"));
    assert_eq!(count(&root, "img, b"), 0);
    assert_eq!(root.text_content().unwrap(), "<img src=x onerror=alert(1)>");
    assert_eq!(get(&root, "p").get_attribute("title").unwrap(), "\"><b>");
}

#[wasm_bindgen_test]
fn an_icon_is_svg_and_not_an_unknown_element() {
    let (root, _owner) = draw(|| svg("svg").child(svg("path")));
    assert_eq!(get(&root, "path").namespace_uri().unwrap(), "http://www.w3.org/2000/svg");
}

#[wasm_bindgen_test]
async fn text_and_attributes_follow_their_signals() {
    let name = Signal::new("Sari".to_owned());
    let (text, title) = (name.clone(), name.clone());
    let (root, _owner) = draw(move || {
        el("p")
            .live_text(move || text.get())
            .live_attr("title", move || Some(title.get()).filter(|it| it != "Budi"))
    });
    assert_eq!(get(&root, "p[title=Sari]").text_content().unwrap(), "Sari");
    name.set("Budi".into());
    settled().await;
    assert_eq!(get(&root, "p:not([title])").text_content().unwrap(), "Budi");
}

#[wasm_bindgen_test]
async fn many_changes_cost_one_drawing() {
    let (number, drawings) = (Signal::new(0), Rc::new(Cell::new(0)));
    let (read, counted) = (number.clone(), Rc::clone(&drawings));
    let (_root, _owner) = draw(move || {
        plain().live_text(move || {
            counted.set(counted.get() + 1);
            read.get().to_string()
        })
    });
    for next in 1..=10 {
        number.set(next);
    }
    number.set(10);
    settled().await;
    assert_eq!(drawings.get(), 2);
}

#[wasm_bindgen_test]
async fn a_derived_signal_keeps_still_when_its_part_does() {
    let (number, drawings) = (Signal::new(1), Rc::new(Cell::new(0)));
    let (read, counted) = (number.clone(), Rc::clone(&drawings));
    let (root, _owner) = draw(move || {
        let even = derived(move || read.get() % 2 == 0);
        plain().live_text(move || {
            counted.set(counted.get() + 1);
            even.get().to_string()
        })
    });
    number.set(3);
    settled().await;
    assert_eq!(drawings.get(), 1);
    number.set(4);
    settled().await;
    assert_eq!(root.text_content().unwrap(), "true");
}

#[wasm_bindgen_test]
async fn who_holds_the_focus_keeps_it_when_its_place_is_drawn_again() {
    let label = Signal::new("one".to_owned());
    let read = label.clone();
    let (root, _owner) = draw(move || {
        plain().live(move || {
            vec![el("button").attr("id", "first"), el("button").attr("id", "second").text(&read.get())]
        })
    });
    get(&root, "#second").focus().unwrap();
    label.set("two".into());
    settled().await;
    let active = document().active_element().unwrap();
    assert_eq!((active.id(), active.text_content().unwrap()), ("second".into(), "two".into()));
}

#[wasm_bindgen_test]
async fn the_focus_of_a_thing_that_is_gone_goes_to_its_neighbour() {
    let there = Signal::new(true);
    let read = there.clone();
    let (root, _owner) = draw(move || {
        plain().live(move || {
            let fewer = read.get().then(|| el("button").attr("id", "fewer"));
            fewer.into_iter().chain([el("button").attr("id", "add")]).collect()
        })
    });
    get(&root, "#fewer").focus().unwrap();
    there.set(false);
    settled().await;
    assert_eq!(document().active_element().unwrap().id(), "add");
}

#[wasm_bindgen_test]
async fn a_button_that_opens_a_box_hands_the_focus_to_it() {
    let open = Signal::new(false);
    let read = open.clone();
    let (root, _owner) = draw(move || {
        plain().live(move || {
            if read.get() {
                vec![el("textarea").attr("id", "box"), el("button").attr("id", "done")]
            } else {
                vec![el("button").attr("id", "opener")]
            }
        })
    });
    get(&root, "#opener").focus().unwrap();
    open.set(true);
    settled().await;
    assert_eq!(document().active_element().unwrap().id(), "box");
}

#[wasm_bindgen_test]
async fn rows_keep_their_elements_while_their_keys_stay() {
    let keys = Signal::new(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]);
    let read = keys.clone();
    let (root, _owner) =
        draw(move || part("ul", "rows").rows(move || read.get(), |key| el("li").attr("id", key)));
    let (first, last) = (get(&root, "#a"), get(&root, "#c"));
    keys.set(vec!["c".into(), "x".into(), "a".into()]);
    settled().await;
    let order: Vec<String> = (0..3)
        .map(|index| {
            root.query_selector_all("li")
                .unwrap()
                .item(index)
                .unwrap()
                .unchecked_into::<web_sys::Element>()
                .id()
        })
        .collect();
    assert_eq!(order, ["c", "x", "a"]);
    assert!(find(&root, "#b").is_none());
    assert_eq!((get(&root, "#a"), get(&root, "#c")), (first, last));
}

#[wasm_bindgen_test]
async fn nothing_runs_and_nothing_is_kept_after_the_end() {
    let (number, presses, held) = (Signal::new(0), Rc::new(Cell::new(0)), Rc::new(()));
    let (read, counted) = (number.clone(), Rc::clone(&presses));
    let (in_text, in_listener, in_row) = (Rc::clone(&held), Rc::clone(&held), Rc::clone(&held));
    let (root, owner) = draw(move || {
        el("button")
            .live_text(move || {
                let _ = &in_text;
                read.get().to_string()
            })
            .on_press(move || {
                let _ = &in_listener;
                counted.set(counted.get() + 1);
            })
            .child(plain().rows(
                || vec!["row".to_owned()],
                move |_| {
                    let kept = Rc::clone(&in_row);
                    plain().on_press(move || drop(Rc::clone(&kept)))
                },
            ))
    });
    get(&root, "button").click();
    owner.cleanup();
    get(&root, "button").click();
    number.set(7);
    settled().await;
    assert_eq!(presses.get(), 1);
    assert!(get(&root, "button").text_content().unwrap().starts_with('0'));
    assert_eq!(Rc::strong_count(&held), 1, "a closure outlived its owner");
}

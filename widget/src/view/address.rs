//! Where the parcel goes: district, postal code, street.

use super::details::{control, input_with};
use super::district::district;
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::Input;
use crate::flow::view::AddressView;
use crate::signal::{Signal, derived};

/// The address, as a card of the details.
pub(crate) fn address(app: App) -> El {
    part("section", "tb-card tb-fields")
        .attr("aria-labelledby", &app.id("address"))
        .child(part("h3", "tb-subtitle").attr("id", &app.id("address")).text(app.words.parcel.address))
        .child(district(app))
        .child(postal_code(app))
        .child(street(app))
}

/// A part of what is known of the address.
pub(super) fn view<T: PartialEq + Clone + Default + 'static>(
    app: App,
    of: fn(&AddressView) -> T,
) -> Signal<T> {
    derived(move || {
        let details = app.details.read();
        details.as_ref().and_then(|details| details.address.as_ref()).map(of).unwrap_or_default()
    })
}

/// Comes with the district: typed where it is not known, picked where there are several.
fn postal_code(app: App) -> El {
    let codes =
        view(app, |view| view.postal_code.as_ref().map(|postal| (postal.loading, postal.codes.clone())));
    part("div", "tb-fields-inner").live(move || match codes.read().as_ref() {
        None => Vec::new(),
        Some((true, _)) => vec![awaited(app)],
        Some((false, codes)) => {
            let typed = || control(app, Input::PostalCode);
            let control = if codes.len() > 1 { choice(app, codes) } else { typed() };
            vec![input_with(app, Input::PostalCode, control)]
        }
    })
}

/// The shape of the field, until it is known whether to type or to pick.
fn awaited(app: App) -> El {
    part("div", "tb-field")
        .attr("aria-hidden", "true")
        .child(part("p", "tb-label").text(app.words.label(Input::PostalCode)))
        .child(part("span", "tb-bone tb-bone-input"))
}

fn choice(app: App, codes: &[String]) -> El {
    let option = |value: &str, label: &str| el("option").attr("value", value).text(label);
    part("select", "tb-input tb-select")
        .attr("name", "postal-code")
        .attr("autocomplete", "shipping postal-code")
        .child(option("", app.words.parcel.postal_pick))
        .children(each(codes, |code| option(code, code)))
}

fn street(app: App) -> El {
    let (vague, advice) = (view(app, |view| view.street_is_short), app.words.parcel.street_vague);
    el("div").child(input_with(app, Input::Street, control(app, Input::Street))).child(
        part("p", "tb-advice")
            .attr("role", "status")
            .live_text(move || if vague.get() { advice.to_owned() } else { String::new() }),
    )
}

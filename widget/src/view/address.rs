//! Where the parcel goes: district, postal code, street.

use super::details::{input, line, lines};
use super::district::district;
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::Input;
use crate::flow::view::{AddressView, PostalCodeView};

/// The address, as a card of the details.
pub(crate) fn address(app: App, view: &AddressView) -> El {
    el("section.tb-card.tb-fields")
        .refer("aria-labelledby", "address")
        .child(el("h3.tb-subtitle").id("address").text(app.words.parcel.address))
        .child(district(app, &view.district))
        .child(el("div.tb-fields-inner").maybe(view.postal_code.as_ref().map(|view| postal_code(app, view))))
        .child(street(app, view))
}

/// Comes with the district: typed where it is not known, picked where there are several.
fn postal_code(app: App, view: &PostalCodeView) -> El {
    if view.loading {
        return awaited(app);
    }
    input(app, Input::PostalCode, &view.input, || {
        if view.codes.len() > 1 {
            return choice(app, &view.codes);
        }
        line("text", "postal-code")
            .attr("inputmode", "numeric")
            .attr("maxlength", "5")
            .attr("autocomplete", "shipping postal-code")
    })
}

/// The shape of the field, until it is known whether to type or to pick.
fn awaited(app: App) -> El {
    el("div.tb-field")
        .attr("aria-hidden", "true")
        .child(el("p.tb-label").text(app.words.label(Input::PostalCode)))
        .child(el("span.tb-bone.tb-bone-input"))
}

fn choice(app: App, codes: &[String]) -> El {
    let option = |value: &str, label: &str| el("option").attr("value", value).text(label);
    el("select.tb-input.tb-select")
        .attr("name", "postal-code")
        .attr("autocomplete", "shipping postal-code")
        .inside(|| {
            option("", app.words.parcel.postal_pick);
            for code in codes {
                option(code, code);
            }
        })
}

fn street(app: App, view: &AddressView) -> El {
    let advice = if view.street_is_short { app.words.parcel.street_vague } else { "" };
    row("div", "street")
        .child(input(app, Input::Street, &view.street, || {
            lines("street-address").attr("autocomplete", "shipping street-address")
        }))
        .child(el("p.tb-advice").attr("role", "status").text(advice))
}

//! What stands around the steps: the root, the live region, the screens.

use super::parts::skeleton;
use super::{cart, closing, ending, notice, products, progress, store};
use crate::app::App;
use crate::dom::{El, el, row};
use crate::flow::view::Screen;
use crate::flow::{Flow, Step};
use crate::later::{here, is_late};

/// The whole checkout.
pub(crate) fn checkout(app: App, flow: &Flow) -> El {
    el("div.tb")
        .attr("lang", app.words.lang)
        .id("root")
        .flag("data-plain", app.plain)
        .child(closing::question(app))
        .child(el("p.tb-sr").attr("role", "status").text(&app.said.borrow()))
        .child(el("div.tb-screen").child(screen(app, flow, &flow.screen())))
}

fn screen(app: App, flow: &Flow, screen: &Screen) -> El {
    if !matches!(screen, Screen::Step(_)) {
        app.spread.take();
        app.unfolded.set(None);
    }
    match screen {
        Screen::Loading if is_late() => ending::late(app),
        Screen::Loading => skeleton(app.words.loading, app.words.loading_slowly),
        Screen::Failed(trouble) => ending::failed(app, *trouble),
        Screen::Step(step) => steps(app, flow, *step),
        // Nothing after the products is shown before it is there.
        Screen::Unsettled | Screen::Placed => {
            here().map_or_else(|| el("div"), |later| (later.ending)(app, flow, screen))
        }
    }
}

fn steps(app: App, flow: &Flow, step: Step) -> El {
    app.copied.set(None);
    if step != Step::Products {
        app.spread.take();
    }
    let (marks, cart) = (flow.progress(), flow.cart_view());
    let order = here().filter(|_| step == Step::Review).and_then(|later| (later.order)(app, flow));
    el("div.tb-steps")
        .child(progress::marks(app, &marks))
        .child(
            el("div.tb-main").child(
                row("section.tb-section", &progress::number(&marks, step).to_string())
                    .refer("aria-labelledby", "heading")
                    .child(progress::heading(app, &marks, step))
                    .child(notice::alert(app, cart.as_ref(), order.as_ref()))
                    .maybe((step != Step::Review).then(|| progress::finished(app, &marks)))
                    .inside(|| body(app, flow, step)),
            ),
        )
        .inside(|| {
            if let Some(view) = &cart {
                cart::cart(app, step, view, order.as_ref());
            }
        })
}

fn body(app: App, flow: &Flow, step: Step) {
    match step {
        Step::Store => drop(store::stores(app, flow)),
        Step::Products => drop(products::products(app, flow)),
        _ => {
            if let Some(later) = here() {
                (later.step)(app, flow, step);
            }
        }
    }
}

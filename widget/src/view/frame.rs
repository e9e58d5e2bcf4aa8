//! What stands around the steps: the root, the live region, the screens.

use super::parts::skeleton;
use super::{cart, closing, ending, notice, products, progress, store};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::flow::Step;
use crate::flow::view::Screen;
use crate::later::{Later, here, is_late};
use crate::signal::derived;

/// The whole checkout.
pub(crate) fn checkout(app: App) -> El {
    part("div", "tb")
        .attr("lang", app.words.lang)
        .attr("id", &app.id("root"))
        .child(closing::question(app))
        .child(part("p", "tb-sr").attr("role", "status").live_text(move || app.said.get()))
        .child(screens(app))
}

/// Which screen, without which step: so that what stands around the steps stays.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Loading,
    Late,
    Failed,
    Steps,
    Unsettled,
    Placed,
}

fn screens(app: App) -> El {
    let kind = derived(move || match *app.screen.read() {
        Screen::Loading if is_late() => Kind::Late,
        Screen::Loading => Kind::Loading,
        Screen::Failed(_) => Kind::Failed,
        Screen::Step(_) => Kind::Steps,
        Screen::Unsettled => Kind::Unsettled,
        Screen::Placed => Kind::Placed,
    });
    part("div", "tb-screen").live(move || {
        vec![match kind.get() {
            Kind::Loading => skeleton(app.words.loading, app.words.loading_slowly),
            Kind::Late => ending::late(app),
            Kind::Failed => ending::failed(app),
            Kind::Steps => steps(app),
            Kind::Unsettled => later(|later| (later.ending)(app, &Screen::Unsettled)),
            Kind::Placed => later(|later| (later.ending)(app, &Screen::Placed)),
        }]
    })
}

fn steps(app: App) -> El {
    let step = derived(move || match *app.screen.read() {
        Screen::Step(step) => step,
        _ => Step::Products,
    });
    let shown = step.clone();
    let main = part("div", "tb-main").live(move || vec![one(app, shown.get())]);
    part("div", "tb-steps").child(progress::marks(app)).child(main).child(cart::cart(app, step))
}

fn one(app: App, step: Step) -> El {
    match step {
        Step::Store => section(app, step, None, store::stores(app)),
        Step::Products => section(app, step, None, products::products(app)),
        _ => later(|later| (later.step)(app, step)),
    }
}

/// Nothing after the products is shown before it is there.
fn later(draw: impl FnOnce(&Later) -> El) -> El {
    here().map_or_else(|| el("div"), draw)
}

/// A step with its heading, and what is said above it.
pub(super) fn section(app: App, step: Step, news: Option<El>, body: El) -> El {
    part("section", "tb-section")
        .attr("aria-labelledby", &app.id("heading"))
        .child(progress::heading(app, step))
        .child(notice::alert(app, step))
        .maybe((step != Step::Review).then(|| progress::finished(app)))
        .maybe(news)
        .child(body)
}

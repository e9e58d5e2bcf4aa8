//! What stands around the steps: the root, the live region, the screens.

use super::parts::skeleton;
use super::{cart, closing, delivery, details, ending, notice, payment, products, progress, review, store};
use crate::app::App;
use crate::dom::{El, part};
use crate::flow::Step;
use crate::flow::view::Screen;
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
    Failed,
    Steps,
    Unsettled,
    Placed,
}

fn screens(app: App) -> El {
    let kind = derived(move || match *app.screen.read() {
        Screen::Loading => Kind::Loading,
        Screen::Failed(_) => Kind::Failed,
        Screen::Step(_) => Kind::Steps,
        Screen::Unsettled => Kind::Unsettled,
        Screen::Placed => Kind::Placed,
    });
    part("div", "tb-screen").live(move || {
        vec![match kind.get() {
            Kind::Loading => skeleton(app.words.loading, app.words.loading_slowly),
            Kind::Failed => ending::failed(app),
            Kind::Steps => steps(app),
            Kind::Unsettled => ending::unsettled(app),
            Kind::Placed => ending::placed(app),
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
    let body = match step {
        Step::Store => store::stores(app),
        Step::Products => products::products(app),
        Step::Details => details::details(app),
        Step::Delivery => delivery::delivery(app),
        Step::Payment => payment::payment(app),
        Step::Review => review::review(app),
    };
    part("section", "tb-section")
        .attr("aria-labelledby", &app.id("heading"))
        .child(progress::heading(app, step))
        .child(notice::alert(app, step))
        .maybe((step != Step::Review).then(|| progress::finished(app)))
        .maybe((step > Step::Details).then(|| notice::news(app)))
        .child(body)
}

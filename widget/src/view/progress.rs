//! Where the shopper is: numbered steps, the heading, what is finished.

use super::parts::{Icon, button, icon};
use crate::app::App;
use crate::dom::{El, el, part};
use crate::each::each;
use crate::flow::view::{Mark, MarkState};
use crate::flow::{Event, Step};
use shared::text::concat;

/// The numbered steps.
pub(crate) fn marks(app: App) -> El {
    el("nav")
        .attr("class", "tb-progress")
        .attr("aria-label", app.words.progress)
        .child(part("ol", "tb-marks").live(move || each(&app.progress.read(), |mark| one(app, mark))))
}

fn one(app: App, mark: &Mark) -> El {
    let number = part("span", "tb-mark-number");
    let name = part("span", "tb-mark-name").text(app.words.step(mark.step));
    let item = part("li", "tb-mark");
    match mark.state {
        MarkState::Done => {
            let step = mark.step;
            item.attr("data-state", "done").child(
                button("tb-mark-button")
                    .attr("id", &app.id(&concat(&["mark-", &mark.number.to_string()])))
                    .child(number.child(icon(Icon::Check)))
                    .child(name)
                    .on_press(move || app.send(Event::StepWanted(step))),
            )
        }
        MarkState::Current => item
            .attr("data-state", "current")
            .attr("aria-current", "step")
            .child(number.text(&mark.number.to_string()))
            .child(name),
        MarkState::Ahead => item.child(number.text(&mark.number.to_string())).child(name),
    }
}

/// The step's heading, which takes the focus when the step is shown.
pub(crate) fn heading(app: App, step: Step) -> El {
    part("header", "tb-heading").child(part("div", "tb-heading-back").live_maybe(move || back(app))).child(
        part("div", "tb-heading-text")
            .child(part("p", "tb-muted tb-small").live_text(move || place(app, step)))
            .child(
                part("h2", "tb-title")
                    .attr("id", &app.id("heading"))
                    .attr("tabindex", "-1")
                    .text(app.words.step(step)),
            ),
    )
}

fn place(app: App, step: Step) -> String {
    let marks = app.progress.read();
    let number = marks.iter().find(|mark| mark.step == step).map_or(1, |mark| usize::from(mark.number));
    app.words.step_of(number, marks.len())
}

fn back(app: App) -> Option<El> {
    let is_first = app.progress.read().first().is_none_or(|first| first.state == MarkState::Current);
    (!is_first).then(|| {
        button("tb-round")
            .attr("id", &app.id("back"))
            .attr("aria-label", app.words.back)
            .child(icon(Icon::Back))
            .on_press(move || app.send(Event::Back))
    })
}

/// The finished steps, each in one line with a way back to it.
pub(crate) fn finished(app: App) -> El {
    part("ul", "tb-finished").live(move || {
        each(&app.progress.read(), |mark| {
            let done = mark.state == MarkState::Done && !mark.summary.is_empty();
            done.then(|| summary(app, mark))
        })
    })
}

fn summary(app: App, mark: &Mark) -> El {
    let label = app.words.step(mark.step);
    part("li", "tb-finished-row")
        .child(part("span", "tb-muted").text(label))
        .child(part("span", "tb-finished-text").text(&mark.summary))
        .child(change(app, mark.step, "finished"))
}

/// "Change", back to a step.
pub(crate) fn change(app: App, step: Step, place: &str) -> El {
    let label = app.words.step(step);
    let id = app.id(&concat(&[place, "-", label]).replace(' ', "-"));
    button("tb-text-button")
        .attr("id", &id)
        .text(app.words.change)
        .child(part("span", "tb-sr").text(" ").text(label))
        .on_press(move || app.send(Event::StepWanted(step)))
}

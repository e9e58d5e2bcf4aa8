//! Where the shopper is: numbered steps, the heading, what is finished.

use super::parts::{Icon, button, icon};
use crate::app::App;
use crate::dom::{El, el};
use crate::flow::view::{Mark, MarkState};
use crate::flow::{Event, Step};
use shared::text::concat;

/// The numbered steps.
pub(crate) fn marks(app: App, marks: &[Mark]) -> El {
    el("nav.tb-progress").attr("aria-label", app.words.progress).child(el("ol.tb-marks").inside(|| {
        for mark in marks {
            one(app, mark);
        }
    }))
}

fn one(app: App, mark: &Mark) -> El {
    let number = mark.number.to_string();
    let name = || el("span.tb-mark-name").text(app.words.step(mark.step));
    let item = el("li.tb-mark");
    match mark.state {
        MarkState::Done => item.attr("data-state", "done").child(
            button("button.tb-mark-button", &concat(&["mark-", &number]))
                .child(el("span.tb-mark-number").child(icon(Icon::Check)))
                .child(name())
                .on_press(app.tell(Event::StepWanted(mark.step))),
        ),
        state => {
            let current = state == MarkState::Current;
            item.attr_if(current, "data-state", "current")
                .attr_if(current, "aria-current", "step")
                .child(el("span.tb-mark-number").text(&number))
                .child(name())
        }
    }
}

/// The step's heading, which takes the focus when the step is shown.
pub(crate) fn heading(app: App, marks: &[Mark], step: Step) -> El {
    let is_first = marks.first().is_none_or(|first| first.state == MarkState::Current);
    el("header.tb-heading").child(el("div.tb-heading-back").maybe((!is_first).then(|| back(app)))).child(
        el("div.tb-heading-text")
            .child(el("p.tb-muted.tb-small").text(&app.words.step_of(number(marks, step), marks.len())))
            .child(el("h2.tb-title").id("heading").attr("tabindex", "-1").text(app.words.step(step))),
    )
}

/// Which one of the steps it is, from 1.
pub(crate) fn number(marks: &[Mark], step: Step) -> usize {
    marks.iter().find(|mark| mark.step == step).map_or(1, |mark| usize::from(mark.number))
}

fn back(app: App) -> El {
    button("button.tb-round", "back")
        .attr("aria-label", app.words.back)
        .child(icon(Icon::Back))
        .on_press(app.tell(Event::Back))
}

/// The finished steps, each in one line with a way back to it.
pub(crate) fn finished(app: App, marks: &[Mark]) -> El {
    el("ul.tb-finished").inside(|| {
        for mark in marks {
            if mark.state == MarkState::Done && !mark.summary.is_empty() {
                summary(app, mark);
            }
        }
    })
}

fn summary(app: App, mark: &Mark) -> El {
    el("li.tb-finished-row")
        .child(el("span.tb-muted").text(app.words.step(mark.step)))
        .child(el("span.tb-finished-text").text(&mark.summary))
        .child(change(app, mark.step, "finished"))
}

/// "Change", back to a step.
pub(crate) fn change(app: App, step: Step, place: &str) -> El {
    let label = app.words.step(step);
    button("button.tb-text-button", &concat(&[place, "-", label]).replace(' ', "-"))
        .text(app.words.change)
        .child(el("span.tb-sr").text(" ").text(label))
        .on_press(app.tell(Event::StepWanted(step)))
}

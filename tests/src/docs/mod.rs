//! The documentation as a site: the Markdown of `www/docs` is drawn when it is asked for, so what a
//! browser shows is what the repository says.

#[cfg(test)]
mod claims;
mod frame;
mod highlight;
mod menu;
mod place;
mod render;
#[cfg(test)]
mod snippet;

#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use crate::stage::paths;

use self::menu::Menu;
use self::place::Place;

/// What a path below `/docs/` names.
pub enum Answer {
    /// A page, drawn.
    Page(String),
    /// A file that a page shows.
    File(PathBuf),
}

/// The page or picture of `path`, which begins behind `/docs/`.
pub fn answer(path: &str) -> Option<Answer> {
    if path.strip_suffix(".png").is_some() {
        return place::inside(path).map(|file| Answer::File(home().join(file)));
    }
    let place = Place::of_url(path)?;
    let markdown = fs::read_to_string(home().join(place.file())).ok()?;
    let menu = Menu::of(place.language)?;
    Some(Answer::Page(frame::page(&place, &render::draw(&markdown), &menu)))
}

/// Every path that [`answer`] knows, pages and pictures.
pub fn addresses() -> Vec<String> {
    let mut found = Vec::new();
    visit(&home(), &mut found);
    let below = |path: &PathBuf| Some(path.strip_prefix(home()).ok()?.to_str()?.to_owned());
    found.iter().filter_map(below).map(|path| place::address(&path)).collect()
}

fn visit(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            visit(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "png") {
            found.push(path);
        }
    }
}

/// The folder of the Markdown.
fn home() -> PathBuf {
    paths::root().join("www/docs")
}

//! Pictures of everything for sale, drawn in SVG: flat shapes, warm colours, batik.
//!
//! A picture is a [`Motif`] on a [`scene`], in the colours of a [`Palette`], where
//! cloth carries a [`Cloth`] and covers carry words. Every canvas is 400 × 400.

mod cloth;
mod draw;
mod motif;
pub(super) mod palette;
mod scene;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::answer::Refusal;
use super::catalogue::Catalogue;
pub(super) use cloth::Cloth;
pub(super) use motif::Motif;
pub(super) use palette::Palette;

/// One picture.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    motif: Motif,
    palette: &'static Palette,
    cloth: Cloth,
    title: &'static str,
    note: &'static str,
}

impl Picture {
    /// A motif in these colours.
    pub(super) const fn of(motif: Motif, palette: &'static Palette) -> Self {
        Self { motif, palette, cloth: Cloth::Plain, title: "", note: "" }
    }

    /// What its cloth carries.
    pub(super) const fn cloth(self, cloth: Cloth) -> Self {
        Self { cloth, ..self }
    }

    /// Words on its cover or label.
    pub(super) const fn title(self, title: &'static str) -> Self {
        Self { title, ..self }
    }

    /// Small words below.
    pub(super) const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    /// The same in other colours.
    pub(super) const fn with_palette(self, palette: &'static Palette) -> Self {
        Self { palette, ..self }
    }

    /// The whole document.
    pub(super) fn svg(&self) -> String {
        let pattern = self.cloth.pattern(self.palette);
        let scene = scene::behind(self.motif.stage(), self.palette);
        let thing = self.motif.draw(self);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">
<defs>{pattern}</defs>{scene}{thing}</svg>"#
        )
    }
}

/// `GET /images/{name}.svg`
pub(super) async fn serve(Path(name): Path<String>) -> Result<Response, Refusal> {
    let picture = name.strip_suffix(".svg").and_then(|name| Catalogue::get().picture(name));
    let picture = picture.ok_or(Refusal::NOT_FOUND)?;
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")];
    Ok((headers, picture.svg()).into_response())
}

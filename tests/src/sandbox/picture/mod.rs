//! Pictures of everything for sale, drawn in SVG: flat shapes, warm colours, batik.

pub(super) mod palette;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::answer::Refusal;
use super::catalogue::Catalogue;
pub(super) use palette::Palette;

#[derive(Debug, Clone, Copy)]
pub(super) enum Motif {
    Logo,
    Shirt,
    LongShirt,
    Blouse,
    Dress,
    Kimono,
    Skirt,
    Trousers,
    Folded,
    Scarf,
    Tote,
    Pouch,
    Wallet,
    Sandal,
    BucketHat,
    Blangkon,
    Earrings,
    Fan,
    Cushion,
    Apron,
    GiftBox,
    Pair,
    CoffeeBag,
    DripBox,
    Bottle,
    SnackPouch,
    Jar,
    Mug,
    Dripper,
    Tumbler,
    CoffeeTrio,
    Hamper,
    Ebook,
    CourseScreen,
    Phone,
    Sheet,
    Sunset,
    Font,
    KeyCard,
    Notebook,
    Stickers,
    EbookTrio,
    NotebookAndEbook,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cloth {
    Plain,
    Parang,
    Kawung,
    Mega,
    Truntum,
    Ceplok,
    Lurik,
}

/// One picture.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    motif: Motif,
    palette: &'static Palette,
    cloth: Cloth,
    title: &'static str,
    note: &'static str,
}

impl Default for Picture {
    fn default() -> Self {
        Self::of(Motif::GiftBox, &palette::KRIM)
    }
}

impl Picture {
    pub(super) const fn of(motif: Motif, palette: &'static Palette) -> Self {
        Self { motif, palette, cloth: Cloth::Plain, title: "", note: "" }
    }
    pub(super) const fn cloth(self, cloth: Cloth) -> Self {
        Self { cloth, ..self }
    }
    pub(super) const fn title(self, title: &'static str) -> Self {
        Self { title, ..self }
    }
    pub(super) const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
    pub(super) const fn with_palette(self, palette: &'static Palette) -> Self {
        Self { palette, ..self }
    }
    fn svg(&self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\"><rect width=\"400\" height=\"400\" fill=\"{}\"/></svg>",
            self.palette.wall
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

//! What each file weighs, raw and compressed, and the ceilings that the build holds.

use std::fmt;
use std::io::{self, Write};

use anyhow::{Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

/// What the widget loads for its first step: module, glue, styles and the sentences of one language, in
/// bytes of brotli.
pub const FIRST_MAX: usize = 56_000;
/// All that the widget loads, in bytes of brotli: its budget.
pub const WIDGET_MAX: usize = 100_000;
/// The loader, on every page of the storefront, in bytes of brotli.
pub const LOADER_MAX: usize = 3_000;
/// What the loader fetches beside the widget, once a shopper wants it, in bytes of brotli.
pub const COMPANION_MAX: usize = 3_100;
/// What dresses the checkout for the page, fetched after the first paint on pages that need none of it
/// before, in bytes of brotli.
pub const LOOK_MAX: usize = 2_900;
/// All that only few pages load, each file by itself, in bytes of brotli.
pub const RARE_MAX: usize = 3_000;

/// One file's weight in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// The file's name as it is served.
    pub name: String,
    /// Bytes on disk.
    pub raw: usize,
    /// Bytes under gzip at its highest level.
    pub gzip: usize,
    /// Bytes under brotli at its highest level.
    pub brotli: usize,
}

impl Size {
    /// Weighs `contents`.
    pub fn of(name: &str, contents: &[u8]) -> Self {
        Self { name: name.to_owned(), raw: contents.len(), gzip: gzip(contents), brotli: brotli(contents) }
    }
}

/// The weights of one build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// What the widget loads for its first step.
    pub first: Vec<Size>,
    /// What comes behind the first step.
    pub later: Vec<Size>,
    /// The loader script.
    pub loader: Vec<Size>,
    /// What it fetches beside the widget.
    pub companion: Vec<Size>,
    /// What dresses the checkout for the page.
    pub look: Vec<Size>,
    /// What only few pages load.
    pub rare: Vec<Size>,
    /// The Worker that is deployed.
    pub worker: Vec<Size>,
}

impl Sizes {
    /// All that the widget loads.
    pub fn widget(&self) -> Vec<Size> {
        [&self.first[..], &self.later].concat()
    }

    /// Holds the ceilings.
    ///
    /// # Errors
    /// Names each part that is too heavy, by how much.
    pub fn check(&self) -> Result<()> {
        let over: Vec<String> = [
            ("first step", &self.first, FIRST_MAX),
            ("widget", &self.widget(), WIDGET_MAX),
            ("loader", &self.loader, LOADER_MAX),
            ("companion", &self.companion, COMPANION_MAX),
            ("look", &self.look, LOOK_MAX),
            ("rare part", &self.rare, RARE_MAX),
        ]
        .into_iter()
        .filter_map(|(part, files, max)| too_heavy(part, total(files).brotli, max))
        .collect();
        if over.is_empty() {
            return Ok(());
        }
        bail!("{}", over.join("; "))
    }
}

fn too_heavy(part: &str, weight: usize, max: usize) -> Option<String> {
    (weight > max).then(|| {
        format!(
            "the {part} weighs {weight} bytes of brotli, {} over its ceiling of {max}: make it lighter, see tests/src/stage/size.rs",
            weight - max
        )
    })
}

fn total(files: &[Size]) -> Size {
    Size {
        name: "total".to_owned(),
        raw: files.iter().map(|file| file.raw).sum(),
        gzip: files.iter().map(|file| file.gzip).sum(),
        brotli: files.iter().map(|file| file.brotli).sum(),
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, raw, gzip, brotli } = self;
        writeln!(f, "  {name:<36} {raw:>9} {gzip:>9} {brotli:>9}")
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {:<36} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli")?;
        for (part, files) in [
            ("first step", &self.first),
            ("behind it", &self.later),
            ("loader", &self.loader),
            ("companion", &self.companion),
            ("look", &self.look),
            ("rare", &self.rare),
            ("worker", &self.worker),
        ] {
            files.iter().try_for_each(|file| file.fmt(f))?;
            let name = format!("{part} in all");
            Size { name, ..total(files) }.fmt(f)?;
        }
        Ok(())
    }
}

/// Bytes of `contents` under brotli at its highest level, as a content network serves static files.
pub fn brotli(mut contents: &[u8]) -> usize {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: contents.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    written(brotli::BrotliCompress(&mut contents, &mut packed, &params));
    packed.len()
}

fn gzip(contents: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    written(encoder.write_all(contents).and_then(|()| encoder.finish())).len()
}

fn written<T>(result: io::Result<T>) -> T {
    result.expect("memory takes what is written to it")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighing(brotli: usize) -> Size {
        Size { name: "checkout.wasm".to_owned(), raw: 4 * brotli, gzip: 2 * brotli, brotli }
    }

    #[test]
    fn a_part_may_weigh_its_ceiling_and_not_a_byte_more() {
        let mut sizes = Sizes {
            first: vec![weighing(FIRST_MAX - 1000), weighing(1000)],
            later: vec![weighing(WIDGET_MAX - FIRST_MAX)],
            loader: vec![weighing(LOADER_MAX)],
            companion: vec![weighing(COMPANION_MAX)],
            look: vec![weighing(LOOK_MAX)],
            rare: vec![weighing(RARE_MAX)],
            worker: vec![weighing(10 * WIDGET_MAX)],
        };
        sizes.check().unwrap();
        sizes.later.push(weighing(1));
        let error = sizes.check().unwrap_err().to_string();
        assert!(!error.contains("first step"), "{error}");
        let weight = format!("widget weighs {} bytes of brotli, 1 over", WIDGET_MAX + 1);
        assert!(error.contains(&weight), "{error}");
    }

    #[test]
    fn the_table_has_a_line_for_each_file_and_each_total() {
        let sizes = Sizes { first: vec![weighing(10), weighing(20)], ..Sizes::default() };
        let table = sizes.to_string();
        assert_eq!(table.lines().count(), 1 + 2 + 7, "{table}");
        let all = table.lines().nth(3).unwrap();
        assert_eq!(
            all.split_whitespace().collect::<Vec<_>>(),
            ["first", "step", "in", "all", "120", "60", "30"]
        );
    }

    #[test]
    fn weights_are_those_of_the_formats() {
        let size = Size::of("zeros", &[0; 10_000]);
        assert_eq!(size.raw, 10_000);
        assert!(size.brotli < size.gzip && size.gzip < 100, "{size:?}");
    }
}

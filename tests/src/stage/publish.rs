//! The site as files that any host serves: front page, playground, demo shops and documentation.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::paths;
use super::storefront::fill;
use crate::docs::{self, Answer};

/// Leaves the site in `dist/site`; its shops order from the Worker at `checkout`, an origin.
///
/// # Errors
/// When something cannot be read or written.
pub fn publish(checkout: &str) -> Result<PathBuf> {
    let folder = paths::dist().join("site");
    let _ = fs::remove_dir_all(&folder);
    publish_to(&folder, checkout.trim_end_matches('/'))?;
    Ok(folder)
}

fn publish_to(folder: &Path, checkout: &str) -> Result<()> {
    let www = paths::root().join("www");
    copy(&www.join("store"), folder, checkout)?;
    copy(&www.join("site"), folder, checkout)?;
    for path in docs::addresses() {
        let target = folder.join("docs").join(&path);
        match docs::answer(&path) {
            Some(Answer::Page(html)) => write(&target, html.as_bytes())?,
            Some(Answer::File(file)) => write(&target, &read(&file)?)?,
            None => {}
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path, checkout: &str) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("{} is missing", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target, checkout)?;
        } else {
            write(&target, &fill(&path, read(&path)?, checkout))?;
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn write(file: &Path, contents: &[u8]) -> Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, contents).with_context(|| format!("{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses on this origin that the page leads to or loads.
    fn addresses(html: &str) -> Vec<&str> {
        let after = html.split(" href=\"").skip(1).chain(html.split(" src=\"").skip(1));
        let all = after.filter_map(|rest| rest.split(['"', '#', '?']).next());
        all.filter(|address| !address.is_empty() && !address.contains(':')).collect()
    }

    /// The file that `page`, a file in `folder`, calls so.
    fn file_of(address: &str, page: &Path, folder: &Path) -> PathBuf {
        let file = match address.strip_prefix('/') {
            Some(inside) => folder.join(inside),
            None => page.parent().unwrap().join(address),
        };
        if file.is_dir() { file.join("index.html") } else { file }
    }

    fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                pages(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                found.push(path);
            }
        }
    }

    #[test]
    fn the_published_site_is_whole() {
        let folder = paths::stage().join("published");
        let _ = fs::remove_dir_all(&folder);
        publish_to(&folder, "https://checkout.example.id").unwrap();
        let mut found = Vec::new();
        pages(&folder, &mut found);
        assert!(found.len() > 40, "{} pages", found.len());
        for page in found {
            let html = fs::read_to_string(&page).unwrap();
            assert!(!html.contains("{{CHECKOUT"), "{}: a placeholder is left", page.display());
            for address in addresses(&html) {
                assert!(
                    file_of(address, &page, &folder).is_file(),
                    "{} leads to {address}, which is not there",
                    page.display()
                );
            }
        }
    }
}

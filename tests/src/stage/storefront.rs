//! The demo storefront: the pages of `www/store` as sellers would host them, on an origin that is
//! not the Worker's; at `/` and around them the product's own site, `www/site` and the documentation.
//!
//! `{{CHECKOUT_ORIGIN}}` in a page becomes the Worker's origin, the one thing a seller's page names.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderName, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::paths;
use crate::docs::{self, Answer};

const PLACEHOLDER: &str = "{{CHECKOUT_ORIGIN}}";

/// A running storefront; dropping it stops it.
pub struct Storefront {
    url: String,
    checkout: Arc<OnceLock<String>>,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<()>>,
}

impl Storefront {
    /// Serves shops and site on `port` (0: a free one).
    pub fn start(port: u16) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime
            .block_on(TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))))
            .with_context(|| format!("the storefront cannot listen on port {port}"))?;
        let url = format!("http://{}", listener.local_addr()?);
        let checkout = Arc::<OnceLock<String>>::default();
        let origin = Arc::clone(&checkout);
        let app = Router::new().fallback(move |uri: Uri| async move { page(uri.path(), &origin) });
        let (stop, stopped) = oneshot::channel::<()>();
        let server = thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = axum::serve(listener, app) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { url, checkout, stop: Some(stop), server: Some(server) })
    }

    /// The storefront's origin.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Tells the pages where the checkout lives; the Worker starts after us, since it must know our origin.
    pub fn set_checkout(&self, origin: &str) {
        let _ = self.checkout.set(origin.to_owned());
    }
}

impl Drop for Storefront {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(server) = self.server.take() {
            let _ = server.join();
        }
    }
}

fn page(path: &str, checkout: &OnceLock<String>) -> Response {
    if lacks_slash(path) {
        return Redirect::permanent(&format!("{path}/")).into_response();
    }
    let found = match path.strip_prefix("/docs/") {
        Some(inside) => docs::answer(inside),
        None => file(path).map(Answer::File),
    };
    let file = match found {
        Some(Answer::Page(html)) => return (headers(TEXT), html).into_response(),
        Some(Answer::File(file)) => file,
        None => return (StatusCode::NOT_FOUND, "no such page").into_response(),
    };
    let Ok(contents) = std::fs::read(&file) else {
        return (StatusCode::NOT_FOUND, "no such page").into_response();
    };
    let contents = fill(&file, contents, checkout.get().map_or("", String::as_str));
    (headers(content_type(&file)), contents).into_response()
}

/// What is served of `file`: a page's text names the checkout's origin.
pub(super) fn fill(file: &Path, contents: Vec<u8>, checkout: &str) -> Vec<u8> {
    match String::from_utf8(contents) {
        Ok(text) if content_type(file).starts_with("text/") => {
            text.replace(PLACEHOLDER, checkout).into_bytes()
        }
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

const TEXT: &str = "text/html; charset=utf-8";

fn headers(kind: &'static str) -> [(HeaderName, &'static str); 2] {
    [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache")]
}

/// Whether a path names a folder as if it were a file: links in its page would lead beside it.
fn lacks_slash(path: &str) -> bool {
    let is_folder = file(path).is_some_and(|file| file.ends_with("index.html"));
    path == "/docs" || (is_folder && !path.ends_with('/') && !path.ends_with("/index.html"))
}

/// The file that a path names, a shop's or the site's; a folder means its `index.html`.
fn file(path: &str) -> Option<PathBuf> {
    let inside = Path::new(path.trim_start_matches('/'));
    if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let within = |folder: &str| {
        let file = paths::root().join(folder).join(inside);
        if file.is_dir() { file.join("index.html") } else { file }
    };
    let shop = within("www/store");
    Some(if shop.is_file() { shop } else { within("www/site") })
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => TEXT,
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("jpg") => "image/jpeg",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_ends_in_a_slash() {
        assert!(["/docs", "/kopi", "/playground"].into_iter().all(lacks_slash));
        assert!(!["/", "/kopi/", "/index.html", "/gone", "/mark.svg"].into_iter().any(lacks_slash));
    }

    #[test]
    fn no_path_leaves_the_folder() {
        assert!(file("/").unwrap().ends_with("www/site/index.html"));
        assert!(file("/kreasi.html").unwrap().ends_with("www/store/kreasi.html"));
        assert!(file("/a.html").unwrap().ends_with("www/site/a.html"));
        assert!(file("/kopi/").unwrap().ends_with("www/store/kopi/index.html"));
        assert_eq!(file("/../Cargo.toml"), None);
        assert_eq!(file("//etc/passwd"), file("/etc/passwd"));
    }
}

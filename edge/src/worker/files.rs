//! The loader, the widget and this API's description, from the assets beside
//! the Worker.

use web_sys::{Headers, Response, ResponseInit};
use worker::Fetcher;

use super::visit::Visit;
use crate::api::{Failure, file_caching};

/// The file at the request's path.
pub(super) async fn file(visit: &Visit) -> Result<Response, Failure> {
    let assets: Fetcher = visit.env.assets("ASSETS").map_err(|_| Failure::RouteNotFound)?;
    let request = visit.request.clone().map_err(|_| Failure::Internal)?;
    let found = assets.fetch_request(worker::Request::from(request)).await.map_err(|_| Failure::Internal)?;
    let found = Response::from(found);
    match found.status() {
        200 | 206 | 304 => {
            with_caching(&found, file_caching(visit.target().path)).map_err(|_| Failure::Internal)
        }
        _ => Err(Failure::RouteNotFound),
    }
}

fn with_caching(file: &Response, caching: &str) -> Result<Response, wasm_bindgen::JsValue> {
    let headers = Headers::new_with_headers(&file.headers())?;
    headers.set("cache-control", caching)?;
    let init = ResponseInit::new();
    init.set_status(file.status());
    init.set_headers(&headers);
    Response::new_with_opt_readable_stream_and_init(file.body().as_ref(), &init)
}

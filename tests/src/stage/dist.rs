//! Builds everything and lays it out: `worker/` to deploy, `assets/` to serve beside it, `npm/` to publish.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};

use super::cache::{self, write_if_changed};
use super::cargo::{self, Purpose};
use super::size::{Size, Sizes};
use super::widget::{self, Asset, Widget};
use super::worker::{self, Worker};
use super::{npm, package, paths, progress};

/// A finished build.
#[derive(Clone, Debug)]
pub struct Dist {
    /// The folder that holds `worker/` and `assets/`, and `npm/` in what ships.
    pub root: PathBuf,
    /// What each file weighs; empty for a build that is not to be shipped.
    pub sizes: Sizes,
}

/// Installs what the build needs, builds widget and Worker, and leaves them in their folder.
///
/// What has not changed since the last build is not made again.
///
/// # Errors
/// When a tool is missing and cannot be installed, and when a crate does not compile. Weight is
/// another matter: see [`Sizes::check`].
pub fn build(purpose: Purpose) -> Result<Dist> {
    let _alone = one_at_a_time()?;
    npm::install()?;
    cargo::install_target()?;
    let (widget, worker) = both(purpose)?;
    let root = folder(purpose);
    lay_out(&root, &widget, &worker)?;
    let sizes = match purpose {
        Purpose::Ship => {
            package::build(&root)?;
            weigh(&widget, &worker)?
        }
        Purpose::Develop | Purpose::Chaos => Sizes::default(),
    };
    Ok(Dist { root, sizes })
}

/// Builds the Worker that can be killed at named moments. It serves no files: nobody looks at them
/// while it dies.
///
/// # Errors
/// As [`build`].
pub fn chaos() -> Result<Dist> {
    let _alone = one_at_a_time()?;
    npm::install()?;
    cargo::install_target()?;
    let worker = worker::build(Purpose::Chaos)?;
    let root = folder(Purpose::Chaos);
    write_worker(&root, &worker)?;
    write_if_changed(&root.join("assets/index.html"), b"<!doctype html><title>chaos</title>")?;
    Ok(Dist { root, sizes: Sizes::default() })
}

fn write_worker(root: &Path, worker: &Worker) -> Result<()> {
    write_if_changed(&root.join("worker/index_bg.wasm"), &worker.module)?;
    write_if_changed(&root.join("worker/index.js"), &worker.script)
}

fn folder(purpose: Purpose) -> PathBuf {
    match purpose {
        Purpose::Ship => paths::dist(),
        Purpose::Develop => paths::stage().join("dist"),
        Purpose::Chaos => paths::stage().join("chaos"),
    }
}

/// Two builds at once would write the same files; the second waits here.
fn one_at_a_time() -> Result<File> {
    fs::create_dir_all(paths::stage()).context("the target directory cannot be written to")?;
    let file = File::create(paths::stage().join("build.lock"))?;
    if file.try_lock().is_err() {
        progress::step("waiting for another build to end", || Ok(file.lock()?))?;
    }
    Ok(file)
}

/// Side by side, because fat link-time optimisation keeps only one core busy.
fn both(purpose: Purpose) -> Result<(Widget, Worker)> {
    thread::scope(|scope| {
        let worker = scope.spawn(|| worker::build(purpose));
        let widget = widget::build(purpose);
        let worker = worker.join().map_err(|_| anyhow!("the Worker's build panicked"))?;
        Ok((widget?, worker?))
    })
}

fn lay_out(root: &Path, widget: &Widget, worker: &Worker) -> Result<()> {
    write_worker(root, worker)?;
    let assets = root.join("assets");
    for asset in widget.parts() {
        write_if_changed(&assets.join(&asset.path), &asset.contents)?;
    }
    write_if_changed(&assets.join(&widget.loader.path), &widget.loader.contents)?;
    // Made from the types that the Worker answers with, as they were when the stage was compiled.
    write_if_changed(&assets.join("openapi.json"), edge::openapi::document().as_bytes())?;
    // The Worker's own page, and what a chat shows of a link to an order.
    for file in ["index.html", "order.png"] {
        let path = paths::root().join("www/home").join(file);
        let contents = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        write_if_changed(&assets.join(file), &contents)?;
    }
    sweep(&assets, widget)
}

/// Removes the hashed files of earlier builds.
fn sweep(assets: &Path, widget: &Widget) -> Result<()> {
    let wanted: BTreeSet<PathBuf> = widget.parts().map(|part| assets.join(&part.path)).collect();
    for entry in fs::read_dir(assets.join("widget"))? {
        let path = entry?.path();
        if !wanted.contains(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn weigh(widget: &Widget, worker: &Worker) -> Result<Sizes> {
    let asset = |part: &str, asset: &Asset| weight(part, &asset.path, &asset.contents);
    let [kamu, anda, english] = &widget.languages;
    // A page loads one of them: the heaviest counts.
    let languages = [asset("kamu", kamu)?, asset("anda", anda)?, asset("english", english)?];
    let words = languages.into_iter().max_by_key(|size| size.brotli);
    let parts =
        [asset("module", &widget.module)?, asset("glue", &widget.glue)?, asset("styles", &widget.styles)?];
    let rare = widget.rare.iter().enumerate().map(|(place, rare)| asset(&format!("rare-{place}"), rare));
    Ok(Sizes {
        first: parts.into_iter().chain(words).collect(),
        later: widget.later.iter().map(|later| asset("later", later)).collect::<Result<_>>()?,
        loader: vec![asset("loader", &widget.loader)?],
        companion: vec![asset("companion", &widget.companion)?],
        look: vec![asset("look", &widget.look)?],
        rare: rare.collect::<Result<_>>()?,
        worker: vec![
            weight("worker-script", "worker/index.js", &worker.script)?,
            weight("worker-module", "worker/index_bg.wasm", &worker.module)?,
        ],
    })
}

/// Compressing at the highest level takes seconds, so a file that is the same is not weighed again.
fn weight(part: &str, name: &str, contents: &[u8]) -> Result<Size> {
    let kept = cache::remembered(&format!("size-{part}"), &[name.as_bytes(), contents], |out| {
        let size = Size::of(name, contents);
        Ok(fs::write(out.join("size.json"), serde_json::to_vec(&size)?)?)
    })?;
    Ok(serde_json::from_slice(&fs::read(kept.join("size.json"))?)?)
}

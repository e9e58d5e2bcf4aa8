//! A shop of Next.js, built from the packed npm package: a page that only a server renders imports its
//! components, so they have to keep their `"use client"`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::cache::{remembered, write_if_changed};
use super::{node, npm, paths, tool};

/// The shop, as its seller would keep it.
const SOURCES: [&str; 7] = [
    "package.json",
    "package-lock.json",
    "next.config.ts",
    "tsconfig.json",
    "app/layout.tsx",
    "app/loader.tsx",
    "app/page.tsx",
];
/// What the components draw on a server.
const DRAWN: &str = r#"<main><div class="kasir"></div><button type="button">Beli</button></main>"#;
/// What brings the loader, of a shop that says where it is.
const BROUGHT: [&str; 2] = ["/tumbas.js", "https://checkout.example.id"];

/// Builds the shop with the package in `tarball`, once, and looks at what a browser would get of it.
pub(super) fn check(tarball: &Path) -> Result<()> {
    let mut sources = SOURCES.iter().map(|name| read(&home().join(name))).collect::<Result<Vec<_>>>()?;
    sources.push(read(tarball)?);
    let inputs: Vec<&[u8]> = sources.iter().map(Vec::as_slice).collect();
    let made = remembered("next-shop", &inputs, |out| {
        let shop = lay_out(tarball)?;
        next_build(&shop)?;
        fs::write(out.join("page.html"), read(&shop.join(".next/server/app/index.html"))?)?;
        Ok(fs::write(out.join("scripts.js"), scripts(&shop.join(".next/static/chunks"))?)?)
    })?;
    judge(&text(&made.join("page.html"))?, &text(&made.join("scripts.js"))?)
}

/// The shop outside the repository's own `node_modules`, with its packages and the one of `tarball`.
fn lay_out(tarball: &Path) -> Result<PathBuf> {
    let shop = paths::stage().join("next-shop");
    let _ = fs::remove_dir_all(shop.join(".next"));
    for name in SOURCES {
        write_if_changed(&shop.join(name), &read(&home().join(name))?)?;
    }
    write_if_changed(&shop.join(".npmrc"), &read(&paths::root().join(".npmrc"))?)?;
    npm::install_in(&shop)?;

    let package = shop.join("node_modules/@tumbas/checkout");
    let _ = fs::remove_dir_all(&package);
    fs::create_dir_all(&package)?;
    let mut unpack = Command::new("tar");
    unpack.arg("-xzf").arg(tarball).arg("-C").arg(&package).arg("--strip-components=1");
    tool::quiet("tar over the npm package", &mut unpack)?;
    Ok(shop)
}

/// Compiles it, checks its types and renders its page, with nothing from outside.
fn next_build(shop: &Path) -> Result<()> {
    let mut command = node::program()?;
    command.arg(shop.join("node_modules/next/dist/bin/next")).arg("build");
    command.current_dir(shop).env("NEXT_TELEMETRY_DISABLED", "1");
    tool::quiet("next build", &mut command).map(drop)
}

/// All that a browser may fetch, in one text.
fn scripts(chunks: &Path) -> Result<String> {
    let mut all = String::new();
    for file in fs::read_dir(chunks).with_context(|| format!("{} is missing", chunks.display()))? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            all += &text(&path)?;
        }
    }
    Ok(all)
}

fn judge(page: &str, scripts: &str) -> Result<()> {
    ensure!(page.contains(DRAWN), "the page that Next.js rendered lacks {DRAWN}:\n{page}");
    for part in BROUGHT {
        ensure!(scripts.contains(part), "no script that Next.js made brings the loader: {part} is missing");
    }
    Ok(())
}

fn home() -> PathBuf {
    paths::root().join("tests/npm/next")
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

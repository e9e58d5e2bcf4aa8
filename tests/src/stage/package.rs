//! The npm package, compiled and ready to be published: `npm publish dist/npm`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::cache::{remembered, write_if_changed};
use super::{next_shop, node, npm, paths, tool};

/// What is compiled, and what says how.
const SOURCES: [&str; 6] = [
    "src/index.ts",
    "src/react.ts",
    "src/types.ts",
    "src/sentences.ts",
    "tsconfig.json",
    "tsconfig.package.json",
];
/// What is published as it is.
const PLAIN: [&str; 2] = ["package.json", "README.md"];
/// Of the whole repository.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
/// What npm calls it when it is packed.
const TARBALL: &str = concat!("tumbas-checkout-", env!("CARGO_PKG_VERSION"), ".tgz");

/// Lays the package out in `npm` of the build.
pub(super) fn build(root: &Path) -> Result<()> {
    let out = root.join("npm");
    for file in fs::read_dir(compiled()?)? {
        let file = file?;
        write_if_changed(&out.join(file.file_name()), &fs::read(file.path())?)?;
    }
    let plain = PLAIN.iter().map(|name| home().join(name));
    for file in plain.chain(LICENCES.iter().map(|name| paths::root().join(name))) {
        let name = file.file_name().context("a file has a name")?.to_owned();
        write_if_changed(&out.join(name), &read(&file)?)?;
    }
    Ok(())
}

/// The folder of modules and declarations.
fn compiled() -> Result<PathBuf> {
    let sources = SOURCES.iter().map(|name| read(&home().join(name))).collect::<Result<Vec<_>>>()?;
    let inputs: Vec<&[u8]> = sources.iter().map(Vec::as_slice).collect();
    remembered("package", &inputs, |out| {
        npm::install()?;
        let mut compiler = node::script("typescript/bin/tsc")?;
        compiler.arg("--project").arg(home().join("tsconfig.package.json")).arg("--outDir").arg(out);
        tool::quiet("tsc over the npm package", &mut compiler)?;
        // Types leave nothing to run.
        fs::remove_file(out.join("types.js"))?;
        Ok(fs::remove_file(out.join("sentences.js"))?)
    })
}

/// Packs the package, has its tarball judged, and builds, runs and type-checks its consumers from it:
/// `tests/npm/check.mjs`, and the shop of `tests/npm/next`. What passed once is not checked again.
///
/// # Errors
/// When a promise of the package is broken; carries the words of whoever found it.
pub fn check(root: &Path) -> Result<()> {
    let checks = paths::root().join("tests/npm");
    let mut files = files(&root.join("npm"))?;
    files.extend(self::files(&checks)?);
    files.extend(self::files(&checks.join("consumer"))?);
    files.push(paths::root().join("package-lock.json"));
    let read = files.iter().map(|file| read(file)).collect::<Result<Vec<_>>>()?;
    let inputs: Vec<&[u8]> = read.iter().map(Vec::as_slice).collect();
    let checked = remembered("package-check", &inputs, |work| {
        let mut command = node::program()?;
        command.arg(checks.join("check.mjs")).arg(root.join("npm")).arg(work);
        tool::quiet("the check of the npm package", &mut command).map(drop)
    })?;
    next_shop::check(&checked.join(TARBALL))
}

/// The files of a folder, in a steady order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} is missing", folder.display()))?;
    let mut files: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn home() -> PathBuf {
    paths::root().join("widget/npm")
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

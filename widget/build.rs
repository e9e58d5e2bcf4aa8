//! How the module that ships is linked.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // What divides it has to see what leads where.
        println!("cargo::rustc-link-arg-cdylib=--emit-relocs");
    }
}

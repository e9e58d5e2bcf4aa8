//! Where the module's memory comes from.
//!
//! A cold catalogue is thousands of small strings: what each costs is a good part of the answer.

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

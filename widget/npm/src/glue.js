/** Of what wasm-bindgen generates, only what the loader calls; see `Glue` in `load.ts`. */
export { arrived, default, delayed, mount } from "checkout";

/** Of what wasm-bindgen generates, only what the loader calls; see `Glue` in `load.ts`. */
export { default, mount } from "checkout";

// One Worker in workerd until it is ended: `runtime.mjs <settings.json>`.
//
// settings: {port, state, code, assets, vars, worker}; `worker` is what wrangler reads in its configuration.

import { readFileSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";

/** How long a build may pause while it writes its files. */
const QUIET_MS = 200;

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const kinds = { js: "ESModule", wasm: "CompiledWasm" };

function modules() {
  const files = readdirSync(settings.code).filter((file) => file.split(".").pop() in kinds);
  // The first one is where the Worker begins.
  files.sort((a, b) => Number(b === "index.js") - Number(a === "index.js"));
  return files.map((file) => ({ type: kinds[file.split(".").pop()], path: join(settings.code, file) }));
}

function options() {
  const { worker, vars, assets, code, port, state } = settings;
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port,
    cf: false,
    log: new Log(LogLevel.WARN),
    // `/cdn-cgi/local/scheduled` plays the cron.
    unsafeTriggerHandlers: true,
    resourcePersistencePath: state,
    workers: [
      {
        ...worker,
        name: "tumbas",
        bindings: { ...worker.bindings, ...vars },
        assets: { ...worker.assets, directory: assets },
        modulesRoot: code,
        modules: modules(),
      },
    ],
  });
}

const runtime = new Miniflare(options());
console.log(`ready on ${(await runtime.ready).origin}`);

let changed;
async function reload() {
  await runtime.setOptions(options());
  console.log("changed code runs");
}
for (const folder of [settings.code, settings.assets]) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(changed);
    changed = setTimeout(reload, QUIET_MS);
  });
}

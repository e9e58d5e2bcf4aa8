// Prints what a wrangler.toml means to Miniflare, as JSON: `wrangler.mjs <file>`.

import { unstable_getMiniflareWorkerOptions as read } from "wrangler";

const { workerOptions } = read(process.argv[2]);
// Which files are modules and where they are is the site's to say.
const { modulesRules: _, rootPath: __, ...options } = workerOptions;
process.stdout.write(JSON.stringify(options));

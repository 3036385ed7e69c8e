/** Serves the built site to this machine: `node site/serve.mjs [PORT]`. The worker needs more than `file:` gives. */
import { startServer } from "./build/server.mjs";

const { url } = await startServer(Number(process.argv[2] ?? 4173));
console.log(`The site is at ${url}`);

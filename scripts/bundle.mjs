/**
 * Puts the plugin's modules into one file, `dist/index.js`, after the compiler has written them: Node needs about a third
 * of a millisecond for each file it loads, and they are some hundred and fifty. The command stays as it is; it loads
 * the plugin by that file.
 */
import { rename } from "node:fs/promises";
import path from "node:path";

import { rolldown } from "rolldown";

const dist = path.resolve(import.meta.dirname, "../dist");
const target = path.join(dist, "index.js");
const written = path.join(dist, "bundle.js");

const bundle = await rolldown({ input: target, platform: "neutral", logLevel: "warn" });
await bundle.write({ file: written, format: "esm", codeSplitting: false });
await bundle.close();
// Written beside it first, so that whoever loads the plugin meanwhile finds a whole file.
await rename(written, target);

/** A process that lints the files of one repository and tells its parent of each: before it starts, and when it is done. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import { lintFile } from "./lint-file.mjs";
import { readTexts } from "./projects.mjs";
import { root } from "./root.mjs";

process.on("message", async ({ gitDirectory, commit, sourceType = "module", files }) => {
  const { default: plugin } = await import(pathToFileURL(path.join(root, "dist/index.js")).href);
  const texts = readTexts(gitDirectory, commit, files);
  for (const [index, file] of files.entries()) {
    process.send({ starts: index });
    process.send({ ends: index, result: lintFile(plugin, { file, text: texts[index], sourceType }) });
    // Lets the parent read before the next file begins, so that it knows which one hangs.
    await new Promise(setImmediate);
  }
  process.disconnect();
});

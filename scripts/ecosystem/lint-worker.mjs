/** A process that lints the files of one repository and tells its parent of each: before it starts, and when it is done. */
import path from "node:path";
import { pathToFileURL } from "node:url";

import { readTexts } from "./git.mjs";
import { lintFile } from "./lint-file.mjs";
import { root } from "./root.mjs";
import { totalsOf } from "./totals.mjs";

process.on("message", async ({ gitDirectory, commit, sourceType = "module", files, isCounted }) => {
  const { default: plugin } = await import(pathToFileURL(path.join(root, "dist/index.js")).href);
  const texts = readTexts(gitDirectory, commit, files);
  for (const [index, file] of files.entries()) {
    process.send({ starts: index });
    const result = lintFile(plugin, { file, text: texts[index], sourceType });
    process.send({ ends: index, result: isCounted ? totalsOf(result) : result });
    // Lets the parent read before the next file begins, so that it knows which one hangs.
    await new Promise(setImmediate);
  }
  process.disconnect();
});

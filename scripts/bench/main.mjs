/** The command `npm run bench`. */
import { parseArgs } from "node:util";

import { drawFiles } from "./draw.mjs";
import { measureEditor } from "./editor.mjs";
import { installPeers } from "./engines.mjs";
import { measure } from "./measure.mjs";
import { largestOf, sizesUpTo } from "./sizes.mjs";
import { tabulateGrowth, tabulateSlowest, tabulateSpeed } from "./tables.mjs";

const HELP = `Measures what linting costs: a rule that does nothing, six plugins that match names, and the presets, on the same files in one process.

  npm run bench -- --mirror DIR [--lines 350] [--only owner/name ...] [--runs 3] [--types] [--project] [--growth] [--slowest N] [--own]
      DIR holds git directories as owner+name/repo; the files are drawn from the pinned repositories that may be read, or
      from those named with --only, up to so many thousand lines. The plugins are installed on the first run.
      Prints milliseconds of CPU time for a thousand lines beyond a rule that does nothing, the share of parsing and the ratio
      to the six plugins: cold (the first pass of a new process) and warm (the last pass), the median of --runs processes.
      --types gives the files a TypeScript program whose checker has checked them before anything is measured.
      --project writes the repositories to disk and has the project view on.
      --growth also measures from 1 thousand lines up to --lines, each size in a process of its own.
      --own leaves the six plugins out.
      --editor prints, instead, the time from a key press to the diagnostics of a file of 3,000 lines in ESLint's language server.
      --slowest also lists the N files that strict takes longest for.
`;

const { values } = parseArgs({
  options: {
    mirror: { type: "string" },
    lines: { type: "string", default: "350" },
    only: { type: "string", multiple: true, default: [] },
    runs: { type: "string", default: "3" },
    types: { type: "boolean", default: false },
    project: { type: "boolean", default: false },
    growth: { type: "boolean", default: false },
    editor: { type: "boolean", default: false },
    own: { type: "boolean", default: false },
    slowest: { type: "string", default: "0" },
    help: { type: "boolean", default: false },
  },
});
process.exitCode = await main();

async function main() {
  const { mirror, only, types: isTyped, project: hasProject } = values;
  if (mirror === undefined || values.help) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const { files, absent } = drawFiles({ mirror, only, lines: 1000 * Number(values.lines) });
  if (absent.length > 0) console.log(`Absent, not measured: ${absent.join(", ")}`);
  if (files.length === 0) return 1;
  if (values.editor) {
    console.log(await measureEditor(files));
    return 0;
  }
  if (!values.own) installPeers();
  const sizes = values.growth ? sizesUpTo(files) : [largestOf(files)];
  const runs = await measure({ files, sizes, runs: Number(values.runs), isTyped, hasProject, withPeers: !values.own });
  console.log(tabulateSpeed(runs.filter(({ size }) => size === sizes.at(-1))));
  if (values.growth) console.log(`\n${tabulateGrowth(runs, sizes)}`);
  if (values.slowest !== "0") console.log(`\n${tabulateSlowest(runs.at(-1), Number(values.slowest))}`);
  return absent.length === 0 ? 0 : 1;
}

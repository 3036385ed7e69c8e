import { FORMATS } from "./arguments.ts";

/** Describes the command for `--help`. */
export function describeUsage(presets: readonly string[]): string {
  return `Finds slow leaks in JavaScript and TypeScript: cache keys that never match, collections that
only grow, resources that are never released. Needs no configuration.

Usage: leakproof [options] [paths...]

  paths                 files, directories or globs; the current directory if none is given

  --preset <name>       ${presets.join(" or ")}; the first is the default and reports only what is proven
  --format <name>       ${FORMATS.join(", ")}; the first is the default
  --max-warnings <n>    fail if there are more warnings than this
  --settings <file>     JSON with pairs, caches and lifecycles of your own
  -h, --help            show this text
  -v, --version         show the version

Left out: node_modules, dist, build, coverage, minified files, type declarations, what git ignores.
Types are used where a tsconfig.json (or jsconfig.json) covers the file.

Exit code: 0 nothing to report, 1 errors or too many warnings, 2 the check could not be done.
`;
}

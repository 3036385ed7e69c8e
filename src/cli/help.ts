import { FORMATS } from "./arguments.ts";

/** Describes the command for `--help`. */
export function describeUsage(presets: readonly string[]): string {
  return `Finds slow leaks in JavaScript and TypeScript: cache keys that never match, collections that
only grow, resources that are never released. Needs no configuration.

Usage: leakproof [options] [paths...]
       leakproof explain [options] <file>[:<line>]...
       leakproof heap [options] <snapshot> <snapshot> [<snapshot>...]
       leakproof heap [options] <profile> [<profile>...]
       leakproof run [options] -- <program> [<words>...]

  paths                 files, directories or globs; the current directory if none is given; those outside
                        it are checked from the root of their own package

  --staged              check what git is about to commit: the staged files below the current
                        directory, with the content they have in the index and not on the disk
  --since <commit>      report what the change since then has to answer for: findings on lines it touches,
                        and those it makes elsewhere in the changed files; the older ones are counted
  --apply-suggestions <rule>[,<rule>]
                        change the files: apply what these rules suggest, one by one, and keep what ends its
                        report and brings no other; then tell what is left
  --confirm <snapshot>...
                        say of each finding what heap snapshots of the program say: whether its place grows
  --preset <name>       ${presets.join(", ")}; the first asks for most before it speaks, and is the default
  --format <name>       ${FORMATS.join(", ")}; the first is the default
  -o, --output <file>   write to a file instead of the standard output
  --max-warnings <n>    fail if there are more warnings than this
  --threads <n>         share the work among so many threads; as many as it is worth if not given
  --settings <file>     JSON with pairs, caches and lifecycles of your own
  -h, --help            show this text
  -v, --version         show the version

sarif is for code scanning services, github for annotations in a workflow of GitHub Actions, html is a
page that shows each finding in its source, with the way from the acquisition to the exit, agent is one
line for each finding, for programs that read text.

explain tells of each place that may leak, or of those on a line, whether it is reported, what decided
that, and what else is known of it. It takes --format text or json, --output and --settings, and exits
with 0 whatever it finds.

heap compares heap snapshots of one process, in the order in which they were taken, and names what grows
from each to the next: fields, variables, listeners, timers. It takes --source <directory>, to say which
of them a rule reports or knows, --settings, --format text, json, html or sarif, and --output.
Of sampling profiles (.heapprofile) it names the functions that allocated what is alive, which says less.

run starts a program, takes heap snapshots of it, one each --every <seconds> (30; 0: when SIGUSR2 comes)
and one more than --rounds <n> (2), ends it, and tells what grew, as heap does and with its options.
--keep <directory> keeps the snapshots.

Left out: node_modules, dist, build, coverage, minified files, type declarations, what git ignores.
Types are used where a tsconfig.json (or jsconfig.json) covers the file.

Exit code: 0 nothing to report, 1 errors or too many warnings, 2 the check could not be done.
`;
}

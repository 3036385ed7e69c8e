import { parseArgs } from "node:util";

import { Failure } from "./failures.ts";

export const FORMATS = ["stylish", "json", "sarif", "github", "html", "agent"] as const;
export type Format = (typeof FORMATS)[number];
export const EXPLAIN_FORMATS = ["text", "json"] as const;
export const HEAP_FORMATS = ["text", "json", "html", "sarif"] as const;

/** What the user asked for. */
export type Command =
  | { readonly action: "help" }
  | { readonly action: "version" }
  | LintCommand
  | ExplainCommand
  | HeapCommand
  | RunCommand;

export interface LintCommand {
  readonly action: "lint";
  readonly paths: readonly string[];
  readonly preset: string;
  readonly format: Format;
  /** More warnings than this fail the run; undefined sets no limit. */
  readonly maxWarnings: number | undefined;
  /** The file with the user's own entries. */
  readonly settings: string | undefined;
  /** Whether to check what git is about to commit, and nothing else. */
  readonly staged: boolean;
  /** The commit since which a finding has to be to be told; undefined to tell all. */
  readonly since: string | undefined;
  /** The rules whose suggestions are to be applied to the files; undefined to write to none. */
  readonly applySuggestions: readonly string[] | undefined;
  /** Heap snapshots of the program, the first first, that say which findings grow; empty for none. */
  readonly confirm: readonly string[];
  /** How many threads share the work; undefined for as many as it is worth. */
  readonly threads: number | undefined;
  /** The file to write to; undefined for the standard output. */
  readonly output: string | undefined;
}

export interface ExplainCommand {
  readonly action: "explain";
  /** Files, each with a line behind it or not. */
  readonly targets: readonly string[];
  readonly format: (typeof EXPLAIN_FORMATS)[number];
  readonly settings: string | undefined;
  readonly output: string | undefined;
}

export interface HeapCommand {
  readonly action: "heap";
  /** Heap snapshots of one process, the first first. */
  readonly files: readonly string[];
  readonly format: (typeof HEAP_FORMATS)[number];
  /** The directory with the program's source, which growth is joined with; undefined to read none. */
  readonly source: string | undefined;
  readonly settings: string | undefined;
  readonly output: string | undefined;
}

export interface RunCommand extends Omit<HeapCommand, "action" | "files"> {
  readonly action: "run";
  /** The program and its words. */
  readonly command: readonly string[];
  /** How often the program works on until the next snapshot: there is one more of these. */
  readonly rounds: number;
  /** Seconds before each snapshot; 0 to take them on a signal alone. */
  readonly every: number;
  /** The directory that the snapshots are kept in; undefined to remove them. */
  readonly keep: string | undefined;
}

const OPTIONS = {
  "apply-suggestions": { type: "string" },
  confirm: { type: "string", multiple: true },
  every: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
  keep: { type: "string" },
  "max-warnings": { type: "string" },
  output: { type: "string", short: "o" },
  preset: { type: "string" },
  rounds: { type: "string" },
  settings: { type: "string" },
  since: { type: "string" },
  source: { type: "string" },
  staged: { type: "boolean" },
  threads: { type: "string" },
  version: { type: "boolean", short: "v" },
} as const;

/** Reads the command line; throws a `Failure` for what it cannot mean. */
export function parseCommandLine(words: readonly string[], presets: readonly string[]): Command {
  // Checked here rather than by `strict`, whose errors speak of the API and not of the command.
  const { values, positionals, tokens } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "option") checkOption(token);
  }
  if (values.help === true) return { action: "help" };
  if (values.version === true) return { action: "version" };
  if (positionals.includes("")) throw new Failure("A path is empty; leave it out to check the current directory.");
  const shared = { settings: values.settings as string | undefined, output: readOutput(values.output) };
  // A directory of that name is `./explain`, or stands behind `--`.
  const word = tokens.find(({ kind }) => kind !== "option")?.kind === "positional" ? positionals[0] : undefined;
  if (word === "heap") {
    checkHeap(positionals, values);
    checkSettingsOfHeap(values);
    return { action: "heap", files: positionals.slice(1), format: pick("format", values.format ?? "text", HEAP_FORMATS), source: readSource(values.source), ...shared };
  }
  if (word === "run") return readRun(words.slice(words.indexOf("--") + 1), positionals, values, shared);
  if (word === "explain") {
    checkExplain(positionals, values);
    return { action: "explain", targets: positionals.slice(1), format: pick("format", values.format ?? "text", EXPLAIN_FORMATS), ...shared };
  }
  const ofGrowth = ["every", "keep", "rounds", "source"].find((option) => option in values);
  if (ofGrowth !== undefined) throw new Failure(`--${ofGrowth} belongs to ${ofGrowth === "source" ? "heap and run" : "run"}, and not to a check.`);
  const { paths, confirm } = readConfirm(values.confirm as readonly string[] | undefined, positionals);
  return {
    action: "lint",
    paths: paths.length === 0 ? ["."] : paths,
    confirm,
    preset: pick("preset", values.preset ?? "recommended", presets),
    format: pick("format", values.format ?? "stylish", FORMATS),
    maxWarnings: readLimit(values["max-warnings"]),
    staged: values.staged === true,
    since: readSince(values.since),
    applySuggestions: readRules(values["apply-suggestions"], values),
    threads: readThreads(values.threads),
    ...shared,
  };
}

function checkExplain(positionals: readonly string[], values: object): void {
  if (positionals.length === 1) throw new Failure("explain needs a file, with a line or not: leakproof explain src/hub.ts:12.");
  const foreign = ["apply-suggestions", "confirm", "max-warnings", "preset", "since", "source", "every", "keep", "rounds", "staged", "threads"].find((option) => option in values);
  if (foreign !== undefined) throw new Failure(`explain takes no --${foreign}: it tells of both presets, and its exit code does not depend on what it finds.`);
}

/** Whether a file is a sampling profile of the heap, and no snapshot. */
export function isProfile(file: string): boolean {
  return file.endsWith(".heapprofile");
}

function checkHeap(positionals: readonly string[], values: Values): void {
  const profiles = positionals.slice(1).filter(isProfile).length;
  if (profiles > 0 && profiles < positionals.length - 1) throw new Failure("heap compares snapshots, or profiles, and not one with the other; leave out the .heapprofile files or everything else.");
  const joining = ["html", "sarif"].includes(String(values.format)) ? `--format ${String(values.format)}` : "source" in values ? "--source" : undefined;
  if (profiles > 0 && joining !== undefined) throw new Failure(`${joining} is for snapshots: a profile tells which function allocated, and not what keeps it.`);
  if (positionals.length < 3 && profiles === 0) throw new Failure("heap needs two snapshots of one process or more, the first first: leakproof heap a.heapsnapshot b.heapsnapshot c.heapsnapshot.");
  const foreign = ["apply-suggestions", "confirm", "max-warnings", "preset", "since", "staged", "every", "keep", "rounds", "threads"].find((option) => option in values);
  if (foreign !== undefined) throw new Failure(`heap takes no --${foreign}: it tells of all that grows, and by which preset that is reported.`);
}

function checkSettingsOfHeap(values: object): void {
  if ("settings" in values && !("source" in values)) throw new Failure("--settings needs --source beside it: without the source of the program there is nothing to judge.");
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function readRun(command: readonly string[], positionals: readonly string[], values: Values, shared: Pick<HeapCommand, "settings" | "output">): RunCommand {
  if (positionals.length !== command.length + 1 || command.length === 0) throw new Failure("run needs the program behind --: leakproof run --every 30 -- node server.js.");
  const foreign = ["apply-suggestions", "confirm", "max-warnings", "preset", "since", "staged", "threads"].find((option) => option in values);
  if (foreign !== undefined) throw new Failure(`run takes no --${foreign}: it tells of all that grows, and by which preset that is reported.`);
  checkSettingsOfHeap(values);
  return {
    action: "run",
    command,
    rounds: readNumber("rounds", values.rounds ?? "2", 1),
    every: readNumber("every", values.every ?? "30", 0),
    keep: typeof values.keep === "string" ? values.keep : undefined,
    format: pick("format", values.format ?? "text", HEAP_FORMATS),
    source: readSource(values.source),
    ...shared,
  };
}

/** A shell makes several words of `--confirm shots/*`: what follows and is a snapshot belongs to it. */
function readConfirm(given: readonly string[] | undefined, positionals: readonly string[]): { readonly paths: readonly string[]; readonly confirm: readonly string[] } {
  if (given === undefined) return { paths: positionals, confirm: [] };
  const isSnapshot = (path: string): boolean => /\.heap(?:snapshot|timeline)$/u.test(path);
  const confirm = [...given, ...positionals.filter(isSnapshot)];
  if (confirm.length < 2) throw new Failure("--confirm needs two heap snapshots of one process or more, the first first: --confirm a.heapsnapshot b.heapsnapshot c.heapsnapshot.");
  return { paths: positionals.filter((path) => !isSnapshot(path)), confirm };
}

function readNumber(option: string, value: string | boolean, least: number): number {
  const number = typeof value === "string" && /^\d+(?:\.\d+)?$/u.test(value) ? Number(value) : -1;
  if (number < least || (option === "rounds" && !Number.isInteger(number))) throw new Failure(`--${option} needs a number of ${least} or more, not "${String(value)}".`);
  return number;
}

function checkOption(token: { readonly name: string; readonly rawName: string; readonly value: string | undefined }): void {
  const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as keyof typeof OPTIONS] : undefined;
  if (option === undefined) throw new Failure(`There is no option ${token.rawName}; leakproof --help lists the options.`);
  if (option.type === "string" && token.value === undefined) throw new Failure(`${token.rawName} needs a value; leakproof --help says which.`);
  if (option.type === "boolean" && token.value !== undefined) throw new Failure(`${token.rawName} takes no value.`);
}

function pick<Name extends string>(option: string, value: unknown, names: readonly Name[]): Name {
  const name = names.find((candidate) => candidate === value);
  if (name === undefined) throw new Failure(`There is no ${option} "${String(value)}"; known are ${names.join(", ")}.`);
  return name;
}

function readLimit(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const limit = typeof value === "string" && /^\d+$/u.test(value) ? Number(value) : undefined;
  if (limit === undefined) throw new Failure(`--max-warnings needs a whole number of 0 or more, not "${String(value)}".`);
  return limit;
}

function readThreads(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const threads = typeof value === "string" && /^\d{1,3}$/u.test(value) ? Number(value) : 0;
  if (threads < 1) throw new Failure(`--threads needs a whole number from 1 to 999, not "${String(value)}".`);
  return threads;
}

function readSince(value: string | boolean | undefined): string | undefined {
  if (value === "") throw new Failure("--since needs the name of a commit, such as origin/main.");
  return typeof value === "string" ? value : undefined;
}

function readSource(value: string | boolean | undefined): string | undefined {
  if (value === "") throw new Failure("--source needs the directory of the program's source.");
  return typeof value === "string" ? value : undefined;
}

function readRules(value: string | boolean | undefined, values: object): readonly string[] | undefined {
  if (typeof value !== "string") return undefined;
  // They speak of a part of the findings, or of other contents than those on the disk.
  const other = ["since", "staged"].find((option) => option in values);
  if (other !== undefined) throw new Failure(`--apply-suggestions writes to the files on the disk, whole ones; leave out --${other}.`);
  return value.split(",");
}

function readOutput(value: string | boolean | undefined): string | undefined {
  if (value === "") throw new Failure("--output needs the name of a file.");
  return typeof value === "string" ? value : undefined;
}

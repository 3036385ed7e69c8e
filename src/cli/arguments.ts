import { parseArgs } from "node:util";

import { Failure } from "./failures.ts";

export const FORMATS = ["stylish", "json", "sarif", "github", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** What the user asked for. */
export type Command =
  | { readonly action: "help" }
  | { readonly action: "version" }
  | LintCommand;

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
  /** The file to write to; undefined for the standard output. */
  readonly output: string | undefined;
}

const OPTIONS = {
  format: { type: "string", default: "stylish" },
  help: { type: "boolean", short: "h" },
  "max-warnings": { type: "string" },
  output: { type: "string", short: "o" },
  preset: { type: "string", default: "recommended" },
  settings: { type: "string" },
  staged: { type: "boolean" },
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
  return {
    action: "lint",
    paths: positionals.length === 0 ? ["."] : positionals,
    preset: pick("preset", values.preset, presets),
    format: pick("format", values.format, FORMATS),
    maxWarnings: readLimit(values["max-warnings"]),
    settings: values.settings as string | undefined,
    staged: values.staged === true,
    output: readOutput(values.output),
  };
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

function readOutput(value: string | boolean | undefined): string | undefined {
  if (value === "") throw new Failure("--output needs the name of a file.");
  return typeof value === "string" ? value : undefined;
}

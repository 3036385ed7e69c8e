/** A run of ESLint with our rules and nothing else, ready to check files and texts below a directory. */
import type { ESLint, Linter } from "eslint";

import type { Explainer } from "../bench/explanation.ts";
import plugin from "../index.ts";
import type { TextsAhead } from "../project/texts-ahead.ts";
import { listenToAccounts, type Finding } from "./accounts.ts";
import { buildComponentParsers } from "./parsers/component-parsers.ts";
import { buildConfiguration } from "./configuration.ts";
import { buildOxcReader } from "./parsers/oxc-reader.ts";
import { buildRefusingParser, buildTypedParser } from "./parsers/typed-parser.ts";
import { NotesTaker, type Notes } from "./notes.ts";
import { loadESLint, loadOxcParser, loadTypeScriptSupport, type TypeScriptSupport } from "./peers.ts";
import { sortResults } from "./results.ts";
import { buildTypeScriptProjects } from "./parsers/typescript-projects.ts";

export interface Linted {
  readonly results: readonly ESLint.LintResult[];
  readonly findings: readonly Finding[];
  /** Sentences about files that were named but not checked. */
  readonly notices: readonly string[];
}

export interface Session {
  /** Checks files that are there and not left out. */
  lintFiles(files: readonly string[]): Promise<Linted>;
  /** Checks a text as the content of a file; nothing comes of a file that is left out. */
  lintText(text: string, file: string): Promise<Linted>;
  /** What was learned of the files since it was asked last. */
  takeNotes(): Notes;
}

/** Plain data: a thread can be given it. */
export interface SessionRequest {
  readonly preset: string;
  /** What stands at `settings.leakproof`; undefined for nothing. */
  readonly settings: unknown;
  /** What the project says before its disk does, by absolute paths. */
  readonly textsAhead?: TextsAhead | undefined;
  /** Patterns left out besides the generated files. */
  readonly ignores: readonly string[];
}

/** Opens a session; throws a `Failure` where there is no ESLint that can run it. `meet` is shown the explainer of each file while its syntax tree is there. */
export async function openSession({ preset, settings, textsAhead, ignores }: SessionRequest, cwd: string, meet?: (file: string, explainer: Explainer) => void): Promise<Session> {
  const ESLintClass = await loadESLint(cwd);
  const support = loadTypeScriptSupport(cwd);
  const notes = new NotesTaker();
  const listener = listenToAccounts(plugin.configs[preset] as Linter.Config, meet);
  const parsers = await parsersFor(support, cwd, notes);
  const components = buildComponentParsers(cwd, "missing" in support ? parsers.typescriptParser : support.parser, !("missing" in support), notes.noteUnread);
  const configuration = buildConfiguration({ preset: listener.preset, ...parsers, componentParsers: components, ignores, settings, textsAhead, onFile: notes.noteFile });
  const eslint = new ESLintClass({ cwd, overrideConfigFile: true, overrideConfig: configuration });
  const sort = (all: readonly ESLint.LintResult[]): Linted => {
    const { results, notices } = sortResults(all, (file) => notes.isUnread(file), cwd);
    return { results, findings: listener.collectFindings(results), notices };
  };
  return {
    lintFiles: async (files) => sort(await eslint.lintFiles([...files])),
    lintText: async (text, filePath) => sort(await eslint.lintText(text, { filePath, warnIgnored: false })),
    takeNotes: () => notes.take(),
  };
}

async function parsersFor(support: TypeScriptSupport, cwd: string, { noteNotice, noteUnread }: NotesTaker) {
  if ("missing" in support) return { javascriptParser: undefined, typescriptParser: buildRefusingParser((file) => noteUnread({ noun: "TypeScript file", file, trouble: support.missing })) };
  const projects = buildTypeScriptProjects(support.typescript, cwd, noteNotice);
  const oxc = await loadOxcParser(cwd);
  if (oxc !== undefined && "trouble" in oxc) noteNotice(oxc.trouble);
  const parser = buildTypedParser(support, projects, oxc === undefined || "trouble" in oxc ? undefined : buildOxcReader(oxc));
  return { javascriptParser: parser, typescriptParser: parser };
}

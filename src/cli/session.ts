/** A run of ESLint with our rules and nothing else, ready to check files and texts below a directory. */
import type { ESLint, Linter } from "eslint";

import type { Explainer } from "../bench/explanation.ts";
import plugin from "../index.ts";
import { listenToAccounts, type Finding } from "./accounts.ts";
import { buildComponentParsers } from "./component-parsers.ts";
import { buildConfiguration } from "./configuration.ts";
import { buildRefusingParser, buildTypedParser } from "./parsers.ts";
import { loadESLint, loadTypeScriptSupport, type TypeScriptSupport } from "./peers.ts";
import { buildProgress } from "./progress.ts";
import { sortResults } from "./results.ts";
import { buildTypeScriptProjects } from "./typescript-projects.ts";

export interface Linted {
  readonly results: readonly ESLint.LintResult[];
  readonly findings: readonly Finding[];
  /** Sentences about files that were named but not checked. */
  readonly notices: readonly string[];
}

export interface Session {
  readonly eslint: ESLint;
  /** Checks the files that ESLint finds for the patterns. */
  lintFiles(patterns: readonly string[]): Promise<Linted>;
  /** Checks a text as the content of a file; nothing comes of a file that is left out. */
  lintText(text: string, file: string): Promise<Linted>;
  /** Ends the count of files, and tells what is known of the whole run. */
  finish(): Outcome;
}

export interface Outcome {
  readonly files: number;
  /** What the user should know but cannot be blamed for. */
  readonly notices: readonly string[];
  /** What was to be checked and could not be. */
  readonly failures: readonly string[];
}

export interface SessionRequest {
  readonly preset: string;
  /** What stands at `settings.leakproof`; undefined for nothing. */
  readonly settings: unknown;
  /** Patterns left out besides the generated files. */
  readonly ignores: readonly string[];
  /** Is shown the explainer of each file while its syntax tree is there. */
  readonly meet?: ((file: string, explainer: Explainer) => void) | undefined;
}

/** Opens a session; throws a `Failure` where there is no ESLint that can run it. */
export async function openSession({ preset, settings, ignores, meet }: SessionRequest, cwd: string): Promise<Session> {
  const ESLintClass = await loadESLint(cwd);
  const support = loadTypeScriptSupport(cwd);
  const unreadable: string[] = [];
  const refused = new Set<string>();
  const refusedScripts = new Set<string>();
  const progress = buildProgress(process.stderr, cwd);
  const listener = listenToAccounts(plugin.configs[preset] as Linter.Config, meet);
  const parsers = parsersFor(support, cwd, unreadable, refusedScripts);
  const components = buildComponentParsers(cwd, "missing" in support ? parsers.typescriptParser : support.parser, !("missing" in support), refused);
  const configuration = buildConfiguration({ preset: listener.preset, ...parsers, componentParsers: components, ignores, settings, onFile: progress.step });
  const eslint = new ESLintClass({ cwd, overrideConfigFile: true, overrideConfig: configuration });
  const sort = (all: readonly ESLint.LintResult[]): Linted => {
    const { results, notices } = sortResults(all, new Set([...refused, ...refusedScripts]), cwd);
    return { results, findings: listener.collectFindings(results), notices };
  };
  return {
    eslint,
    lintFiles: async (patterns) => sort(await eslint.lintFiles([...patterns])),
    lintText: async (text, filePath) => sort(await eslint.lintText(text, { filePath, warnIgnored: false })),
    finish: () => ({
      files: progress.finish(),
      notices: unreadable,
      failures: [
        ...("missing" in support && refusedScripts.size > 0 ? [describeRefused(refusedScripts.size, support.missing)] : []),
        ...components.flatMap((component) => component.describeMissing() ?? []),
      ],
    }),
  };
}

function parsersFor(support: TypeScriptSupport, cwd: string, unreadable: string[], refused: Set<string>) {
  if ("missing" in support) return { javascriptParser: undefined, typescriptParser: buildRefusingParser(refused) };
  const projects = buildTypeScriptProjects(support.typescript, cwd, (line) => unreadable.push(line));
  const parser = buildTypedParser(support, projects);
  return { javascriptParser: parser, typescriptParser: parser };
}

function describeRefused(count: number, reason: string): string {
  return `${count} TypeScript ${count === 1 ? "file was" : "files were"} not checked: ${reason}`;
}

/** Lints a text with ESLint and our rules, where there is neither a disk nor Node. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint/universal";
import type { Linter as LinterTypes, Rule } from "eslint";

import { analyzeFile, type FileAnalysis } from "../../../src/analyze-file.ts";
import type { FileExplanation } from "../../../src/bench/explanation.ts";
import { listenToAccounts, type Finding as HeardFinding } from "../../../src/cli/accounts.ts";
import { presetOf } from "../../../src/cli/explain/verdict-words.ts";
import type { FlowOwner } from "../../../src/flow/graph.ts";
import plugin from "../../../src/index.ts";
import type { Finding, HeardCandidate, LintAnswer, LintRequest, Speakers } from "../protocol.ts";
import { readGraphs, readKeys } from "./observations.ts";

const linter = new Linter();
const PREFIX = `${plugin.meta.namespace}/`;

/** Lints what is asked for; a text that does not parse is a `trouble`, not an error. */
export async function lint(request: LintRequest): Promise<LintAnswer> {
  const { id, code, language, isThorough } = request;
  // An analysis of another file name would take it for a test or a script.
  const filename = `/src/example.${language}`;
  const parsing = await readParsing(request, filename);
  const start = performance.now();
  const seen: { explanation?: FileExplanation; analysis?: FileAnalysis; owners: FlowOwner[] } = { owners: [] };
  const listener = listenToAccounts(configOf(request.speakers), (_, explainer) => {
    if (isThorough) seen.explanation ??= explainer.explainFile();
  });
  const observer = buildObserver((analysis) => (seen.analysis = analysis), seen.owners);
  const configs: LinterTypes.Config[] = [
    { files: ["**/*.{js,jsx,ts,tsx}"], languageOptions: { ecmaVersion: "latest", sourceType: "module", ...parsing }, linterOptions: { reportUnusedDisableDirectives: "off" } },
    listener.preset,
    ...(request.settings === undefined || request.settings.trim() === "" ? [] : [{ settings: { leakproof: JSON.parse(request.settings) as unknown } }]),
    ...(isThorough ? [{ plugins: { observer: { rules: { observe: observer } } }, rules: { "observer/observe": "error" } } as LinterTypes.Config] : []),
  ];
  const messages = linter.verify(code, configs, { filename });
  const fatal = messages.find((message) => message.fatal === true);
  const ours = messages.filter(({ ruleId }) => ruleId?.startsWith(PREFIX) === true);
  const result = { filePath: filename, messages: ours, source: code } as unknown as Parameters<typeof listener.collectFindings>[0][number];
  const findings = listener.collectFindings([result]).map(describeFinding);
  const facts = fatal === undefined ? seen.analysis?.facts : undefined;
  return {
    id,
    ...(fatal && { trouble: { message: fatal.message.replace(/^Parsing error: /u, ""), line: fatal.line, column: fatal.column } }),
    findings,
    candidates: (seen.explanation?.candidates ?? []).map((candidate): HeardCandidate => ({ ...candidate, preset: presetOf(candidate) })),
    keys: facts === undefined ? [] : readKeys(facts),
    graphs: facts === undefined ? [] : readGraphs(facts, seen.owners),
    milliseconds: performance.now() - start,
  };
}

async function readParsing({ code, language, isTyped }: LintRequest, filename: string): Promise<LinterTypes.LanguageOptions> {
  const parserOptions = { ecmaFeatures: { jsx: language.endsWith("x") } };
  if (language.startsWith("js")) return { parserOptions };
  const { parser, buildProgram } = await import("./typescript.ts");
  return { parser, parserOptions: { ...parserOptions, ...(isTyped && { programs: [await buildProgram(filename, code)] }) } };
}

function configOf(speakers: Speakers): LinterTypes.Config {
  if ("preset" in speakers) return plugin.configs[speakers.preset];
  return { plugins: { [plugin.meta.namespace]: plugin }, rules: { [PREFIX + speakers.rule]: ["error", { confidence: speakers.confidence }] } };
}

/** A rule that reports nothing, and shows the analysis and everything that has a graph. */
function buildObserver(meet: (analysis: FileAnalysis) => void, owners: FlowOwner[]): Rule.RuleModule {
  return {
    create(context) {
      meet(analyzeFile(context as unknown as Parameters<typeof analyzeFile>[0]));
      const add = (node: unknown): void => {
        owners.push(node as TSESTree.Node as FlowOwner);
      };
      return { Program: add, FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add, StaticBlock: add };
    },
  };
}

function describeFinding({ message, account, explanation }: HeardFinding): Finding {
  const { ruleId, line, column, endLine, endColumn, suggestions } = message;
  return {
    rule: (ruleId ?? "").slice(PREFIX.length),
    message: message.message,
    line,
    column,
    endLine: endLine ?? line,
    endColumn: endColumn ?? column + 1,
    suggestions: (suggestions ?? []).map(({ desc, fix }) => ({ desc, fix: { range: fix.range, text: fix.text } })),
    account,
    explanation,
  };
}

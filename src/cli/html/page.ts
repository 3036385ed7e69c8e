/** Writes results as one page that needs nothing else: no network, no other file; its script only filters, moves and switches. */
import { createHash } from "node:crypto";
import { relative, sep } from "node:path";

import type { ESLint } from "eslint";

import type { Finding } from "../accounts.ts";
import type { RulePage } from "../rule-pages.ts";
import { renderFinding } from "./finding.ts";
import { countOf, escapeText } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";
import { renderSummary, renderTroubles } from "./summary.ts";

export interface PageInput {
  readonly version: string;
  readonly preset: string;
  readonly rules: readonly RulePage[];
  readonly results: readonly ESLint.LintResult[];
  readonly findings: readonly Finding[];
  readonly cwd: string;
  /** How many files were checked. */
  readonly files: number;
  /** Sentences about what could not be checked. */
  readonly failures: readonly string[];
}

/** The policy lets nothing in but the page's own style and script. */
const POLICY = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** Describes a run as the text of a page. */
export function describeAsPage({ version, preset, rules, results, findings, cwd, files, failures }: PageInput): string {
  const nameOf = (file: string): string => relative(cwd, file).replaceAll(sep, "/");
  const troubles = [
    ...results.flatMap(({ filePath, messages }) => messages.filter(({ ruleId }) => ruleId === null).map(({ line, message }) => `${nameOf(filePath)}:${line ?? 1}: ${message}`)),
    ...failures,
  ];
  const title = findings.length === 0 ? "Nothing to report" : countOf(findings.length, "finding");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title} - leakproof</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header class="top"><h1>leakproof</h1><p>Slow leaks, preset <code>${escapeText(preset)}</code>, version ${escapeText(version)}</p><button type="button" id="theme">Dark</button></header>
${renderSummary(findings, rules, files)}
${renderTroubles(troubles)}
<main id="findings" tabindex="-1">${findings.length === 0 ? "" : TOOLS + renderFiles(findings, rules, nameOf)}</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const TOOLS = `<div class="tools"><label for="filter">Filter</label><input type="search" id="filter" placeholder="words of a path, a rule or a message" autocomplete="off" spellcheck="false"><output id="count" for="filter"></output><p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>/</kbd> filter</p></div>
<p class="legend"><span class="start">acquired</span><span class="way">on the way</span><span class="exit">left behind</span><span class="release">the release it misses</span></p>
`;

/** The findings under their files, in the order of the results. */
function renderFiles(findings: readonly Finding[], rules: readonly RulePage[], nameOf: (file: string) => string): string {
  const byFile = new Map<string, string[]>();
  for (const [index, finding] of findings.entries()) {
    const article = renderFinding(finding, nameOf(finding.filePath), index + 1, rules.find(({ id }) => id === finding.message.ruleId));
    byFile.set(finding.filePath, [...(byFile.get(finding.filePath) ?? []), article]);
  }
  return [...byFile].map(([file, articles]) => `<section class="file"><h2>${escapeText(nameOf(file))} <span>${articles.length}</span></h2>\n${articles.join("\n")}</section>`).join("\n");
}

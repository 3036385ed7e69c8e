/** Writes results as SARIF 2.1.0, the format code scanning services read. */
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

import type { ESLint, Linter, Rule } from "eslint";

import { PROJECT_PAGE } from "./project-page.ts";

export interface SarifInput {
  readonly plugin: { readonly meta: { readonly version: string; readonly namespace: string }; readonly rules: object };
  readonly results: readonly ESLint.LintResult[];
  readonly cwd: string;
  readonly exitCode: number;
  /** Sentences about what could not be checked. */
  readonly failures: readonly string[];
}

const SOURCE_ROOT = "SRCROOT";

/** Describes a run as the text of a SARIF log. Findings that a comment silences are left out: services would open alerts for them. */
export function describeAsSarif({ plugin, results, cwd, exitCode, failures }: SarifInput): string {
  const root = pathToFileURL(`${cwd}/`).href;
  const rules = collectRules(plugin);
  const notifications = [
    ...results.flatMap((result) => result.messages.filter(isSyntaxError).map((message) => buildNotification(message, result.filePath, root))),
    ...failures.map((text) => ({ level: "error", message: { text } })),
  ];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "leakproof", version: plugin.meta.version, semanticVersion: plugin.meta.version, informationUri: PROJECT_PAGE, rules },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [SOURCE_ROOT]: { uri: root } },
        invocations: [{ executionSuccessful: notifications.length === 0, exitCode, toolExecutionNotifications: notifications }],
        results: results.flatMap((result) => collectFindings(result, root, rules.map(({ id }) => id))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function isSyntaxError(message: Linter.LintMessage): boolean {
  return message.ruleId === null;
}

function collectRules({ meta, rules }: SarifInput["plugin"]) {
  return Object.entries(rules as Record<string, Rule.RuleModule>).map(([name, rule]) => {
    const description = rule.meta?.docs?.description ?? name;
    const url = rule.meta?.docs?.url ?? PROJECT_PAGE;
    return {
      id: `${meta.namespace}/${name}`,
      name,
      shortDescription: { text: description },
      fullDescription: { text: `${description}.` },
      help: { text: `What is reported, what is not, and what to do: ${url}`, markdown: `[What is reported, what is not, and what to do](${url})` },
      helpUri: url,
    };
  });
}

function collectFindings(result: ESLint.LintResult, root: string, ruleIds: readonly string[]) {
  const lines = result.source?.split(/\r\n|[\n\r\u2028\u2029]/u) ?? [];
  const seen = new Map<string, number>();
  return result.messages.filter((message) => !isSyntaxError(message)).map((message) => {
    const ruleId = String(message.ruleId);
    const key = `${ruleId}\n${lines[message.line - 1]?.trim() ?? ""}`;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return {
      ruleId,
      ruleIndex: ruleIds.indexOf(ruleId),
      level: message.severity === 2 ? "error" : "warning",
      message: { text: message.message },
      locations: [buildLocation(message, result.filePath, root)],
      // Made of the rule, the text of the line and its turn in the file, so that lines added above change nothing.
      partialFingerprints: { "ruleAndLine/v1": createHash("sha256").update(`${key}\n${earlier}`).digest("hex").slice(0, 32) },
    };
  });
}

function buildNotification(message: Linter.LintMessage, file: string, root: string) {
  return { level: "error", message: { text: message.message }, locations: [buildLocation(message, file, root)] };
}

/** SARIF counts lines and columns from 1 as ESLint does; a parser may give no position at all. */
function buildLocation({ line, column, endLine, endColumn }: Linter.LintMessage, file: string, root: string) {
  const start = { startLine: Math.max(line || 1, 1), startColumn: Math.max(column || 1, 1) };
  const end = endLine == null || endColumn == null ? {} : { endLine, endColumn };
  return {
    physicalLocation: {
      artifactLocation: { uri: pathToFileURL(file).href.slice(root.length), uriBaseId: SOURCE_ROOT },
      region: { ...start, ...end },
    },
  };
}

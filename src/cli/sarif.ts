/** Writes results as SARIF 2.1.0, the format code scanning services read. */
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

import type { ESLint, Linter } from "eslint";

import type { Finding } from "./accounts.ts";
import { PROJECT_PAGE } from "../report/project-page.ts";
import type { RulePage } from "./rule-pages.ts";
import { RULE_PRECISION } from "./rule-precision.ts";
import { buildCodeFlows, buildRelatedLocations } from "./sarif-flows.ts";
import { buildFixes, buildLocation } from "./sarif-places.ts";
import { buildVerdictProperties } from "./sarif-verdict.ts";

export interface SarifInput {
  readonly version: string;
  readonly rules: readonly RulePage[];
  readonly results: readonly ESLint.LintResult[];
  readonly findings: readonly Finding[];
  readonly cwd: string;
  readonly exitCode: number;
  /** Sentences about what could not be checked. */
  readonly failures: readonly string[];
}

/** Describes a run as the text of a SARIF log. Findings that a comment silences are left out: services would open alerts for them. */
export function describeAsSarif({ version, rules, results, findings, cwd, exitCode, failures }: SarifInput): string {
  const root = pathToFileURL(`${cwd}/`).href;
  const notifications = [
    ...results.flatMap((result) => result.messages.filter(({ ruleId }) => ruleId === null).map((message) => buildNotification(message, result.filePath, root))),
    ...failures.map((text) => ({ level: "error", message: { text } })),
  ];
  const invocation = { executionSuccessful: notifications.length === 0, exitCode, workingDirectory: { uri: root }, toolExecutionNotifications: notifications };
  const fingerprint = buildFingerprints();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "leakproof", version, semanticVersion: version, informationUri: PROJECT_PAGE, rules: rules.map(buildRule) } },
        columnKind: "utf16CodeUnits",
        newlineSequences: ["\r\n", "\n", "\u2028", "\u2029"],
        originalUriBaseIds: { SRCROOT: { uri: root } },
        invocations: [invocation],
        results: findings.map((finding) => buildResult(finding, root, rules, fingerprint(finding))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function buildRule({ id, name, description, url, introduction, markdown, isRecommended }: RulePage) {
  const precision = RULE_PRECISION[id.slice(id.lastIndexOf("/") + 1)];
  const plain = introduction.replaceAll("**", "");
  return {
    id,
    name,
    shortDescription: { text: description },
    fullDescription: { text: firstParagraphOf(plain) },
    help: { text: `${plain}\n\n${url}`, markdown: markdown === undefined ? `[What is reported, what is not, and what to do](${url})` : `${markdown}\n\n[The page of this rule](${url})` },
    helpUri: url,
    defaultConfiguration: { level: "error", enabled: isRecommended },
    properties: { tags: ["reliability", "resource-leak"], ...(precision !== undefined && { precision }) },
  };
}

/** What services show in a list, where a whole introduction is too long. */
function firstParagraphOf(text: string): string {
  return (text.split(/\n\s*\n/u)[0] ?? text).replaceAll(/\s+/gu, " ").replace(/:$/u, ".");
}

function buildResult(finding: Finding, root: string, rules: readonly RulePage[], fingerprint: string) {
  const { filePath, message, account, explanation, confirmation } = finding;
  const fixes = buildFixes(finding, root);
  return {
    ruleId: String(message.ruleId),
    ruleIndex: rules.findIndex(({ id }) => id === message.ruleId),
    level: message.severity === 2 ? "error" : "warning",
    message: { text: message.message },
    locations: [buildLocation(message, filePath, root)],
    ...(account !== undefined && { relatedLocations: buildRelatedLocations(account, finding, root), codeFlows: buildCodeFlows(account, filePath, root) }),
    ...(fixes.length > 0 && { fixes }),
    ...((explanation ?? confirmation) !== undefined && { properties: { ...(explanation && buildVerdictProperties(explanation)), ...(confirmation && { [confirmation.kind]: { name: confirmation.name, counts: confirmation.counts } }) } }),
    partialFingerprints: { "ruleAndLine/v1": fingerprint },
  };
}

function buildNotification(message: Linter.LintMessage, file: string, root: string) {
  return { level: "error", message: { text: message.message }, locations: [buildLocation(message, file, root)] };
}

/** A fingerprint is made of the rule, the text of the line and its turn in the file, so that lines added above change nothing. */
function buildFingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ filePath, source, message }) => {
    const line = source.split(/\r\n|[\n\r\u2028\u2029]/u)[message.line - 1]?.trim() ?? "";
    const key = `${String(message.ruleId)}\n${line}`;
    const inFile = `${filePath}\n${key}`;
    const earlier = seen.get(inFile) ?? 0;
    seen.set(inFile, earlier + 1);
    return createHash("sha256").update(`${key}\n${earlier}`).digest("hex").slice(0, 32);
  };
}

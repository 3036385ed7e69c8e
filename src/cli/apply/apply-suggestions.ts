/** Applies suggestions to the files on the disk: one by one, and only those that end their report and bring no other. */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

import type { Rule } from "eslint";

import type { Finding } from "../accounts.ts";
import { textOf } from "../change/same-finding.ts";
import { Failure } from "../failures.ts";
import type { Linted, Session } from "../session.ts";

/** What is left to tell after the edits. */
export interface Applied extends Linted {
  /** How many suggestions were applied. */
  readonly count: number;
  /** How many files were written. */
  readonly files: number;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** Reads the names of rules, with the namespace or without it; throws a `Failure` for a rule that makes no suggestions. */
export function readSuggestingRules(words: readonly string[], rules: object): ReadonlySet<string> {
  const suggesting = Object.entries(rules as Record<string, Rule.RuleModule>).filter(([, { meta }]) => meta?.hasSuggestions === true).map(([name]) => name);
  return new Set(words.map((word) => {
    const name = word.trim().replace(/^leakproof\//u, "");
    if (!suggesting.includes(name)) throw new Failure(`--apply-suggestions knows no rule "${word}" that makes suggestions; these do: ${suggesting.join(", ")}.`);
    return `leakproof/${name}`;
  }));
}

/** Applies what the findings of these rules suggest, writes the files, and answers what is found in them afterwards. */
export async function applySuggestions(session: Session, linted: Linted, rules: ReadonlySet<string>, cwd: string): Promise<Applied> {
  const [results, findings, notices] = [[...linted.results], [...linted.findings], [...linted.notices]];
  let [count, files] = [0, 0];
  for (const [index, { filePath }] of linted.results.entries()) {
    const own = linted.findings.filter((finding) => finding.filePath === filePath);
    const [first] = own;
    if (first === undefined || !own.some(({ message }) => rules.has(String(message.ruleId)))) continue;
    const mended = await mendText(session, filePath, first.source, own, rules);
    if (mended.count === 0) continue;
    if (!replaceText(filePath, first.source, mended.text)) {
      notices.push(`${relative(cwd, filePath)} was left as it is: it changed while it was checked, or cannot be written.`);
      continue;
    }
    [count, files] = [count + mended.count, files + 1];
    results.splice(index, 1, ...mended.linted.results);
    findings.splice(findings.indexOf(first), own.length, ...mended.linted.findings);
  }
  return { results, findings, notices, count, files };
}

interface Edit {
  readonly text: string;
  readonly linted: Linted;
}

/** Each edit takes a report away for good, so there are no more of them than reports. */
async function mendText(session: Session, file: string, source: string, found: readonly Finding[], rules: ReadonlySet<string>) {
  const tried = new Set<string>();
  let current: Edit = { text: source, linted: { results: [], findings: found, notices: [] } };
  for (let count = 0; ; count += 1) {
    const next = await findEdit(session, file, current, rules, tried);
    if (next === undefined) return { ...current, count };
    current = next;
  }
}

/** The first suggestion that ends its report alone; what is tried in vain is remembered, and not tried again. */
async function findEdit(session: Session, file: string, { text, linted }: Edit, rules: ReadonlySet<string>, tried: Set<string>): Promise<Edit | undefined> {
  const findings = linted.findings.filter(({ message }) => rules.has(String(message.ruleId)));
  for (const [index, finding] of findings.entries()) {
    // Those that say the same are told from each other by how many are still behind them, which no edit before them changes.
    const behind = findings.slice(index + 1).filter((other) => textOf(other) === textOf(finding)).length;
    for (const { desc, fix } of finding.message.suggestions ?? []) {
      const attempt = [textOf(finding), behind, desc, text.slice(...fix.range), fix.text].join("\n");
      if (tried.has(attempt)) continue;
      tried.add(attempt);
      const edited = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
      const after = await session.lintText(edited, file);
      if (endsAlone(finding, linted.findings, after)) return { text: edited, linted: after };
    }
  }
  return undefined;
}

/** Whether the text can still be read, and is told of all that was told before but this one, and of nothing else. */
function endsAlone(finding: Finding, before: readonly Finding[], after: Linted): boolean {
  if (after.results.length === 0 || after.results.some(({ fatalErrorCount }) => fatalErrorCount > 0)) return false;
  const left = before.filter((other) => other !== finding).map(textOf);
  return after.findings.every((other) => {
    const index = left.indexOf(textOf(other));
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  });
}

/** Writes the new text unless the file is no longer the one that was checked. */
function replaceText(file: string, source: string, text: string): boolean {
  try {
    const onDisk = readFileSync(file, "utf8");
    const mark = onDisk.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    if (onDisk !== mark + source) return false;
    writeFileSync(file, mark + text);
    return true;
  } catch {
    return false;
  }
}

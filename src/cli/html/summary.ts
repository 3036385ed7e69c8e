/** The head of the page: what was found, by rule, and what could not be checked. */
import type { Finding } from "../accounts.ts";
import type { RulePage } from "../rule-pages.ts";
import { countOf, escapeText, renderSentence } from "./markup.ts";

/** Renders the numbers and one button for each rule that found something; the button shows that rule alone. */
export function renderSummary(findings: readonly Finding[], rules: readonly RulePage[], files: number): string {
  const counted = rules.map((rule) => ({ rule, count: findings.filter(({ message }) => message.ruleId === rule.id).length })).sort((a, b) => b.count - a.count);
  const largest = Math.max(1, ...counted.map(({ count }) => count));
  const touched = new Set(findings.map(({ filePath }) => filePath)).size;
  const rows = counted.filter(({ count }) => count > 0).map(({ rule, count }) => renderRule(rule, count, count / largest));
  const silent = counted.filter(({ count }) => count === 0).map(({ rule }) => rule.name);
  return `<section class="summary" aria-label="Summary">
<ul class="numbers"><li><b>${findings.length}</b> ${findings.length === 1 ? "finding" : "findings"}</li><li><b>${touched}</b> ${touched === 1 ? "file" : "files"} with findings</li><li><b>${files}</b> ${files === 1 ? "file" : "files"} checked</li></ul>
${rows.length === 0 ? '<p class="clean">Nothing to report.</p>' : `<ul class="rules">${rows.join("")}</ul>`}
${rows.length === 0 || silent.length === 0 ? "" : `<p class="silent">Nothing from ${silent.map((name) => `<code>${escapeText(name)}</code>`).join(", ")}.</p>`}
</section>`;
}

function renderRule({ name, description, url }: RulePage, count: number, share: number): string {
  return `<li><button type="button" data-rule="${escapeText(name)}" aria-pressed="false" style="--share:${(share * 100).toFixed(1)}%"><b>${count}</b><span class="name">${escapeText(name)}</span><span class="what">${renderSentence(description)}</span></button><a href="${escapeText(url)}" aria-label="The page of ${escapeText(name)}">page</a></li>`;
}

/** Renders the files that could not be read and the sentences about others; nothing where all went well. */
export function renderTroubles(troubles: readonly string[]): string {
  if (troubles.length === 0) return "";
  return `<section class="troubles"><h2>${countOf(troubles.length, "problem")} in the way of the check</h2><ul>${troubles.map((text) => `<li>${renderSentence(text)}</li>`).join("")}</ul></section>`;
}

/** One finding of the page. */
import type { Site } from "../../report/account.ts";
import type { Finding } from "../accounts.ts";
import { buildLineIndex } from "../line-index.ts";
import type { RulePage } from "../rule-pages.ts";
import { renderDifference } from "./difference.ts";
import { renderExcerpt, type NumberedSite } from "./excerpt.ts";
import { escapeText, renderSentence } from "./markup.ts";
import { renderWhy } from "./why.ts";

/** Renders a finding; `path` is its file as the page names it, `index` its number on the page. */
export function renderFinding(finding: Finding, path: string, index: number, rule: RulePage | undefined): string {
  const { message, source, explanation, confirmation } = finding;
  const id = `finding-${index}`;
  const name = rule?.name ?? message.ruleId ?? "";
  const searched = `${path} ${name} ${message.message}`.toLowerCase();
  const severity = message.severity === 2 ? "error" : "warning";
  const said = confirmation === undefined ? "" : ` <span class="severity ${confirmation.kind}">${confirmation.kind === "confirmed" ? "confirmed" : "not confirmed"} ${escapeText(confirmation.counts.join(" > "))}</span>`;
  return `<article class="finding" id="${id}" tabindex="0" aria-labelledby="${id}-title" data-rule="${escapeText(name)}" data-text="${escapeText(searched)}">
<header><span class="severity ${severity}">${severity}</span>${said} <a class="rule" href="${escapeText(rule?.url ?? "")}">${escapeText(name)}</a> <span class="place">${escapeText(path)}:${message.line}:${message.column}</span></header>
<h3 id="${id}-title">${renderSentence(message.message)}</h3>
${renderSites(finding)}
${explanation === undefined ? "" : renderWhy(explanation)}
${(message.suggestions ?? []).map(({ desc, fix }) => `<details class="suggestion"><summary>${renderSentence(desc)}</summary>${renderDifference(source, fix)}</details>`).join("\n")}
</article>`;
}

function renderSites({ account, source, message }: Finding): string {
  const { lines } = buildLineIndex(source);
  const sites: readonly Site[] = account?.sites ?? [siteOfMessage(message)];
  const numbered = sites.map((site, index) => ({ ...site, number: index + 1 }));
  if (account?.shape !== "pair" || numbered.length !== 2) return renderExcerpt(lines, numbered, true);
  return `<div class="pair">${numbered.map((site) => renderSide(lines, site)).join("")}</div>`;
}

function renderSide(lines: readonly string[], site: NumberedSite): string {
  return `<section class="side ${site.role}"><h4><b>${site.number}</b>${renderSentence(site.text)} <span>line ${site.loc.start.line}</span></h4>${renderExcerpt(lines, [site], false)}</section>`;
}

/** For a report without an account: the place of its message. */
function siteOfMessage({ line, column, endLine, endColumn }: Finding["message"]): Site {
  const start = { line, column: column - 1 };
  return { role: "exit", loc: { start, end: endLine == null || endColumn == null ? { line, column } : { line: endLine, column: endColumn - 1 } }, text: "here" };
}

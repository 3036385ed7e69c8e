/** A finding beside the editor: what is wrong, the numbered steps, the suggestions as differences, why it is reported. */
import { renderDifference } from "../../src/cli/html/difference.ts";
import { escapeText, renderSentence } from "../../src/cli/html/markup.ts";
import { renderWhy } from "../../src/cli/html/why.ts";
import { linkTo } from "./root.ts";
import type { Finding, TextChange } from "./protocol.ts";

/** What a card asks of the editor beside it. */
export interface CardActions {
  /** The finding is in hand: its way is to be shown. */
  readonly pick: (finding: Finding) => void;
  readonly goTo: (line: number, column: number) => void;
  readonly apply: (change: TextChange) => void;
}

/** Builds the card of a finding; `source` is the text that was linted. */
export function buildFindingCard(finding: Finding, source: string, isPicked: boolean, actions: CardActions): HTMLElement {
  const card = document.createElement("article");
  card.className = isPicked ? "card picked" : "card";
  card.innerHTML = renderCard(finding, source, isPicked);
  card.querySelector(".pick")?.addEventListener("click", () => actions.pick(finding));
  for (const button of card.querySelectorAll<HTMLButtonElement>("[data-line]")) button.addEventListener("click", () => actions.goTo(Number(button.dataset.line), Number(button.dataset.column)));
  for (const [index, button] of card.querySelectorAll<HTMLButtonElement>(".apply").entries()) {
    const suggestion = finding.suggestions[index];
    if (suggestion !== undefined) button.addEventListener("click", () => actions.apply(suggestion.fix));
  }
  return card;
}

function renderCard({ rule, message, line, account, explanation, suggestions }: Finding, source: string, isPicked: boolean): string {
  const steps = (account?.sites ?? []).map(({ role, text, loc: { start } }, index) => `<li class="${role}"><button type="button" data-line="${start.line}" data-column="${start.column + 1}"><b>${index + 1}</b><span>${renderSentence(text)}</span> <span class="where">line ${start.line}</span></button></li>`);
  return `<header><a class="rule" href="${linkTo(`rules/${rule}.html`)}">${escapeText(rule)}</a> <span class="where">line ${line}</span>${steps.length === 0 ? "" : `<button type="button" class="pick" aria-pressed="${isPicked}">${isPicked ? "Hide the way" : "Show the way"}</button>`}</header>
<p class="message">${renderSentence(message)}</p>
${steps.length === 0 ? "" : `<ol class="steps">${steps.join("")}</ol>`}
${suggestions.map(({ desc, fix }) => `<div class="suggestion"><p><button type="button" class="apply">Apply</button> ${renderSentence(desc)}</p><details><summary>What changes</summary>${renderDifference(source, { range: [...fix.range], text: fix.text })}</details></div>`).join("")}
${explanation === undefined ? "" : renderWhy(explanation)}`;
}

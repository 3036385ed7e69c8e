/** What was heard of each candidate, as `leakproof explain` tells it. */
import { escapeText, renderSentence } from "../../src/cli/html/markup.ts";
import { collectUnknown, describeAnswer, describeReason, groupAnswers, QUESTION_HEADS } from "../../src/cli/explain/verdict-words.ts";
import type { HeardCandidate, Preset } from "./protocol.ts";

const PRESETS: readonly Preset[] = ["recommended", "strict", "audit"];
const SIGNS = { "leak": ["for", "+", "for a leak: "], "no leak": ["against", "\u2212", "against a leak: "], "open": ["open", "", ""] } as const;

/** Renders the candidates of a file; those whose statement is on `line` stand first and open. */
export function renderCandidates(candidates: readonly HeardCandidate[], preset: Preset, line: number): string {
  if (candidates.length === 0) return '<p class="none">There is no candidate in this code: nothing is acquired, kept under a key or added to a collection.</p>';
  const here = candidates.filter((candidate) => isOn(candidate, line));
  const others = candidates.filter((candidate) => !here.includes(candidate));
  const head = here.length === 0 ? `<p class="none">There is no candidate on line ${line}. Put the cursor on another line, or open one below.</p>` : `<h3>On line ${line}</h3>`;
  return `${head}${here.map((candidate) => renderCandidate(candidate, preset, true)).join("")}${others.length === 0 ? "" : `<h3>On other lines</h3>${others.map((candidate) => renderCandidate(candidate, preset, false)).join("")}`}`;
}

/** A line that the statement is on, or that a place is on which decided. */
function isOn({ statement, answers, decidedBy }: HeardCandidate, line: number): boolean {
  return (statement.line <= line && line <= statement.endLine) || answers.some(({ id, place }) => place?.line === line && decidedBy.includes(id));
}

function renderCandidate(candidate: HeardCandidate, preset: Preset, isOpen: boolean): string {
  const groups = [...groupAnswers(candidate)].map(([question, answers]) => `<dt>${escapeText(QUESTION_HEADS[question])}</dt>${answers.map((answer) => {
    const [className, sign, told] = SIGNS[answer.leans];
    const mark = sign === "" ? "" : `<i aria-hidden="true">${sign}</i><span class="told">${told}</span>`;
    return `<dd class="${className}">${mark}${renderSentence(describeAnswer(answer))}</dd>`;
  }).join("")}`);
  const unknown = collectUnknown(candidate);
  const { place, noun, source } = candidate;
  return `<details class="heard ${speaks(candidate, preset) ? "reported" : "quiet"}"${isOpen ? " open" : ""}><summary><span class="verdict">${describeVerdict(candidate, preset)}</span> ${escapeText(noun)} <code>${escapeText(source)}</code> <button type="button" class="where" data-line="${place.line}" data-column="${place.column}">line ${place.line}</button></summary>
<div class="why"><p>${renderSentence(capital(describeReason(candidate)))}.</p><dl>${groups.join("")}</dl>${unknown.length > 0 ? `<p class="unknown">Not known: ${escapeText(unknown.join(", "))}.</p>` : ""}</div></details>`;
}

function speaks({ preset }: HeardCandidate, chosen: Preset): boolean {
  return preset !== undefined && PRESETS.indexOf(preset as Preset) <= PRESETS.indexOf(chosen);
}

function describeVerdict(candidate: HeardCandidate, chosen: Preset): string {
  if (candidate.preset === undefined) return "Silent";
  return speaks(candidate, chosen) ? "Reported" : `Silent here, reported in ${escapeText(candidate.preset)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

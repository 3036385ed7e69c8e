/** Why a finding is reported, folded below it: what the report rests on, then all answers by their question. */
import type { CandidateExplanation, ExplainedAnswer } from "../../bench/explanation.ts";
import { collectUnknown, describeAnswer, describeReason, groupAnswers, QUESTION_HEADS } from "../explain/verdict-words.ts";
import { escapeText, renderSentence } from "./markup.ts";

/** The sign of a side is told to those, too, who do not see it. */
const SIDES: Readonly<Record<ExplainedAnswer["leans"], readonly [className: string, sign: string, name: string]>> = {
  "leak": ["for", "+", "for a leak: "],
  "no leak": ["against", "\u2212", "against a leak: "],
  "open": ["open", "", ""],
};

/** Renders the explanation of a finding. */
export function renderWhy(explanation: CandidateExplanation): string {
  const unknown = collectUnknown(explanation);
  const groups = [...groupAnswers(explanation)].map(([question, answers]) => `<dt>${escapeText(QUESTION_HEADS[question])}</dt>${answers.map(renderAnswer).join("")}`);
  return `<details class="why"><summary>Why this is reported</summary>
<p>It is ${escapeText(explanation.verdict)}: ${renderSentence(describeReason(explanation))}.</p>
<dl>${groups.join("\n")}</dl>
${unknown.length > 0 ? `<p class="unknown">Not known: ${escapeText(unknown.join(", "))}.</p>` : ""}</details>`;
}

function renderAnswer(answer: ExplainedAnswer): string {
  const [className, sign, name] = SIDES[answer.leans];
  const mark = sign === "" ? "" : `<i aria-hidden="true">${sign}</i><span class="told">${name}</span>`;
  return `<dd class="${className}">${mark}${renderSentence(describeAnswer(answer))}</dd>`;
}

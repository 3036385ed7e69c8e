/** The verdict on a candidate in words, for all that shows it: the command's blocks, SARIF, the page. */
import type { CandidateExplanation, ExplainedAnswer } from "../../bench/explanation.ts";
import plugin from "../../index.ts";

type Question = ExplainedAnswer["question"];

/** Each question as the head of its answers. */
export const QUESTION_HEADS: Readonly<Record<Question, string>> = {
  proof: "Proved",
  real: "Holds something?",
  unreleased: "Never released?",
  owned: "Nobody else's?",
  outlives: "Outlives its use?",
  repeats: "Again and again?",
  unmeant: "Not meant to stay?",
  reachable: "Can it happen?",
};

/** As the end of "nothing shows that …". */
const LACKS: Readonly<Record<Question, string>> = {
  proof: "it",
  real: "it holds something that must be given back",
  unreleased: "it is not released",
  owned: "it is nobody else's",
  outlives: "it outlives its use",
  repeats: "it happens again and again",
  unmeant: "nobody means it to stay",
  reachable: "this way out can happen",
};

/** What the file itself shows is the usual case, and needs no word. */
const BASES: Readonly<Record<ExplainedAnswer["basis"], string>> = { proved: "proved", typed: "by its type", shown: "", project: "by other files", named: "by a name" };

/** What decided, as the end of "Reported: …" and "Not reported: …", without a full stop. */
export function describeReason({ answers, decidedBy, lacks }: CandidateExplanation): string {
  if (lacks !== undefined) {
    const isHinted = answers.some(({ question, leans }) => question === lacks && leans === "leak");
    return `${isHinted ? "too little" : "nothing"} shows that ${LACKS[lacks]}`;
  }
  return decidedBy.flatMap((id) => answers.find((answer) => answer.id === id) ?? []).map(describeAnswer).join("; ");
}

/** What an answer says, and behind it what it rests on: "its owner ends, and it stays (line 12)". */
export function describeAnswer({ says, asks, basis, place, where }: ExplainedAnswer): string {
  const rests = [BASES[basis], place === undefined ? "" : `line ${place.line}`, where ?? ""].filter((part) => part !== "").join(", ");
  return `${says ?? `nobody knows: ${asks.split(/(?<=\?) /u)[0] ?? asks}`}${rests === "" ? "" : ` (${rests})`}`;
}

/** The answers by their question, in the order of the questions and those for a side first; what nobody knows is left out. */
export function groupAnswers({ answers }: CandidateExplanation): ReadonlyMap<Question, readonly ExplainedAnswer[]> {
  const known = answers.filter(({ says }) => says !== undefined).sort((one, other) => Number(one.leans === "open") - Number(other.leans === "open"));
  return new Map(answers.flatMap(({ question }) => (known.some((answer) => answer.question === question) ? [[question, known.filter((answer) => answer.question === question)] as const] : [])));
}

/** What nobody knows, each in two or three words: "second run". */
export function collectUnknown({ answers }: CandidateExplanation): readonly string[] {
  return answers.filter(({ level }) => level === "unknown").map(({ id }) => (id.split("/")[1] ?? id).replaceAll("-", " "));
}

/** How sure a verdict is, the surest first; a rule that asks for one of them speaks on those before it as well. */
const SURENESS = ["certain", "likely", "possible"];

/** The first preset that reports it; undefined where none does. */
export function presetOf({ rule, verdict }: CandidateExplanation): string | undefined {
  if (verdict === "silent") return undefined;
  return Object.entries(plugin.configs).map(([preset, config]) => [preset, optionOf(config, rule)] as const).find(([, option]) => option !== undefined && SURENESS.indexOf(option) >= SURENESS.indexOf(verdict))?.[0];
}

/** The `confidence` that a preset gives to a rule. */
function optionOf(config: object, rule: string): string | undefined {
  const { rules } = config as { readonly rules?: Readonly<Record<string, readonly [string, { readonly confidence: string }]>> };
  return rules?.[`${plugin.meta.namespace}/${rule}`]?.[1].confidence;
}

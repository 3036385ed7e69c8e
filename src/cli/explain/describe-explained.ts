/** Explained files as text for a terminal, and as data. */
import { relative } from "node:path";

import type { ExplainedAnswer } from "../../bench/explanation.ts";
import plugin from "../../index.ts";
import type { ExplainedCandidate, ExplainedFile } from "./explain-files.ts";
import { collectUnknown, describeAnswer, describeReason, groupAnswers, QUESTION_HEADS } from "./verdict-words.ts";

const LINE_WIDTH = 110;
const HEAD_WIDTH = 24;

/** What there is instead of candidates, by the kind of the file. */
const NOT_SOURCE: Readonly<Record<ExplainedFile["kind"], string>> = {
  source: "",
  test: ": it is code of a test, whose process ends with it",
  script: ": it is a script or configuration, which runs through and ends",
  generated: ": it is generated",
};

/** Describes the files as data, with the ids of all that was asked. */
export function describeAsJson(files: readonly ExplainedFile[]): string {
  return `${JSON.stringify({ version: plugin.meta.version, files }, undefined, 2)}\n`;
}

/** Describes the files for a reader: a block for each candidate, and what they come to. */
export function describeAsText(files: readonly ExplainedFile[], cwd: string): string {
  if (files.length === 0) return "";
  const blocks = files.flatMap((file) => describeFile(file, relative(cwd, file.filePath)));
  return `${[...blocks, ...describeSum(files)].join("\n\n")}\n`;
}

function describeFile({ kind, candidates, unexplained }: ExplainedFile, path: string): string[] {
  if (candidates.length + unexplained.length === 0) return [`${path}: no candidate${NOT_SOURCE[kind]}.`];
  // What is put on one target is often judged alike: that is told once, below all of them.
  const alike = new Map<string, { readonly line: number; readonly heads: string[] }>();
  const add = (line: number, head: string, body: string): void => {
    alike.set(body, { line: alike.get(body)?.line ?? line, heads: [...(alike.get(body)?.heads ?? []), head] });
  };
  for (const candidate of candidates) add(candidate.place.line, `${path}:${candidate.place.line}:${candidate.place.column}  ${candidate.noun}  ${candidate.source}`, describeBody(candidate));
  for (const { line, column, message, ruleId } of unexplained) add(line, `${path}:${line}:${column}  ${message}`, `  Reported by ${nameOf(ruleId ?? "")}, which cannot yet tell what its report rests on.`);
  return [...alike].sort(([, one], [, other]) => one.line - other.line).map(([body, { heads }]) => [...heads, body].join("\n"));
}

function describeBody(candidate: ExplainedCandidate): string {
  const unknown = collectUnknown(candidate);
  const decision = `${describeVerdict(candidate)}: ${describeReason(candidate)}.${candidate.isDisabled ? " A comment silences the report." : ""}`;
  return [
    ...wrap(decision, 2),
    ...[...groupAnswers(candidate)].flatMap(([question, answers]) => describeAnswers(question, answers)),
    ...(unknown.length > 0 ? wrap(`Not known: ${unknown.join(", ")}.`, 4) : []),
  ].join("\n");
}

/** What speaks for a side has a line of its own; the rest stands together below. */
function describeAnswers(question: ExplainedAnswer["question"], answers: readonly ExplainedAnswer[]): string[] {
  const open = answers.filter(({ leans }) => leans === "open").map(describeAnswer);
  const lines = [
    ...answers.filter(({ leans }) => leans !== "open").flatMap((answer) => wrap(`${answer.leans === "leak" ? "+" : "-"} ${describeAnswer(answer)}`, HEAD_WIDTH)),
    ...(open.length > 0 ? wrap(open.join("; "), HEAD_WIDTH + 2) : []),
  ];
  return lines.map((line, index) => (index === 0 ? `    ${QUESTION_HEADS[question]}`.padEnd(HEAD_WIDTH) + line.slice(HEAD_WIDTH) : line));
}

/** Breaks a text into lines that a terminal shows as they are, indented by so many blanks. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || indent + last.length + 1 + word.length > LINE_WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => " ".repeat(indent) + line);
}

/** Whether a candidate is reported, and by which rule and preset. */
export function describeVerdict({ preset, verdict, rule }: Pick<ExplainedCandidate, "preset" | "verdict" | "rule">): string {
  if (verdict === "silent") return "Not reported";
  if (verdict === "possible" && preset !== null) return `Possible only, in ${preset} by ${rule}`;
  return preset === null ? "Too unsure for any preset" : `Reported in ${preset} by ${rule}`;
}

function nameOf(ruleId: string): string {
  return ruleId.split("/").at(-1) ?? ruleId;
}

function describeSum(files: readonly ExplainedFile[]): string[] {
  const candidates = files.flatMap((file) => file.candidates);
  if (candidates.length === 0) return [];
  const countIn = (name: string | null): number => candidates.filter(({ preset }) => preset === name).length;
  const counts = Object.keys(plugin.configs).map((name, index) => [countIn(name), index === 0 ? `reported in ${name}` : `in ${name} alone`] as const);
  const parts = [...counts, [countIn(null), "silent"] as const].filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [`${candidates.length} ${candidates.length === 1 ? "candidate" : "candidates"}: ${parts.join(", ")}. (+ speaks for a leak, - against one.)`];
}

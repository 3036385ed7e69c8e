/** Whether two parts of keys are the same value: the same storage, the same call of the same values, or two different things. */
import type { TSESTree } from "@typescript-eslint/utils";

import { normalizers } from "../../catalogue/words/key-texts.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { writesOf } from "../../facts/variables.ts";
import { isLoop, isWithin, lineOf, unwrap } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { collectForms, type CallForm, type InputForm, type KeyForm } from "./key-form.ts";
import { matchByName } from "./parameter-names.ts";
import { findPrintedMoments } from "./moment-texts.ts";
import { sortOf, type ValueSort } from "./value-types.ts";
import { findVolatility, nameOfCalled } from "./volatility.ts";

/** Why two keys never match. */
export type Difference =
  | { readonly kind: "literal"; readonly filled: string; readonly asked: string }
  | { readonly kind: "surplus"; readonly text: string; readonly on: "filled" | "asked" }
  /** `areNamed`: nothing but their names tells that they are the same parts. */
  | { readonly kind: "order"; readonly areNamed?: true }
  | { readonly kind: "count"; readonly filled: number; readonly asked: number }
  | { readonly kind: "missing"; readonly on: "filled" | "asked" }
  | { readonly kind: "recomputed"; readonly reasons: readonly string[] }
  | { readonly kind: "overwritten"; readonly name: string; readonly line: number }
  | { readonly kind: "normalized"; readonly by: string; readonly on: "filled" | "asked" }
  | { readonly kind: "identity" }
  | { readonly kind: "text"; readonly on: "filled" | "asked" }
  | { readonly kind: "sort"; readonly filled: ValueSort; readonly asked: ValueSort }
  | { readonly kind: "moment"; readonly filled: string | undefined; readonly asked: string | undefined };

export type PartMatch =
  | { readonly kind: "same"; readonly confidence: Confidence }
  | { readonly kind: "unknown" }
  | { readonly kind: "never"; readonly difference: Difference; readonly confidence: Confidence };

const UNKNOWN: PartMatch = { kind: "unknown" };
const SAME: PartMatch = { kind: "same", confidence: "certain" };

/** Compares two parts. With `isPrinted` both are turned into text, so that a value and its text are the same. */
export function compareParts(file: FileFacts, filled: KeyForm, asked: KeyForm, isPrinted: boolean): PartMatch {
  const changed = compareEvaluations(file, filled, asked);
  if (changed !== undefined) return changed;
  const apart = compareMoments(file, filled, asked) ?? (isPrinted ? undefined : compareSorts(file, filled, asked));
  if (apart !== undefined) return apart;
  if (filled.kind === "text" || asked.kind === "text") return compareTexts(file, filled, asked, isPrinted);
  if (filled.kind === "literal" && asked.kind === "literal") {
    const isEqual = isPrinted ? String(filled.value) === String(asked.value) : filled.value === asked.value;
    return isEqual ? SAME : { kind: "never", difference: { kind: "literal", filled: String(filled.value), asked: String(asked.value) }, confidence: "certain" };
  }
  if (filled.kind === "input" && asked.kind === "input") return compareInputs(file, filled, asked);
  if (filled.kind === "member" && asked.kind === "member") {
    return filled.name === asked.name ? positive(compareParts(file, filled.of, asked.of, false)) : UNKNOWN;
  }
  if (filled.kind === "call" && asked.kind === "call" && filled.elements !== undefined && asked.elements !== undefined) return compareLists(file, filled.elements, asked.elements);
  if (filled.kind === "call" && asked.kind === "call" && filled.callee === asked.callee) return positive(compareArguments(file, filled, asked));
  return compareNormalized(file, filled, asked);
}

function positive(match: PartMatch): PartMatch {
  return match.kind === "never" && match.difference.kind !== "overwritten" ? UNKNOWN : match;
}

/** One evaluation is equal to itself; two evaluations of something that changes are not equal. */
function compareEvaluations(file: FileFacts, filled: KeyForm, asked: KeyForm): PartMatch | undefined {
  if ("at" in filled && "at" in asked && filled.at === asked.at && filled.kind === asked.kind) return SAME;
  if (filled.kind === "fresh" || asked.kind === "fresh") {
    const isProven = asked.kind === "fresh" && asked.isInPlace;
    return isProven ? { kind: "never", difference: { kind: "identity" }, confidence: "certain" } : UNKNOWN;
  }
  if (filled.kind === "changing" && asked.kind === "changing" && filled.what === asked.what && filled.what !== "counter") {
    const name = nameOfCalled(file, filled.node);
    return { kind: "never", difference: { kind: "recomputed", reasons: [`${name} gives another value at each call`] }, confidence: "certain" };
  }
  if (filled.kind !== "text" || asked.kind !== "text") return undefined;
  if (filled.of.kind === "changing" && asked.of.kind === "changing") return compareEvaluations(file, filled.of, asked.of);
  const [one, other] = [findVolatility(file, filled, true), findVolatility(file, asked, true)];
  if (one?.kind !== "changes" || other?.kind !== "changes") return undefined;
  return { kind: "never", difference: { kind: "recomputed", reasons: one.reasons }, confidence: weakest(one.confidence, other.confidence) };
}

function compareTexts(file: FileFacts, filled: KeyForm, asked: KeyForm, isPrinted: boolean): PartMatch {
  if (filled.kind === "text" && asked.kind === "text") return compareParts(file, filled.of, asked.of, true);
  const [text, plain] = filled.kind === "text" ? [filled, asked] : [asked as KeyForm & { kind: "text" }, filled];
  if (!isPrinted && isNoText(file, plain)) return { kind: "never", difference: { kind: "text", on: text === filled ? "filled" : "asked" }, confidence: "certain" };
  return filled.kind === "text" ? compareParts(file, filled.of, asked, true) : compareParts(file, filled, text.of, true);
}

/** Whether a value is surely no string: a number by its annotation, an object by its type. */
function isNoText(file: FileFacts, form: KeyForm): boolean {
  const sort = sortOf(file, form);
  return (sort !== undefined && sort !== "text") || (form.kind === "literal" && typeof form.value !== "string");
}

/** A number and a text are two keys, wherever they come from. A value and its own text are told by what makes the text. */
function compareSorts(file: FileFacts, filled: KeyForm, asked: KeyForm): PartMatch | undefined {
  if (filled.kind === "literal" || asked.kind === "literal" || filled.kind === "text" || asked.kind === "text") return undefined;
  const [one, other] = [sortOf(file, filled), sortOf(file, asked)];
  if (one === undefined || other === undefined || one === other || one === "object" || other === "object") return undefined;
  return { kind: "never", difference: { kind: "sort", filled: one, asked: other }, confidence: "certain" };
}

/** One moment, printed in two ways. */
function compareMoments(file: FileFacts, filled: KeyForm, asked: KeyForm): PartMatch | undefined {
  const printed = findPrintedMoments(filled, asked);
  if (printed === undefined) return undefined;
  const [one, other] = printed;
  const match = compareDates(file, one.moment, other.moment) ?? compareParts(file, one.moment, other.moment, false);
  return match.kind === "same" ? { kind: "never", difference: { kind: "moment", filled: one.by, asked: other.by }, confidence: match.confidence } : undefined;
}

/** `new Date(start)` on both sides: two objects, and one moment if both are made of the same. */
function compareDates(file: FileFacts, filled: KeyForm, asked: KeyForm): PartMatch | undefined {
  const [one, other] = [dateOf(file, filled), dateOf(file, asked)];
  if (one === undefined || other === undefined) return undefined;
  return positive(compareParts(file, buildKeyForm(file, one), buildKeyForm(file, other), false));
}

/** What a date is made of. */
function dateOf(file: FileFacts, form: KeyForm): TSESTree.Node | undefined {
  const node = form.kind === "fresh" && form.isUnchanged ? unwrap(form.node) : undefined;
  const isDate = node?.type === "NewExpression" && node.callee.type === "Identifier" && node.callee.name === "Date" && file.variables.isGlobal(node.callee);
  return isDate && node.arguments.length === 1 ? node.arguments[0] : undefined;
}

function compareInputs(file: FileFacts, filled: InputForm, asked: InputForm): PartMatch {
  if (filled.id === asked.id) return SAME;
  if (filled.variable !== undefined && filled.variable === asked.variable) return compareVersions(filled, asked);
  const confidence = matchByName(file, filled, asked);
  return confidence === undefined ? UNKNOWN : { kind: "same", confidence };
}

/** The same variable read on both sides, where one reading is of what a write has made of it. */
export function compareReadings(file: FileFacts, filled: TSESTree.Node, asked: TSESTree.Node): PartMatch {
  const variable = filled.type === "Identifier" ? file.variables.variableOf(filled) : undefined;
  return variable === undefined || file.variables.variableOf(asked) !== variable ? UNKNOWN : compareVersions({ variable, node: filled }, { variable, node: asked });
}

/** The same variable before and after a write that every way takes and that makes a new value of the old one. */
function compareVersions(filled: Pick<InputForm, "variable" | "node">, asked: Pick<InputForm, "variable" | "node">): PartMatch {
  const [first, second] = filled.node.range[0] < asked.node.range[0] ? [filled.node, asked.node] : [asked.node, filled.node];
  const { variable } = filled;
  if (variable === undefined || isInSharedLoop(first, second, variable.identifiers[0])) return UNKNOWN;
  const between = writesOf(variable).filter(({ identifier }) => identifier.range[0] > first.range[0] && identifier.range[0] < second.range[0]);
  const rewrites = between.filter((write) => write.writeExpr != null && isUnconditional(write.identifier, second) && isMadeOf(write.writeExpr, variable.name, write.identifier));
  const [rewrite] = rewrites;
  if (rewrite === undefined) return UNKNOWN;
  const isExtended = rewrites.some((write) => isExtension(write.writeExpr as TSESTree.Node, write.identifier));
  return { kind: "never", difference: { kind: "overwritten", name: variable.name, line: lineOf(rewrite.identifier) }, confidence: isExtended ? "certain" : "likely" };
}

function isInSharedLoop(first: TSESTree.Node, second: TSESTree.Node, declaration: TSESTree.Node | undefined): boolean {
  for (let at = first.parent; at != null; at = at.parent) {
    if (isLoop(at) && isWithin(second, at) && (declaration === undefined || !isWithin(declaration, at))) return true;
  }
  return false;
}

function isUnconditional(write: TSESTree.Node, read: TSESTree.Node): boolean {
  let statement: TSESTree.Node = write;
  while (statement.parent != null && statement.type !== "ExpressionStatement") statement = statement.parent;
  const list = statement.parent;
  return list?.type === "BlockStatement" && isWithin(read, list);
}

function isMadeOf(value: TSESTree.Node, name: string, target: TSESTree.Node): boolean {
  const assignment = target.parent;
  if (assignment?.type === "AssignmentExpression" && assignment.operator !== "=") return true;
  const mentions = (node: TSESTree.Node): boolean => {
    switch (node.type) {
      case "Identifier":
        return node.name === name;
      case "BinaryExpression":
        return mentions(node.left) || mentions(node.right);
      case "TemplateLiteral":
        return node.expressions.some(mentions);
      case "CallExpression":
        return mentions(node.callee) || node.arguments.some(mentions);
      case "MemberExpression":
        return mentions(node.object);
      default:
        return false;
    }
  };
  return mentions(value);
}

/** `x = prefix + x`, `x += suffix`: the new value is longer than the old one. */
function isExtension(value: TSESTree.Node, target: TSESTree.Node): boolean {
  const assignment = target.parent;
  if (assignment?.type === "AssignmentExpression" && assignment.operator === "+=") return value.type === "Literal" && value.value !== "";
  if (value.type === "TemplateLiteral") return value.quasis.some(({ value: { raw } }) => raw !== "");
  return value.type === "BinaryExpression" && value.operator === "+" && [value.left, value.right].some((side) => (side.type === "Literal" && side.value !== "") || isExtension(side, side));
}

/** Two lists as JSON: as many elements, each the same. */
function compareLists(file: FileFacts, filled: readonly KeyForm[], asked: readonly KeyForm[]): PartMatch {
  if (filled.length !== asked.length) return { kind: "never", difference: { kind: "count", filled: filled.length, asked: asked.length }, confidence: "certain" };
  const isSame = (one: KeyForm, other: KeyForm | undefined): boolean => other !== undefined && compareParts(file, one, other, false).kind === "same";
  if (filled.every((one, index) => isSame(one, asked[index]))) return SAME;
  return filled.every((one) => asked.some((other) => isSame(one, other))) ? { kind: "never", difference: { kind: "order" }, confidence: "likely" } : UNKNOWN;
}

function compareArguments(file: FileFacts, filled: CallForm, asked: CallForm): PartMatch {
  const [one, other] = [argumentsOf(filled), argumentsOf(asked)];
  if (one.length !== other.length || one.length === 0) return UNKNOWN;
  let confidence: Confidence = "certain";
  for (const [index, part] of one.entries()) {
    const match = compareParts(file, part, other[index] as KeyForm, false);
    if (match.kind !== "same") return match.kind === "never" && match.difference.kind === "overwritten" ? match : UNKNOWN;
    confidence = weakest(confidence, match.confidence);
  }
  return { kind: "same", confidence };
}

function argumentsOf(form: CallForm): readonly KeyForm[] {
  return form.receiver === undefined ? form.parts : [form.receiver, ...form.parts];
}

/** `x.toLowerCase()` on one side and `x` on the other: they match for some values only. */
function compareNormalized(file: FileFacts, filled: KeyForm, asked: KeyForm): PartMatch {
  for (const [call, plain, on] of [[filled, asked, "filled"], [asked, filled, "asked"]] as const) {
    if (call.kind !== "call" || (collectForms(plain).some((form) => form.kind === "call") && !isMadeOfOne(call, plain))) continue;
    if (normalizes(file, call, plain)) return { kind: "never", difference: { kind: "normalized", by: call.callee.replace(/^\./, ""), on }, confidence: "likely" };
  }
  return UNKNOWN;
}

/** Whether a call is given, in the end, what was evaluated once for both sides. */
function isMadeOfOne(call: CallForm, plain: KeyForm): boolean {
  return argumentsOf(call).some((part) => ("at" in part && "at" in plain && part.at === plain.at) || (part.kind === "call" && isMadeOfOne(part, plain)));
}

/** Whether a call brings a value into another shape, itself or after another call has: `name.trim().toLowerCase()`, `path.resolve(root, name)`. */
function normalizes(file: FileFacts, call: CallForm, plain: KeyForm): boolean {
  if (!normalizers.has(call.callee)) return false;
  const given = call.receiver === undefined ? call.parts : [call.receiver];
  return given.flatMap((part) => (part.kind === "choice" ? [part, ...part.options] : [part])).some((part) => compareParts(file, part, plain, true).kind === "same" || (part.kind === "call" && normalizes(file, part, plain)));
}

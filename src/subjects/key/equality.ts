/**
 * Whether two keys can be equal. The question is asked for the same inputs: an entry made for `id` is to be
 * found again for the same `id`, so `user:${id}` and `${id}` never match, although some other id would.
 */
import type { Confidence } from "../../facts/confidence.ts";
import { weakest } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { compareParts, compareReadings, type Difference, type PartMatch } from "./compare-parts.ts";
import type { KeyForm } from "./key-form.ts";
import { printsKeys, type StoreKind } from "./key-use.ts";
import { sortOf } from "./value-types.ts";

export type Equality =
  | { readonly kind: "same" }
  | { readonly kind: "unknown" }
  | { readonly kind: "never"; readonly difference: Difference; readonly confidence: Confidence };

const SAME: Equality = { kind: "same" };
const UNKNOWN: Equality = { kind: "unknown" };

/** Compares the key that fills a store with a key that reads or empties it. */
export function compareKeys(file: FileFacts, filled: KeyForm, asked: KeyForm, store: StoreKind): Equality {
  // What is decided once is one value on both sides, whichever it is.
  const whole = filled.kind === "choice" || asked.kind === "choice" ? compareForms(file, filled, asked, store) : UNKNOWN;
  if (whole.kind !== "unknown") return whole;
  const answers = optionsOf(filled).flatMap((one) => optionsOf(asked).map((other) => compareForms(file, one, other, store)));
  const [first] = answers;
  const other = answers.find((answer) => answer.kind !== "never");
  return other ?? first ?? UNKNOWN;
}

function optionsOf(form: KeyForm): readonly KeyForm[] {
  return form.kind === "choice" ? form.options : [form];
}

function compareForms(file: FileFacts, filled: KeyForm, asked: KeyForm, store: StoreKind): Equality {
  if (filled.kind !== asked.kind) {
    const versions = compareReadings(file, filled.node, asked.node);
    if (versions.kind === "never") return versions;
  }
  const isPrinted = printsKeys(store);
  const left = sequenceOf(filled);
  const right = sequenceOf(asked);
  const sides: Sides = { left: [...left], right: [...right], isComposed: isComposed(left) && isComposed(right), areNamesAllowed: areToldByNames(left, right), isToldByNames: false, confidence: "certain" };
  const clash = stripEqual(file, sides, "first", isPrinted) ?? stripEqual(file, sides, "last", isPrinted);
  if (clash !== undefined) return clash;
  if (sides.left.length === 0 && sides.right.length === 0) return sides.isToldByNames ? UNKNOWN : SAME;
  const changed = findChanged(file, left, right);
  if (changed !== undefined) return changed;
  return compareRest(file, sides, isPrinted);
}

/** What is left of both sides while equal beginnings and ends are taken away, and how surely those were equal. */
interface Sides {
  left: KeyForm[];
  right: KeyForm[];
  /** Whether both are made of several values: a part of such a key is no finished key, whatever it is called. */
  readonly isComposed: boolean;
  /** Whether the names of the parts tell what they are, and whether one had to tell: what differs beside such parts never matches, but nothing says that they are the same. */
  readonly areNamesAllowed: boolean;
  isToldByNames: boolean;
  confidence: Confidence;
}

function isComposed(parts: readonly KeyForm[]): boolean {
  return parts.filter(({ kind }) => kind !== "literal").length > 1;
}

/** The texts and values that a form strings together. */
function sequenceOf(form: KeyForm): readonly KeyForm[] {
  return form.kind === "concat" ? form.parts : [form];
}

/** Takes away what both sides begin (or end) with; answers where two literals contradict each other. */
function stripEqual(file: FileFacts, sides: Sides, end: "first" | "last", isPrinted: boolean): Equality | undefined {
  const fromEnd = end === "last";
  const rest = (list: KeyForm[]): KeyForm[] => (fromEnd ? list.slice(0, -1) : list.slice(1));
  const replace = (list: KeyForm[], parts: KeyForm[]): KeyForm[] => (fromEnd ? [...rest(list), ...parts] : [...parts, ...rest(list)]);
  for (;;) {
    const left = sides.left.at(fromEnd ? -1 : 0);
    const right = sides.right.at(fromEnd ? -1 : 0);
    if (left === undefined || right === undefined) return undefined;
    if (isTextLiteral(left) && isTextLiteral(right)) {
      const common = commonLength(left.value, right.value, fromEnd);
      const isShorterAtEnd = left.value.length !== right.value.length && (left.value.length < right.value.length ? sides.left : sides.right).length === 1;
      if (isShorterAtEnd || common < Math.min(left.value.length, right.value.length)) return literalClash(left.value, right.value, sides.confidence);
      sides.left = replace(sides.left, cut(left, common, fromEnd));
      sides.right = replace(sides.right, cut(right, common, fromEnd));
      continue;
    }
    const match = matchOf(file, sides, left, right, isPrinted);
    if (match.kind !== "same") return undefined;
    if (!sides.isComposed || sides.isToldByNames) sides.confidence = weakest(sides.confidence, match.confidence);
    sides.left = rest(sides.left);
    sides.right = rest(sides.right);
  }
}

function matchOf(file: FileFacts, sides: Sides, left: KeyForm, right: KeyForm, isPrinted: boolean): PartMatch {
  const match = compareParts(file, left, right, isPrinted || sides.left.length + sides.right.length > 2);
  if (match.kind !== "unknown" || !sides.areNamesAllowed || nameOfPart(left) === undefined || nameOfPart(left) !== nameOfPart(right)) return match;
  sides.isToldByNames = true;
  return { kind: "same", confidence: "likely" };
}

type TextLiteral = KeyForm & { readonly kind: "literal"; readonly value: string };

function isTextLiteral(form: KeyForm): form is TextLiteral {
  return form.kind === "literal" && typeof form.value === "string";
}

function commonLength(one: string, other: string, fromEnd: boolean): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    if ((fromEnd ? one.at(-1 - index) : one[index]) !== (fromEnd ? other.at(-1 - index) : other[index])) return index;
  }
  return length;
}

function cut(literal: TextLiteral, length: number, fromEnd: boolean): KeyForm[] {
  if (literal.value.length === length) return [];
  return [{ ...literal, value: fromEnd ? literal.value.slice(0, -length) : literal.value.slice(length) }];
}

function literalClash(filled: string, asked: string, confidence: Confidence): Equality {
  return { kind: "never", difference: { kind: "literal", filled, asked }, confidence };
}

/** A part that changes with each evaluation, evaluated twice: whatever stands around it, the keys differ. */
function findChanged(file: FileFacts, left: readonly KeyForm[], right: readonly KeyForm[]): Equality | undefined {
  for (const one of left) {
    for (const other of right) {
      const match = compareParts(file, one, other, true);
      if (match.kind === "never" && match.difference.kind === "recomputed") return match;
    }
  }
  return undefined;
}

function compareRest(file: FileFacts, sides: Sides, isPrinted: boolean): Equality {
  const { left, right, confidence } = sides;
  const [one] = left;
  const [other] = right;
  if (left.length === 0 || right.length === 0) {
    const surplus = [...left, ...right].filter(isTextLiteral);
    const filledHasMore = right.length === 0;
    const text = surplus.map(({ value }) => value).join("…");
    return text === "" ? UNKNOWN : { kind: "never", difference: { kind: "surplus", text, on: filledHasMore ? "filled" : "asked" }, confidence };
  }
  if (left.length === 1 && right.length === 1 && one !== undefined && other !== undefined) {
    const match = compareMissing(file, one, other) ?? compareParts(file, one, other, isPrinted);
    return match.kind === "never" ? { ...match, confidence: weakest(confidence, match.confidence) } : match.kind === "same" && !sides.isToldByNames ? SAME : UNKNOWN;
  }
  const order = orderOf(file, left, right);
  return order === undefined ? UNKNOWN : { kind: "never", difference: order, confidence: "likely" };
}

/** A part that only one side is given: where the other calls the helper without it, the text says `undefined`. */
function compareMissing(file: FileFacts, filled: KeyForm, asked: KeyForm): PartMatch | undefined {
  for (const [missing, given, on] of [[filled, asked, "asked"], [asked, filled, "filled"]] as const) {
    if (missing.kind !== "literal" || missing.value !== "undefined" || given.kind !== "text") continue;
    const sort = sortOf(file, given.of);
    if (sort === "text" || sort === "number") return { kind: "never", difference: { kind: "missing", on }, confidence: "certain" };
  }
  return undefined;
}

/** Finds that two texts are put together of the same parts in another order. */
function orderOf(file: FileFacts, left: readonly KeyForm[], right: readonly KeyForm[]): Difference | undefined {
  const isSame = (one: KeyForm, other: KeyForm): boolean =>
    isTextLiteral(one) && isTextLiteral(other) ? one.value === other.value : compareParts(file, one, other, true).kind === "same";
  if (left.length !== right.length) return undefined;
  // A loop's variable has no caller to tell what it is: beside a part that is surely the same, and the same parts in all, its name does.
  const isAlike = (one: KeyForm, other: KeyForm): boolean => isSame(one, other) || (!isTextLiteral(one) && nameOfPart(one) !== undefined && nameOfPart(one) === nameOfPart(other));
  const isFoundIn = (list: readonly KeyForm[], is: (one: KeyForm, other: KeyForm) => boolean) => (one: KeyForm): boolean => list.some((other) => is(one, other));
  const isSure = left.some((one) => !isTextLiteral(one) && isFoundIn(right, isSame)(one));
  const isMoved = (isSure || areToldByNames(left, right)) && left.every(isFoundIn(right, isAlike)) && left.every((one, index) => isTextLiteral(one) || !isAlike(one, right[index] as KeyForm));
  return isMoved ? { kind: "order", ...(isSure ? {} : { areNamed: true }) } : undefined;
}

/** One name alone tells little; two or more in one key, each of which the other key has as well, tell what the parts are. What two parameters are, their callers say. */
function areToldByNames(left: readonly KeyForm[], right: readonly KeyForm[]): boolean {
  const parts = left.filter((part) => !isTextLiteral(part));
  const names = new Set(parts.flatMap((part) => nameOfPart(part) ?? []));
  if (names.size < 2 || names.size < parts.length) return false;
  return parts.every((part) => right.some((other) => nameOfPart(other) === nameOfPart(part) && !(isParameterPart(part) && isParameterPart(other))));
}

function isParameterPart(form: KeyForm): boolean {
  const of = valueOfPart(form);
  return of.kind === "input" && of.origin === "parameter";
}

/** The name of the variable or member that a part is, or is the text of. */
function nameOfPart(form: KeyForm): string | undefined {
  const of = valueOfPart(form);
  return of.kind === "member" || (of.kind === "input" && of.variable !== undefined) ? of.name : undefined;
}

function valueOfPart(form: KeyForm): KeyForm {
  return form.kind === "text" ? form.of : form;
}

/** Why the text of a key is no key: it changes, it is shared by different values, or it leaves parts out. */
import type { TSESTree } from "@typescript-eslint/utils";

import { digests, formatters } from "../../catalogue/words/key-texts.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { isPresentDate } from "./changing-calls.ts";
import { findContextEvidence } from "./context-like.ts";
import type { CallForm, KeyForm } from "./key-form.ts";
import { isSourceAll } from "./function-source.ts";
import { findInspected } from "./inspected-text.ts";
import { describeJsonLoss, isCyclic } from "./json-loss.ts";
import { describeLostMember, describeUnlistedMember } from "./json-members.ts";
import { findOtherOrder } from "./known-shape.ts";
import { textOf } from "./printed-text.ts";
import { dottedName } from "./reading.ts";
import { textOfShapes } from "./shape-text.ts";
import { membersOfShape, shapesOf } from "./shapes.ts";

/**
 * - `changes`: the same object prints differently from one time to the next;
 * - `shared`: different objects print the same;
 * - `source`: a function prints its source;
 * - `lossy`: the text leaves parts out, or its form is someone else's to change;
 * - `contents`: the key is all that a file holds, and stays as long as its entry;
 * - `order`: equal objects print differently, by the order in which they were built.
 */
export type VolatilityKind = "changes" | "shared" | "source" | "lossy" | "contents" | "order";

export interface Volatility {
  readonly kind: VolatilityKind;
  /** The part of the key that is to blame. */
  readonly subject: TSESTree.Node;
  /** One or two clauses, each true on its own. */
  readonly reasons: readonly string[];
  readonly confidence: Confidence;
}

/**
 * Finds why a form's text is no key. The form is a key as it stands or, with `isPrinted`, one that is turned into text:
 * the key of a record, a part of a template. `shown` is the expression a message names for it.
 */
export function findVolatility(file: FileFacts, form: KeyForm, isPrinted: boolean, shown: TSESTree.Node = form.node): Volatility | undefined {
  switch (form.kind) {
    case "text":
      return findInText(file, form.of, form.node) ?? findVolatility(file, form.of, false);
    case "concat":
      return findFirst(form.parts, (part) => findVolatility(file, part, true));
    case "choice":
      return findFirst(form.options, (option) => weaken(findVolatility(file, option, isPrinted)));
    case "call":
      return findInCall(file, form);
    default:
      return isPrinted ? findInText(file, form, shown) : undefined;
  }
}

function findFirst<Item>(items: readonly Item[], find: (item: Item) => Volatility | undefined): Volatility | undefined {
  let likely: Volatility | undefined;
  for (const item of items) {
    const found = find(item);
    if (found?.confidence === "certain") return found;
    likely ??= found;
  }
  return likely;
}

function weaken(found: Volatility | undefined): Volatility | undefined {
  return found === undefined ? undefined : { ...found, confidence: "likely" };
}

function findInText(file: FileFacts, form: KeyForm, subject: TSESTree.Node): Volatility | undefined {
  const name = nameOfCalled(file, subject);
  const answer = textOf(file, form);
  switch (answer?.kind) {
    case "changing":
      return { kind: "changes", subject, confidence: "certain", reasons: [`the text of ${name} changes with ${answer.because ?? "the clock"}`] };
    case "default":
      return { kind: "shared", subject, confidence: "certain", reasons: [`${name} has no \`toString\` of its own`, "all such objects print the same text"] };
    case "function":
      if (isSourceAll(file, form)) return undefined;
      return { kind: "source", subject, confidence: "certain", reasons: [`${name} is a function and prints its source`, "functions with the same source print the same text"] };
    case "primitive":
    case "own":
      return undefined;
    case undefined: {
      const context = findContextEvidence(file, form);
      if (context?.isTextless !== true) return undefined;
      return { kind: "shared", subject, confidence: context.confidence, reasons: [`${name} is ${context.what}`, "its text changes, or is the same for all of them"] };
    }
  }
}

function findInCall(file: FileFacts, form: CallForm): Volatility | undefined {
  const [subject] = form.parts;
  if (subject === undefined) return undefined;
  // An object or a function on one side makes a sum a text.
  if (form.callee === "+") return findFirst(form.parts, (part) => findVolatility(file, part, true));
  if (form.callee === "JSON.stringify") return findInPrinted(file, form, subject);
  if (form.callee === ".join") return findInJoined(file, form);
  const imported = form.node.type === "CallExpression" ? file.imports.importedValueOf(form.node.callee) : undefined;
  if (imported?.module === "util" && formatters.has(form.callee)) return findInInspected(file, form);
  if (imported !== undefined && /^fs(?:\/promises)?$/.test(imported.module) && /^readFile(?:Sync)?$/.test(imported.path.at(-1) ?? "")) {
    return { kind: "contents", subject: form.node, confidence: "likely", reasons: [`${nameOfCalled(file, form.node)} gives all that the file holds`, "the collection keeps it as long as the entry"] };
  }
  if (!digests.test(form.callee)) return undefined;
  const found = findFirst(form.callee === ".digest" ? digestedBy(form) : form.parts, (part) => findInDigested(file, part));
  // A digest is short, whatever it is made from: what a file holds may well be keyed by one.
  return found?.kind === "contents" ? undefined : weaken(found);
}

/** `Object.values(cut).join("|")`: the text of each member that the file shows the object to have. */
function findInJoined(file: FileFacts, { receiver }: CallForm): Volatility | undefined {
  const list = receiver === undefined ? undefined : unwrap(receiver.node);
  const [object] = list?.type === "CallExpression" && dottedName(list.callee) === "Object.values" ? list.arguments : [];
  const shapes = object === undefined ? [] : shapesOf(file, buildKeyForm(file, object));
  const members = shapes.flatMap((shape) => membersOfShape(file, shape) ?? []);
  const found = members.find((member) => textOfShapes(file, member.shapes)?.kind === "default");
  if (object === undefined || found === undefined) return undefined;
  return { kind: "shared", subject: object, confidence: "certain", reasons: [`its member \`${found.name}\` has no \`toString\` of its own`, "all such objects print the same text"] };
}

/** JSON as it is; with a second argument only what a list of names leaves out, for a function may print anything. */
function findInPrinted(file: FileFacts, form: CallForm, subject: KeyForm): Volatility | undefined {
  const shown = writtenArgument(form) ?? subject.node;
  const [, replacer] = form.parts;
  if (replacer === undefined || replacer.kind === "literal") return findInJson(file, subject, shown);
  const unlisted = describeUnlistedMember(file, form, nameOfCalled(file, shown));
  return unlisted === undefined ? undefined : { kind: "lossy", subject: form.node, confidence: "certain", reasons: [unlisted, "values that differ there share an entry"] };
}

/** What is digested: `createHash("sha1").update(text).digest("hex")` is given it before. */
function digestedBy({ receiver, parts }: CallForm): readonly KeyForm[] {
  return receiver?.kind !== "call" || receiver.callee !== ".update" ? parts : [...digestedBy({ ...receiver, parts: [] }), ...receiver.parts.slice(0, 1)];
}

/** A text that is no key is none when it is digested: looks into the calls and literals that a digest is given. */
function findInDigested(file: FileFacts, form: KeyForm, depth = 0): Volatility | undefined {
  const node = unwrap(form.node);
  if (depth > 3) return undefined;
  if (form.kind === "fresh" && (node.type === "ObjectExpression" || node.type === "ArrayExpression")) {
    return findFirst(valuesOf(node), (value) => findInDigested(file, buildKeyForm(file, value), depth + 1));
  }
  return findVolatility(file, form, false);
}

function findInInspected(file: FileFacts, form: CallForm): Volatility | undefined {
  // What follows the value that is inspected says how to print it.
  const printed = form.callee.endsWith("inspect") ? form.parts.slice(0, 1) : form.parts;
  return findFirst(printed, (part) => {
    const confidence = findInspected(file, form, part);
    if (confidence === undefined) return undefined;
    return { kind: "lossy", subject: form.node, confidence, reasons: [`\`${form.callee}\` prints for readers`, "it cuts depth and length, and its form changes between versions"] };
  });
}

/** What JSON leaves out of a value: looks into literals, whose order is fixed, and asks for the type of anything else. */
function findInJson(file: FileFacts, form: KeyForm, shown: TSESTree.Node, depth = 0, replaced: ReadonlySet<string> = NONE): Volatility | undefined {
  const node = unwrap(form.node);
  const name = nameOfCalled(file, shown);
  if (depth > 3) return undefined;
  if (isCyclic(file, shown)) return { kind: "lossy", subject: shown, confidence: "certain", reasons: [`${name} holds itself, at which JSON throws`] };
  if (form.kind === "fresh" && (node.type === "ObjectExpression" || node.type === "ArrayExpression")) {
    const found = findFirst(valuesOf(node), (value) => findInJson(file, buildKeyForm(file, value), value, depth + 1, replacedAfter(value)));
    return found?.kind === "order" ? undefined : found;
  }
  // A text that is made before is printed as it is.
  if (form.kind === "text" || form.kind === "concat" || form.kind === "choice") return findVolatility(file, form, false);
  const lossy = (what: string): Volatility => ({ kind: "lossy", subject: shown, confidence: "certain", reasons: [what] });
  if (textOf(file, form)?.kind === "function") return lossy(`JSON leaves ${name} out, which is a function`);
  if (isPresentDate(file, node)) return { kind: "changes", subject: shown, confidence: "certain", reasons: [`${name} prints the present time`] };
  const loss = describeJsonLoss(file, node, name);
  if (loss !== undefined) return lossy(loss);
  const context = findContextEvidence(file, form);
  const lost = context === undefined ? describeLostMember(file, form, name, replaced) : undefined;
  if (lost !== undefined) return lossy(lost);
  if (context === undefined) return findOrder(file, form, shown);
  const reasons = [`${name} is ${context.what}`, "JSON prints what it holds at the moment and leaves out functions and internals"];
  return { kind: "lossy", subject: shown, confidence: context.confidence, reasons };
}

const NONE: ReadonlySet<string> = new Set();

/** The names that a literal writes anew after it has spread a value: `{ ...query, tags: [...query.tags] }`. */
function replacedAfter(value: TSESTree.Node): ReadonlySet<string> {
  const spread = value.parent;
  if (spread?.type !== "SpreadElement" || spread.parent.type !== "ObjectExpression") return NONE;
  const { properties } = spread.parent;
  return new Set(properties.slice(properties.indexOf(spread) + 1).flatMap((property) => (property.type === "Property" ? (memberName(property) ?? []) : [])));
}

/** The expressions a literal holds; what is spread into a list is its elements. */
function valuesOf(node: TSESTree.ObjectExpression | TSESTree.ArrayExpression): TSESTree.Node[] {
  if (node.type === "ArrayExpression") return node.elements.filter((element) => element !== null && element.type !== "SpreadElement");
  return node.properties.map((property) => (property.type === "Property" ? property.value : property.argument));
}

function writtenArgument(form: CallForm): TSESTree.Node | undefined {
  return form.node.type === "CallExpression" ? form.node.arguments[0] : undefined;
}

/** An object that others build: the order of its properties is theirs. */
function findOrder(file: FileFacts, form: KeyForm, shown: TSESTree.Node): Volatility | undefined {
  if (form.kind !== "input" || form.origin !== "parameter") return undefined;
  const otherOrder = findOtherOrder(file, form.node);
  if (otherOrder !== undefined) return { kind: "order", subject: shown, confidence: "certain", reasons: [otherOrder, "JSON prints them in the order of the object"] };
  const place = file.places.placeOf(form.node);
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  const isObject = annotation?.type === "TSObjectKeyword" || (annotation?.type === "TSUnionType" && annotation.types.some((type) => type.type === "TSObjectKeyword")) || isRecordType(annotation);
  if (!isObject) return undefined;
  const reasons = [`the order of the properties of ${nameOfCalled(file, shown)} is its builder's`, "equal objects built in another order print another text"];
  return { kind: "order", subject: shown, confidence: "likely", reasons };
}

function isRecordType(annotation: TSESTree.TypeNode | undefined): boolean {
  return annotation?.type === "TSTypeReference" && annotation.typeName.type === "Identifier" && annotation.typeName.name === "Record";
}

/** The source of an expression in backticks, cut to a length that a message bears. */
export function nameOfCalled(file: FileFacts, node: TSESTree.Node): string {
  const text = file.sourceCode.getText(node).replace(/\s+/g, " ");
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}

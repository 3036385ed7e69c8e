/** What a key reads of an object whose state may change: its members, and those that its own methods and its JSON print. */
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { memberName, unwrap, walk, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import { findClass } from "./class-text.ts";
import { collectForms, type FreshForm, type InputForm, type KeyForm } from "./key-form.ts";

export interface StateRead {
  /** The object, as a form; for what is read at a place of its own, that place. */
  readonly of: ReadObject | Place;
  /** The members that are read; "all" where the text is of all that the object holds. */
  readonly names: ReadonlySet<string> | "all";
  readonly confidence: Confidence;
}

/** An object that the file knows by a variable, or by where it makes it. */
export type ReadObject = InputForm | FreshForm;

/** Tells one object from another. */
export function identityOf(object: ReadObject): string {
  return object.kind === "input" ? object.id : object.at;
}

function isObject(form: KeyForm | undefined): form is ReadObject {
  return form?.kind === "input" || form?.kind === "fresh";
}

/** Collects what a form reads of objects and fields. */
export function collectStateReads(file: FileFacts, form: KeyForm): StateRead[] {
  return collectForms(form).flatMap((part) => stateReadOf(file, part) ?? []);
}

function stateReadOf(file: FileFacts, form: KeyForm): StateRead | undefined {
  switch (form.kind) {
    case "input":
      return form.variable === undefined && form.name.includes(".") ? readAt(file, form) : undefined;
    case "member":
      return !isObject(form.of) ? readAt(file, form) : { of: form.of, names: membersBehind(file, form.of, form.name) ?? new Set([form.name]), confidence: "certain" };
    case "text":
      return isObject(form.of) ? readByMethod(file, form.of, "toString") : undefined;
    case "call": {
      const [first] = form.parts;
      if (form.callee === "JSON.stringify" && form.parts.length === 1 && isObject(first)) return readByJson(file, first);
      return isObject(form.receiver) && form.callee.startsWith(".") ? readByMethod(file, form.receiver, form.callee.slice(1)) : undefined;
    }
    default:
      return undefined;
  }
}

/** A field, or a member of an object that the file keeps. */
function readAt(file: FileFacts, { node }: KeyForm): StateRead | undefined {
  const place = file.places.placeOf(node);
  const name = place?.path.at(-1);
  return place === undefined || name === undefined ? undefined : { of: place, names: new Set([name]), confidence: "certain" };
}

function readByMethod(file: FileFacts, of: ReadObject, name: string): StateRead | undefined {
  const names = membersBehind(file, of, name);
  return names === undefined ? undefined : { of, names, confidence: "certain" };
}

/** JSON prints what `toJSON` gives, else all that the object holds. */
function readByJson(file: FileFacts, of: ReadObject): StateRead | undefined {
  if (of.kind === "input" && of.variable === undefined) return undefined;
  const names = membersBehind(file, of, "toJSON");
  if (names !== undefined) return { of, names, confidence: "certain" };
  const owner = findClass(file, of.node);
  const isSeen = owner === undefined ? of.kind === "input" && of.variable !== undefined && file.stores.annotationOf(file.places.placeOfVariable(of.variable)) === undefined : owner.superClass === null;
  return { of, names: "all", confidence: isSeen ? "certain" : "likely" };
}

/** The fields that a method or getter of the object's class reads. */
function membersBehind(file: FileFacts, of: ReadObject, name: string): ReadonlySet<string> | undefined {
  const owner = findClass(file, of.node);
  const method = owner === undefined ? undefined : methodNamed(file, owner, name);
  if (method === undefined) return undefined;
  const names = new Set<string>();
  walk(method.body, file.visitorKeys, (node) => {
    if (node.type === "MemberExpression" && unwrap(node.object).type === "ThisExpression") names.add(memberName(node) ?? "");
    return undefined;
  });
  return names;
}

function methodNamed(file: FileFacts, owner: ClassNode, name: string): FunctionNode | undefined {
  return file.functions.membersOf(owner).find((member) => !member.isStatic && member.name === name)?.node;
}

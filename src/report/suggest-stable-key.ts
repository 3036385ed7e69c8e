/** Suggestions that key by what stays: an object's id, its fields in a fixed order, or the text of a tuple. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { findFieldNames, findKnownId } from "../subjects/key/known-shape.ts";
import type { UsedStore } from "../subjects/key/uses-by-store.ts";
import { hasTypeArguments } from "../syntax/annotations.ts";
import { memberName, unwrap } from "../syntax/tree.ts";
import { findOnlyMaking, usesOf } from "./keyed-store.ts";
import { buildFix, type Edit } from "./line-edits.ts";

/** A fix with the member that a message names. */
export interface IdFix {
  readonly id: string;
  readonly fix: TSESLint.ReportFixFunction;
}

/** Builds a fix that keys by the id of the objects; undefined where one of them is no variable, or has no id that the file knows. */
export function fixByKnownId(file: FileFacts, subjects: readonly TSESTree.Node[]): IdFix | undefined {
  const [first] = subjects.map(unwrap);
  const id = first === undefined ? undefined : findKnownId(file, first);
  if (id === undefined || !subjects.every((subject) => ["Identifier", "MemberExpression"].includes(unwrap(subject).type) && findKnownId(file, subject) === id)) return undefined;
  return { id, fix: buildFix(subjects.map((subject) => ({ range: [subject.range[1], subject.range[1]], text: `.${id}` }))) };
}

/** Builds a fix that lists the fields of an object instead of the object; undefined where the file does not know them. */
export function fixByListedFields(file: FileFacts, subject: TSESTree.Node): TSESLint.ReportFixFunction | undefined {
  const names = subject.type === "Identifier" ? findFieldNames(file, subject) : undefined;
  if (names === undefined || subject.type !== "Identifier") return undefined;
  const fields = names.map((name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `${subject.name}.${name}` : `${subject.name}[${JSON.stringify(name)}]`));
  return buildFix([{ range: subject.range, text: `[${fields.join(", ")}]` }]);
}

/** Builds a fix that keys by the JSON of what the literals hold, where every key of a store is a literal of the same shape. */
export function fixBySerializedKey(file: FileFacts, store: UsedStore): TSESLint.ReportFixFunction | undefined {
  const made = store.kind === "map" || store.kind === "set" || store.kind === "cache" ? findOnlyMaking(file, store, ["size", "clear"]) : undefined;
  if (made === undefined || hasTypeArguments(made)) return undefined;
  const literals = usesOf(store).map(({ key }) => unwrap(key));
  const names = shapeOf(literals[0]);
  if (names === undefined) return undefined;
  const edits = literals.map((literal) => editOfLiteral(file, literal, names));
  return edits.some((edit) => edit === undefined) ? undefined : buildFix(edits.filter((edit) => edit !== undefined));
}

/** The names, or positions, of a literal's parts. */
function shapeOf(literal: TSESTree.Node | undefined): readonly string[] | undefined {
  const parts = literal === undefined ? undefined : partsOf(literal);
  return parts === undefined || parts.size === 0 ? undefined : [...parts.keys()];
}

function partsOf(literal: TSESTree.Node): ReadonlyMap<string, TSESTree.Node> | undefined {
  const parts = new Map<string, TSESTree.Node>();
  if (literal.type === "ArrayExpression") {
    for (const [index, element] of literal.elements.entries()) {
      if (element === null || element.type === "SpreadElement") return undefined;
      parts.set(String(index), element);
    }
    return parts;
  }
  if (literal.type !== "ObjectExpression") return undefined;
  for (const property of literal.properties) {
    const name = property.type === "Property" && !property.method ? memberName(property) : undefined;
    if (name === undefined || property.type !== "Property") return undefined;
    parts.set(name, property.value);
  }
  return parts;
}

function editOfLiteral(file: FileFacts, literal: TSESTree.Node, names: readonly string[]): Edit | undefined {
  const parts = partsOf(literal);
  const values = names.map((name) => parts?.get(name));
  if (parts?.size !== names.length || !values.every((value) => value !== undefined && isPlain(file, value))) return undefined;
  return { range: literal.range, text: `JSON.stringify([${values.map((value) => file.sourceCode.getText(value)).join(", ")}])` };
}

/** A value that JSON prints whole: nothing shows that it is an object. */
function isPlain(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return ["Literal", "TemplateLiteral", "Identifier", "MemberExpression"].includes(node.type) && !("regex" in node) && file.types.isPrimitive(node) !== false;
}

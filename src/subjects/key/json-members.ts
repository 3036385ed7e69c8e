/** What JSON loses of the members of a value, by the shape that a file shows of it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { emptyInJson, orderingMethods } from "../../catalogue/words/key-texts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { calleeName, lineOf, receiverOf, unwrap } from "../../syntax/tree.ts";
import { freshCall } from "./changing-calls.ts";
import { elementTypes, globalTypeName } from "../../facts/type-annotations.ts";
import type { CallForm, KeyForm } from "./key-form.ts";
import { membersUsedOf } from "./used-members.ts";
import { membersOfShape, shapesOf, type Shape, type ShownMember } from "./shapes.ts";

const MAXIMUM_DEPTH = 3;

/** Says in one clause which member JSON prints as `{}`, of those that nothing replaces; undefined where nothing shows one. `name` is the value in backticks. */
export function describeLostMember(file: FileFacts, form: KeyForm, name: string, replaced: ReadonlySet<string>): string | undefined {
  for (const shape of shapesOf(file, form)) {
    const lost = findEmpty(file, shape, 0, replaced);
    if (lost === undefined) continue;
    const where = lost.path === "" ? name : `\`${lost.path}\` of ${name}`;
    return `JSON prints \`{}\` for ${where}, which is ${lost.what} by line ${String(lost.line)}`;
  }
  return undefined;
}

interface EmptyMember {
  readonly path: string;
  readonly what: string;
  readonly line: number;
}

function findEmpty(file: FileFacts, shape: Shape, depth: number, replaced?: ReadonlySet<string>): EmptyMember | undefined {
  if (shape.kind === "unknown" || depth > MAXIMUM_DEPTH) return undefined;
  const what = emptyInJson.get(globalNameOf(file, shape) ?? "");
  if (what !== undefined) return { path: "", what, line: lineOf(shape.node) };
  const elements = shape.kind === "type" ? elementTypes(file, shape.node) : undefined;
  for (const element of elements ?? []) {
    const found = findEmpty(file, { kind: "type", node: element }, depth + 1);
    if (found !== undefined) return { ...found, path: joinPath("[]", found.path) };
  }
  const members = membersOfShape(file, shape) ?? [];
  return findEmptyMember(file, replaced === undefined ? members : members.filter(({ name }) => !replaced.has(name)), depth);
}

function findEmptyMember(file: FileFacts, members: readonly ShownMember[], depth: number): EmptyMember | undefined {
  // What prints itself is no matter of its members.
  if (members.some(({ name }) => name === "toJSON")) return undefined;
  for (const { name, shapes } of members) {
    if (name.startsWith("#") || name.startsWith("[")) continue;
    const found = firstEmpty(file, shapes, depth + 1);
    if (found !== undefined) return { ...found, path: joinPath(name, found.path) };
  }
  return undefined;
}

function firstEmpty(file: FileFacts, shapes: readonly Shape[], depth: number): EmptyMember | undefined {
  for (const shape of shapes) {
    const found = findEmpty(file, shape, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

function joinPath(name: string, rest: string): string {
  return rest === "" ? name : `${name}.${rest}`;
}

/** The built-in type that a shape names or is made by. */
function globalNameOf(file: FileFacts, shape: Exclude<Shape, { kind: "unknown" }>): string | undefined {
  if (shape.kind === "type") return globalTypeName(file, shape.node);
  const node = unwrap(shape.node);
  if (node.type === "Literal" && "regex" in node) return "RegExp";
  return node.type === "NewExpression" && node.callee.type === "Identifier" && file.variables.isGlobal(node.callee) ? node.callee.name : undefined;
}

/**
 * Says which member a list of names leaves empty: `JSON.stringify(query, Object.keys(query).sort())` prints of the objects
 * within only what has one of the names above. Undefined where the second argument is no such list, or nothing is lost.
 */
export function describeUnlistedMember(file: FileFacts, { node, parts: [subject] }: CallForm, name: string): string | undefined {
  const [printed, list] = node.type === "CallExpression" ? node.arguments : [];
  const listed = printed === undefined || list === undefined ? undefined : namesListed(file, list, printed);
  if (subject === undefined || listed === undefined) return undefined;
  for (const shape of shapesOf(file, subject)) {
    const members = membersOfShape(file, shape) ?? [];
    const names = listed === "own" ? new Set(members.map((member) => member.name)) : listed;
    const found = members.filter((member) => names.has(member.name)).flatMap((member) => unlistedWithin(file, member, names, listed === "own"))[0];
    if (found !== undefined) return `the list of names that JSON is given leaves \`${found}\` of ${name} out`;
  }
  const used = printed === undefined || listed !== "own" ? undefined : firstUnlisted(file, printed);
  return used === undefined ? undefined : `the list of names that JSON is given leaves \`${used}\` of ${name} out`;
}

/** A member of a member that the file reads, and that is no member of the value itself as far as the file shows. */
function firstUnlisted(file: FileFacts, printed: TSESTree.Node): string | undefined {
  const used = membersUsedOf(file, printed);
  const found = used.find(({ inner }) => !used.some(({ outer }) => outer === inner));
  return found === undefined ? undefined : `${found.outer}.${found.inner}`;
}

/** A list that an author wrote may leave a part out on purpose, but not all that an object holds. */
function unlistedWithin(file: FileFacts, { name, shapes }: ShownMember, names: ReadonlySet<string>, isAny: boolean): string[] {
  return shapes.flatMap((shape) => {
    const inner = objectsIn(file, shape).flatMap((one) => membersOfShape(file, one) ?? []).map((member) => member.name).filter((one) => one !== "toJSON");
    const missing = inner.filter((one) => !names.has(one));
    const [first] = missing;
    return first !== undefined && (isAny || missing.length === inner.length) ? [`${name}.${first}`] : [];
  });
}

/** The object itself, or those of a list: JSON asks for their names as well. */
function objectsIn(file: FileFacts, shape: Shape): readonly Shape[] {
  const elements = shape.kind === "type" ? elementTypes(file, shape.node) : undefined;
  return elements === undefined ? [shape] : elements.map((node) => ({ kind: "type", node }));
}

/** The names that a list holds; `own` for those of the value itself. */
function namesListed(file: FileFacts, list: TSESTree.Node, subject: TSESTree.Node): ReadonlySet<string> | "own" | undefined {
  const node = unordered(file, list);
  if (node.type === "ArrayExpression") {
    const names = node.elements.flatMap((element) => (element?.type === "Literal" && typeof element.value === "string" ? [element.value] : []));
    return names.length > 0 && names.length === node.elements.length ? new Set(names) : undefined;
  }
  const [listed] = node.type === "CallExpression" && freshCall(file, node)?.includes("Object.keys") === true ? node.arguments : [];
  return listed !== undefined && file.sourceCode.getText(unwrap(listed)) === file.sourceCode.getText(unwrap(subject)) ? "own" : undefined;
}

/** The list before it is sorted, copied and kept in a variable. */
function unordered(file: FileFacts, list: TSESTree.Node, depth = 0): TSESTree.Node {
  const node = unwrap(list);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const [only] = node.type === "ArrayExpression" && node.elements.length === 1 ? node.elements : [];
  const inner =
    variable !== undefined ? initializerOf(variable)
    : node.type === "CallExpression" && orderingMethods.has(calleeName(node) ?? "") ? receiverOf(node)
    : only?.type === "SpreadElement" ? only.argument
    : undefined;
  return inner === undefined || depth > MAXIMUM_DEPTH ? node : unordered(file, inner, depth + 1);
}

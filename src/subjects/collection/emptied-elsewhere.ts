/** Whether another file takes out of a collection what this one puts in. */
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { isClass } from "../../syntax/tree.ts";
import type { Collection, CollectionKind } from "./collection.ts";
import { operationsAt, type OperationKind } from "./operations.ts";

/** Finds a place of another file that takes something out of an exported collection, or out of a field of that name in a file that names the class. */
export function findEmptiedElsewhere(file: FileFacts, { place: { root, path }, kind }: Collection): Located | undefined {
  const [member] = path;
  if (root.kind === "variable") {
    const [declaration] = root.variable.identifiers;
    return declaration === undefined || member !== undefined ? undefined : findTakingOut(file, file.project.usesOf(declaration)?.at ?? [], kind);
  }
  const owner = root.kind === "instance" && isClass(root.owner) ? root.owner.id?.name : undefined;
  if (owner === undefined || path.length !== 1 || member === undefined || member.startsWith("#")) return undefined;
  const members = file.project.membersNamed(member) ?? [];
  return findTakingOut(file, members.filter((found) => found.file.sourceCode.text.includes(owner) && !isOfOther(found)), kind);
}

/** A member of `this` in another class is that one's own. */
function isOfOther({ file, node }: Located): boolean {
  return file.places.placeOf(node)?.root.kind === "instance";
}

function findTakingOut(own: FileFacts, uses: Iterable<Located>, kind: CollectionKind): Located | undefined {
  for (const use of uses) {
    if (use.file.filename !== own.filename && (isSetAnew(use) || operationsAt(use.file, use.node, kind).some(takesOut))) return use;
  }
  return undefined;
}

/** `registry.items = new Map()` */
function isSetAnew({ node }: Located): boolean {
  return node.parent?.type === "AssignmentExpression" && node.parent.operator === "=" && node.parent.left === node;
}

function takesOut(kind: OperationKind): boolean {
  return kind === "remove" || kind === "empty" || kind === "element-remove";
}

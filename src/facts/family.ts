/** Classes and objects that share one `this`: a class with the classes of the same file above and below it, and an options object with its groups of methods. */
import type { TSESTree } from "@typescript-eslint/utils";

import { methodGroups } from "../catalogue/words/components.ts";
import type { FileFacts } from "./file-facts.ts";
import type { FunctionFact } from "./functions.ts";
import type { InstanceOwner } from "./this-owner.ts";
import { isClass, memberName, unwrap, type ClassNode } from "../syntax/tree.ts";

const families = new WeakMap<FileFacts, Map<InstanceOwner, ReadonlySet<InstanceOwner>>>();

/** Every owner of the file whose `this` can be the same object as the owner's. */
export function familyOf(file: FileFacts, owner: InstanceOwner): ReadonlySet<InstanceOwner> {
  const known = families.get(file) ?? new Map<InstanceOwner, ReadonlySet<InstanceOwner>>();
  families.set(file, known);
  const family = known.get(owner) ?? buildFamily(file, owner);
  known.set(owner, family);
  return family;
}

/** The members of the whole family. */
export function membersOfFamily(file: FileFacts, owner: InstanceOwner): readonly FunctionFact[] {
  return [...familyOf(file, owner)].flatMap((one) => file.functions.membersOf(one));
}

/** The class of the same file that a class extends. */
export function findSuperClass(file: FileFacts, owner: ClassNode): ClassNode | undefined {
  if (owner.superClass === null) return undefined;
  const base = unwrap(owner.superClass);
  const definition = base.type === "Identifier" ? file.variables.variableOf(base)?.defs[0] : undefined;
  return isClass(definition?.node) && definition.node !== owner ? definition.node : undefined;
}

function buildFamily(file: FileFacts, owner: InstanceOwner): ReadonlySet<InstanceOwner> {
  const family = new Set<InstanceOwner>([owner]);
  if (isClass(owner)) {
    for (let base = findSuperClass(file, owner); base !== undefined && !family.has(base); base = findSuperClass(file, base)) family.add(base);
    for (let size = 0; size !== family.size; ) {
      size = family.size;
      for (const other of file.nodes.classes) {
        const base = findSuperClass(file, other);
        if (base !== undefined && (base === owner || (family.has(base) && !isAbove(file, base, owner)))) family.add(other);
      }
    }
  }
  if (owner.type === "ObjectExpression") for (const object of groupsAround(owner)) family.add(object);
  return family;
}

function isAbove(file: FileFacts, base: ClassNode, owner: ClassNode): boolean {
  const seen = new Set<ClassNode>();
  for (let at = findSuperClass(file, owner); at !== undefined && !seen.has(at); at = findSuperClass(file, at)) {
    if (at === base) return true;
    seen.add(at);
  }
  return false;
}

/** `{ mounted() {}, methods: { … } }`: the object itself, the one it is a group of, and that one's groups. */
function groupsAround(object: TSESTree.ObjectExpression): TSESTree.ObjectExpression[] {
  const parent = object.parent;
  const outer = parent.type === "Property" && methodGroups.has(memberName(parent) ?? "") && parent.parent.type === "ObjectExpression" ? parent.parent : object;
  const groups = outer.properties.flatMap((property) => {
    if (property.type !== "Property" || !methodGroups.has(memberName(property) ?? "")) return [];
    return property.value.type === "ObjectExpression" ? [property.value] : [];
  });
  return [outer, ...groups];
}

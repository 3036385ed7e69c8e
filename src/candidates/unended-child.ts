/** Fields that are given a new object of a class that the project may have: the object may have to be ended with its owner. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair, Release } from "../catalogue/entry.ts";
import { anything, memberOf } from "../catalogue/origin.ts";
import { owningVerbs } from "../catalogue/words/releases.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { declaratorOf, functionOf, isSingleAssignment } from "../facts/variables.ts";
import { collectFieldUses } from "../subjects/handle/field-uses.ts";
import { lifeOf } from "../subjects/owner/lifecycle.ts";
import { lazy } from "../syntax/lazy.ts";
import { calleeName, enclosingFunction, memberName, unwrap } from "../syntax/tree.ts";
import type { HeldField } from "./kept-field.ts";

/** A field, and the `new` that makes what it keeps. */
export interface UnendedChild extends HeldField {
  readonly made: TSESTree.NewExpression;
}

interface ChildStore {
  readonly place: Place;
  readonly made: TSESTree.NewExpression;
  readonly store: TSESTree.Node;
}

/** Collects the fields of owners with an end that keep a new object of a class of this file or an imported one; those of `told` are left out. */
export function collectUnendedChildren(file: FileFacts, told: ReadonlySet<TSESTree.Node>): readonly UnendedChild[] {
  return [...assignedChildren(file), ...initialChildren(file)].flatMap(({ place, made, store }): UnendedChild[] => {
    if (told.has(made) || !isOfKnownClass(file, made)) return [];
    const { teardown, registrar } = lifeOf(file, place);
    if (teardown === undefined && registrar === undefined) return [];
    const resource = { acquisition: made, pair: pairOfChild(calleeName(made) ?? "child"), confidence: "certain" as const };
    return [{ node: made, made, place, store, resource, life: () => lifeOf(file, place), uses: lazy(() => collectFieldUses(file, place, resource)) }];
  });
}

function assignedChildren(file: FileFacts): readonly ChildStore[] {
  return file.nodes.assignments.flatMap((store): ChildStore[] => {
    if (!["=", "??=", "||="].includes(store.operator) || store.left.type !== "MemberExpression") return [];
    const made = newIn(file, store.right);
    const place = made === undefined ? undefined : file.places.writtenPlaceOf(store.left);
    return made !== undefined && place?.root.kind === "instance" && place.path.length === 1 ? [{ place, made, store }] : [];
  });
}

function initialChildren(file: FileFacts): readonly ChildStore[] {
  return file.nodes.classes.flatMap(({ body }) => body.body).flatMap((store): ChildStore[] => {
    if (store.type !== "PropertyDefinition" || store.value === null || store.static) return [];
    const made = newIn(file, store.value);
    const name = memberName(store);
    return made === undefined || name === undefined ? [] : [{ place: file.places.memberOf(file.places.placeOfOwner(store.parent.parent, false), name), made, store }];
  });
}

/** `new Tip()`, at once or by way of a constant of the same function. */
function newIn(file: FileFacts, value: TSESTree.Node): TSESTree.NewExpression | undefined {
  const node = unwrap(value);
  if (node.type === "NewExpression") return node;
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (variable === undefined || !isSingleAssignment(variable) || functionOf(variable) !== enclosingFunction(node)) return undefined;
  const declarator = declaratorOf(variable);
  const init = declarator?.init == null || declarator.id.type !== "Identifier" ? undefined : unwrap(declarator.init);
  return init?.type === "NewExpression" ? init : undefined;
}

/** Whether the file declares what is made an object of, or imports it. */
function isOfKnownClass(file: FileFacts, { callee }: TSESTree.NewExpression): boolean {
  const node = unwrap(callee);
  const root = node.type === "MemberExpression" ? unwrap(node.object) : node;
  const definition = root.type === "Identifier" ? file.variables.variableOf(root)?.defs[0] : undefined;
  return definition !== undefined && definition.type !== "Parameter";
}

/** Its ends are those of its class; until that is read, any verb of an end may be one. */
function pairOfChild(name: string): Pair {
  return {
    id: "language/owned-field",
    noun: `a \`${name}\``,
    acquire: { form: "new", callee: memberOf(anything, name) },
    handle: { from: "result" },
    releases: [...owningVerbs].map((verb): Release => ({ by: "method", name: verb })),
    heldBy: "process",
  };
}

/** What a file writes into its places, and how it declares them. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotationOf } from "../syntax/annotations.ts";
import { isClass, memberName, unwrap, type ClassNode } from "../syntax/tree.ts";
import type { NodeIndex } from "./node-index.ts";
import type { Place, Places } from "./places.ts";
import type { Variable } from "./variables.ts";

/** One write of a place. */
export interface Store {
  readonly place: Place;
  /** The value written; undefined where it is not one expression (patterns, parameters, loop heads). */
  readonly value: TSESTree.Node | undefined;
  /** The declarator, assignment, property or parameter that writes. */
  readonly site: TSESTree.Node;
}

export interface Stores {
  /** Every write of the place in the file, its initialisation included. */
  storesTo(place: Place): readonly Store[];
  /** The type annotation the place is declared with. */
  annotationOf(place: Place): TSESTree.TypeNode | undefined;
}

/** The operators that write the value on their right. */
const WHOLE: ReadonlySet<string> = new Set(["=", "??=", "||=", "&&="]);

export function buildStores(declared: readonly Variable[], nodes: NodeIndex, places: Places): Stores {
  const stores = new Map<string, Store[]>();
  const annotations = new Map<string, TSESTree.TypeNode>();
  const add = (place: Place | undefined, value: TSESTree.Node | undefined, site: TSESTree.Node): void => {
    if (place === undefined) return;
    keep(place, value, site);
    const object = value === undefined ? undefined : unwrap(value);
    if (object?.type === "ObjectExpression") addProperties(place, object, 0);
  };
  const keep = (place: Place, value: TSESTree.Node | undefined, site: TSESTree.Node): void => {
    const list = stores.get(place.key);
    if (list === undefined) stores.set(place.key, [{ place, value, site }]);
    else list.push({ place, value, site });
  };
  const annotate = (place: Place, node: TSESTree.Node): void => {
    const annotation = annotationOf(node);
    if (annotation !== undefined) annotations.set(place.key, annotation);
  };

  const addProperties = (place: Place, object: TSESTree.ObjectExpression, depth: number): void => {
    if (depth > 4 || object.properties.length > 200) return;
    for (const property of object.properties) {
      const name = property.type === "Property" ? memberName(property) : undefined;
      if (property.type !== "Property" || name === undefined) continue;
      const inner = places.memberOf(place, name);
      const value = unwrap(property.value);
      keep(inner, value, property);
      if (value.type === "ObjectExpression") addProperties(inner, value, depth + 1);
    }
  };

  for (const variable of declared) {
    const [definition] = variable.defs;
    const [identifier] = variable.identifiers;
    if (definition === undefined || identifier === undefined) continue;
    const place = places.placeOfVariable(variable);
    if (identifier.type === "Identifier") annotate(place, identifier);
    if (definition.type === "Variable" && definition.node.id.type === "Identifier") {
      if (definition.node.init !== null) add(place, definition.node.init, definition.node);
      else if (isLoopHead(definition.node.parent)) add(place, undefined, definition.node);
    } else if (definition.type === "Parameter" || definition.type === "Variable") {
      add(place, undefined, definition.node);
    }
  }
  for (const assignment of nodes.assignments) {
    const isWhole = WHOLE.has(assignment.operator);
    if (assignment.left.type === "Identifier" || assignment.left.type === "MemberExpression") {
      add(places.writtenPlaceOf(assignment.left), isWhole ? assignment.right : undefined, assignment);
    } else {
      for (const target of targetsOf(assignment.left)) add(places.writtenPlaceOf(target), undefined, assignment);
    }
  }
  for (const iteration of nodes.iterations) {
    for (const target of targetsOf(iteration.left)) add(places.writtenPlaceOf(target), undefined, iteration);
  }
  for (const owner of nodes.classes) {
    for (const member of owner.body.body) {
      if (member.type === "MethodDefinition" && member.kind === "constructor") addParameterProperties(member);
      if (member.type !== "PropertyDefinition" && member.type !== "AccessorProperty") continue;
      const name = memberName(member);
      if (name === undefined) continue;
      const place = memberPlace(owner, name, member.static);
      annotate(place, member);
      if (member.value !== null) add(place, member.value, member);
    }
  }

  function memberPlace(owner: ClassNode, name: string, isStatic: boolean): Place {
    return places.memberOf(places.placeOfOwner(owner, isStatic), name);
  }

  function addParameterProperties(constructorNode: TSESTree.MethodDefinition): void {
    for (const parameter of constructorNode.value.params) {
      if (parameter.type !== "TSParameterProperty" || !isClass(constructorNode.parent.parent)) continue;
      const target = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
      if (target.type !== "Identifier") continue;
      const place = memberPlace(constructorNode.parent.parent, target.name, false);
      annotate(place, target);
      add(place, parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.right : undefined, parameter);
    }
  }

  return {
    storesTo: (place) => stores.get(place.key) ?? [],
    annotationOf: (place) => annotations.get(place.key),
  };
}

/** `const x` in `for (const x of xs)`. */
function isLoopHead({ parent }: TSESTree.VariableDeclaration): boolean {
  return parent.type === "ForOfStatement" || parent.type === "ForInStatement";
}

/** The identifiers and members a destructuring assignment or the head of a loop writes; none for a declaration. */
function targetsOf(pattern: TSESTree.Node): TSESTree.Node[] {
  switch (pattern.type) {
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => targetsOf(property.type === "Property" ? property.value : property.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : targetsOf(element)));
    case "AssignmentPattern":
      return targetsOf(pattern.left);
    case "RestElement":
      return targetsOf(pattern.argument);
    case "Identifier":
    case "MemberExpression":
      return [pattern];
    default:
      return [];
  }
}

/** What a file writes into its places, and how it declares them. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotationOf } from "../syntax/annotations.ts";
import { lazy } from "../syntax/lazy.ts";
import { bySource, isClass, memberName, unwrap, type ClassNode } from "../syntax/tree.ts";
import { memberInIndex, nameInIndex } from "./mentions.ts";
import type { NodeIndex } from "./node-index.ts";
import type { Place, PlaceRoot, Places } from "./places.ts";
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
  /** Every write of the place in the file, its initialisation included, in source order. */
  storesTo(place: Place): readonly Store[];
  /** The type annotation the place is declared with. */
  annotationOf(place: Place): TSESTree.TypeNode | undefined;
}

/** An assignment or a loop that writes the variable or member `target`. */
interface Write extends Omit<Store, "place"> {
  readonly target: TSESTree.Node;
}

/** The operators that write the value on their right. */
const WHOLE: ReadonlySet<string> = new Set(["=", "??=", "||=", "&&="]);
const MOST_PROPERTIES = 200;

/** Answers for one place at a time: most places of a file are never asked about. */
export function buildStores(nodes: NodeIndex, places: Places): Stores {
  const writes = lazy(() => writesByName(nodes));
  const fields = new Map<ClassNode, ReadonlyMap<string, readonly Field[]>>();
  const known = new Map<string, readonly Store[]>();

  const storesTo = (place: Place): readonly Store[] => {
    const found = known.get(place.key);
    if (found !== undefined) return found;
    const stores = [...declared(place), ...written(place), ...inObjects(place)].map((store) => ({ place, ...store }));
    stores.sort((one, other) => bySource(one.site, other.site));
    known.set(place.key, stores);
    return stores;
  };

  const declared = (place: Place): readonly Omit<Store, "place">[] => {
    if (place.root.kind === "variable" && place.path.length === 0) return declarationOf(place.root.variable);
    return fieldsAt(place).flatMap(({ node, value, isWritten }) => (isWritten ? { value, site: node } : []));
  };

  const byPlace = new Map<string, ReadonlyMap<string, readonly Write[]>>();
  // Sorted by place once a name: the fields of many classes go by the same name.
  const written = (place: Place): readonly Omit<Store, "place">[] => {
    const name = lastName(place);
    const sorted = byPlace.get(name) ?? sortWrites(writes().get(name) ?? [], places);
    byPlace.set(name, sorted);
    return sorted.get(place.key) ?? [];
  };

  /** The properties of the object whose methods know it as `this`, or of the objects that are written to the place whose member this is. */
  const inObjects = (place: Place): readonly Omit<Store, "place">[] => {
    const name = place.path.at(-1);
    const holder = places.holderOf(place);
    if (name !== undefined && place.path.length === 1 && place.root.kind === "instance" && place.root.owner.type === "ObjectExpression") return propertiesNamed(name, place.root.owner);
    if (name === undefined || holder === undefined) return [];
    return storesTo(holder).flatMap(({ value }) => propertiesNamed(name, value));
  };

  const fieldsAt = ({ root, path }: Place): readonly Field[] => {
    const [name] = path;
    if (name === undefined || path.length > 1 || (root.kind !== "instance" && root.kind !== "static") || !isClass(root.owner)) return [];
    const byName = fields.get(root.owner) ?? fieldsByName(root.owner, places);
    fields.set(root.owner, byName);
    return (byName.get(name) ?? []).filter(({ isStatic }) => isStatic === (root.kind === "static"));
  };

  const annotationOfPlace = (place: Place): TSESTree.TypeNode | undefined => {
    if (place.root.kind !== "variable" || place.path.length > 0) return fieldsAt(place).findLast(({ annotation }) => annotation !== undefined)?.annotation;
    const [identifier] = place.root.variable.identifiers;
    return identifier === undefined ? undefined : annotationOf(identifier);
  };

  return { storesTo, annotationOf: annotationOfPlace };
}

/** What the declaration of a variable writes into it. */
function declarationOf({ defs: [definition] }: Variable): readonly Omit<Store, "place">[] {
  if (definition?.type === "Parameter") return [{ value: undefined, site: definition.node }];
  if (definition?.type !== "Variable") return [];
  const site = definition.node;
  if (site.id.type !== "Identifier") return [{ value: undefined, site }];
  if (site.init !== null) return [{ value: site.init, site }];
  return isLoopHead(site.parent) ? [{ value: undefined, site }] : [];
}

/** `const x` in `for (const x of xs)`. */
function isLoopHead({ parent }: TSESTree.VariableDeclaration): boolean {
  return parent.type === "ForOfStatement" || parent.type === "ForInStatement";
}

/** The assignments and loops of a file by the last name of what they write. */
function writesByName({ assignments, iterations }: NodeIndex): ReadonlyMap<string, readonly Write[]> {
  const byName = new Map<string, Write[]>();
  const add = (target: TSESTree.Node, value: TSESTree.Node | undefined, site: TSESTree.Node): void => {
    const node = unwrap(target);
    const name = node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? nameInIndex(node) : undefined;
    if (name === undefined) return;
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [{ target, value, site }]);
    else list.push({ target, value, site });
  };
  for (const assignment of assignments) {
    const { left, right, operator } = assignment;
    if (left.type === "Identifier" || left.type === "MemberExpression") add(left, WHOLE.has(operator) ? right : undefined, assignment);
    else for (const target of targetsOf(left)) add(target, undefined, assignment);
  }
  for (const iteration of iterations) {
    for (const target of targetsOf(iteration.left)) add(target, undefined, iteration);
  }
  return byName;
}

function sortWrites(named: readonly Write[], places: Places): ReadonlyMap<string, readonly Write[]> {
  const byPlace = new Map<string, Write[]>();
  for (const write of named) {
    const key = places.writtenPlaceOf(write.target)?.key;
    const list = key === undefined ? undefined : byPlace.get(key);
    if (list !== undefined) list.push(write);
    else if (key !== undefined) byPlace.set(key, [write]);
  }
  return byPlace;
}

/** The name under which `writesByName` keeps the writes of a place. */
function lastName({ root, path }: Place): string {
  const name = path.at(-1);
  return name === undefined ? nameOfRoot(root) : memberInIndex(name);
}

function nameOfRoot(root: PlaceRoot): string {
  switch (root.kind) {
    case "variable":
      return root.variable.name;
    case "global":
      return root.name;
    default:
      return root.owner.type === "ObjectExpression" ? "" : (root.owner.id?.name ?? "");
  }
}

function propertiesNamed(name: string, value: TSESTree.Node | undefined): readonly Omit<Store, "place">[] {
  const object = value === undefined ? undefined : unwrap(value);
  if (object?.type !== "ObjectExpression" || object.properties.length > MOST_PROPERTIES) return [];
  return object.properties.flatMap((property) => (property.type === "Property" && memberName(property) === name ? { value: unwrap(property.value), site: property } : []));
}

/** A field of a class as it is declared: in its body, or as a parameter of its constructor. */
interface Field {
  readonly node: TSESTree.Node;
  readonly isStatic: boolean;
  readonly isWritten: boolean;
  readonly value: TSESTree.Node | undefined;
  readonly annotation: TSESTree.TypeNode | undefined;
}

function fieldsByName({ body }: ClassNode, places: Places): ReadonlyMap<string, readonly Field[]> {
  const byName = new Map<string, Field[]>();
  const add = (name: string, field: Field): void => {
    byName.set(name, [...(byName.get(name) ?? []), field]);
  };
  for (const member of body.body) {
    if (member.type === "MethodDefinition" && member.kind === "constructor") {
      for (const parameter of member.value.params) addParameter(parameter, add);
    }
    if (member.type !== "PropertyDefinition" && member.type !== "AccessorProperty") continue;
    const name = places.nameOfField(member);
    if (name === undefined) continue;
    const value = member.value ?? undefined;
    add(name, { node: member, isStatic: member.static, isWritten: value !== undefined, value, annotation: annotationOf(member) });
  }
  return byName;
}

/** `constructor(private readonly name = value)` declares a field and writes it. */
function addParameter(node: TSESTree.Parameter, add: (name: string, field: Field) => void): void {
  if (node.type !== "TSParameterProperty") return;
  const [target, value] = node.parameter.type === "AssignmentPattern" ? [node.parameter.left, node.parameter.right] : [node.parameter, undefined];
  if (target.type === "Identifier") add(target.name, { node, isStatic: false, isWritten: true, value, annotation: annotationOf(target) });
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

/**
 * Places: where a value is kept. Two expressions with the same place mean the same storage:
 * `this.streams`, `self.streams` after `const self = this`, and `streams` after `const { streams } = this`.
 * A place is syntactic: it says nothing about what is stored there at which time.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { moduleLoaders } from "../catalogue/words/language.ts";
import { isClass, memberName, unwrap } from "../syntax/tree.ts";
import { findThisOwner, type InstanceOwner } from "./this-owner.ts";
import { declaratorOf, isSingleAssignment, type Variable, type Variables } from "./variables.ts";

export type PlaceRoot =
  | { readonly kind: "variable"; readonly variable: Variable }
  | { readonly kind: "instance"; readonly owner: InstanceOwner }
  | { readonly kind: "static"; readonly owner: InstanceOwner }
  | { readonly kind: "global"; readonly name: string };

export interface Place {
  readonly root: PlaceRoot;
  /** Member names from the root on. */
  readonly path: readonly string[];
  /** Equal for equal places, different for different ones, within one file. */
  readonly key: string;
}

export interface Places {
  /** The place an expression names, aliases resolved; undefined for values that are not kept anywhere. */
  placeOf(expression: TSESTree.Node): Place | undefined;
  /** The same without looking through variables: the storage that the expression itself writes to. */
  writtenPlaceOf(expression: TSESTree.Node): Place | undefined;
  /** The place of a variable as such. */
  placeOfVariable(variable: Variable): Place;
  /** The place of an object itself: an instance of the class, or the class. */
  placeOfOwner(owner: InstanceOwner, isStatic: boolean): Place;
  /** The place of a member of what is kept at a place. */
  memberOf(place: Place, name: string): Place;
  /** The name under which a place has a field of a class as its member, also one that is named by a symbol. */
  nameOfField(field: TSESTree.PropertyDefinition | TSESTree.AccessorProperty): string | undefined;
  /** The place whose member this one is; undefined for a variable, a global and an object itself. */
  holderOf(place: Place): Place | undefined;
}

const MAXIMUM_DEPTH = 12;

export function buildPlaces(variables: Variables): Places {
  const identities = new Map<object, number>();
  const identityOf = (thing: object): number => {
    const known = identities.get(thing);
    if (known !== undefined) return known;
    identities.set(thing, identities.size);
    return identities.size - 1;
  };
  // A place is made once: its key is a text, and making and hashing texts is what this module would spend its time on.
  const instances = new Map<InstanceOwner, Place>();
  const statics = new Map<InstanceOwner, Place>();
  const globals = new Map<string, Place>();
  const ofVariables = new Map<Variable, Place>();
  const members = new Map<Place, Map<string, Place>>();
  /** @bounded by the expressions of the one file, with whose facts it goes */
  const cache = new Map<TSESTree.Node, Place | undefined>();

  const ofOwner = (owner: InstanceOwner, isStatic: boolean): Place => {
    const known = (isStatic ? statics : instances).get(owner);
    if (known !== undefined) return known;
    const kind = isStatic ? "static" : "instance";
    const place: Place = { root: { kind, owner }, path: [], key: `${kind}:${String(identityOf(owner))}` };
    (isStatic ? statics : instances).set(owner, place);
    return place;
  };

  const ofGlobal = (name: string): Place => {
    const known = globals.get(name);
    if (known !== undefined) return known;
    const place: Place = { root: { kind: "global", name }, path: [], key: `global:${name}` };
    globals.set(name, place);
    return place;
  };

  const member = (place: Place, name: string): Place => {
    const named = members.get(place) ?? new Map<string, Place>();
    const known = named.get(name);
    if (known !== undefined) return known;
    const made: Place = { root: place.root, path: [...place.path, name], key: `${place.key}.${name}` };
    named.set(name, made);
    members.set(place, named);
    return made;
  };

  const resolve = (expression: TSESTree.Node, throughAliases: boolean, depth: number): Place | undefined => {
    if (depth > MAXIMUM_DEPTH) return undefined;
    const node = unwrap(expression);
    switch (node.type) {
      case "ThisExpression": {
        const found = findThisOwner(node, variables);
        return found === undefined ? undefined : ofOwner(found.owner, found.isStatic);
      }
      case "Identifier": {
        const variable = variables.variableOf(node);
        if (variable === undefined) return ofGlobal(node.name);
        return (throughAliases ? aliased(variable, depth) : undefined) ?? ofVariable(variable);
      }
      case "MemberExpression": {
        const name = memberName(node) ?? (node.computed ? symbolName(node.property) : undefined);
        const object = name === undefined ? undefined : cached(node.object, depth + 1);
        return object === undefined || name === undefined ? undefined : member(object, name);
      }
      default:
        return undefined;
    }
  };

  const symbolName = (key: TSESTree.Node): string | undefined => {
    // `this[symbols.kLanes]`, of a module that is imported whole.
    const holder = key.type === "MemberExpression" && key.object.type === "Identifier" ? variables.variableOf(key.object) : undefined;
    const part = key.type === "MemberExpression" ? memberName(key) : undefined;
    if (holder?.defs[0]?.type === "ImportBinding" && part !== undefined) return `[symbol ${part} ${String(identityOf(holder))}]`;
    if (key.type !== "Identifier") return undefined;
    const variable = variables.variableOf(key);
    // `this[kLanes]`: what another file names is one member, whatever it is.
    if (variable !== undefined && isImported(variable)) return `[symbol ${variable.name} ${String(identityOf(variable))}]`;
    const init = variable === undefined ? undefined : declaratorOf(variable)?.init;
    const isSymbol = init?.type === "CallExpression" && unwrap(init.callee).type === "Identifier" && (unwrap(init.callee) as TSESTree.Identifier).name === "Symbol";
    return isSymbol && variable !== undefined ? `[symbol ${variable.name} ${String(identityOf(variable))}]` : undefined;
  };

  /** What is found from the top of an expression is kept; what is cut off by the depth is not. */
  const cached = (expression: TSESTree.Node, depth: number): Place | undefined => {
    const known = cache.get(expression);
    if (known !== undefined || cache.has(expression)) return known;
    const place = resolve(expression, true, depth);
    if (place !== undefined || depth === 0) cache.set(expression, place);
    return place;
  };

  const ofVariable = (variable: Variable): Place => {
    const known = ofVariables.get(variable);
    if (known !== undefined) return known;
    const definition = variable.defs[0];
    const place: Place = isClass(definition?.node) && definition.node.id === definition.name
      ? ofOwner(definition.node, true)
      : { root: { kind: "variable", variable }, path: [], key: `variable:${String(identityOf(variable))}` };
    ofVariables.set(variable, place);
    return place;
  };

  /** `constructor(private readonly stage: Stage)`: the parameter and the field are given one value. */
  const fieldOfParameter = (variable: Variable): Place | undefined => {
    const property = variable.defs[0]?.type === "Parameter" ? variable.identifiers[0]?.parent : undefined;
    const method = property?.type === "TSParameterProperty" && isSingleAssignment(variable) ? property.parent.parent : undefined;
    return method?.type === "MethodDefinition" ? member(ofOwner(method.parent.parent, false), variable.name) : undefined;
  };

  const aliased = (variable: Variable, depth: number): Place | undefined => {
    const field = fieldOfParameter(variable);
    if (field !== undefined) return field;
    const declarator = declaratorOf(variable);
    if (declarator?.init == null || !isSingleAssignment(variable)) return undefined;
    const init = unwrap(declarator.init);
    if (init.type !== "Identifier" && init.type !== "MemberExpression" && init.type !== "ThisExpression") return undefined;
    const path = pathInPattern(declarator.id, variable);
    const source = path === undefined ? undefined : cached(init, depth + 1);
    return source === undefined || path === undefined ? undefined : path.reduce(member, source);
  };

  const ofRoot = (root: PlaceRoot): Place => {
    if (root.kind === "variable") return ofVariable(root.variable);
    return root.kind === "global" ? ofGlobal(root.name) : ofOwner(root.owner, root.kind === "static");
  };

  return {
    placeOf: (expression) => cached(expression, 0),
    writtenPlaceOf: (expression) => resolve(expression, false, 0),
    placeOfVariable: ofVariable,
    placeOfOwner: ofOwner,
    memberOf: member,
    nameOfField: (field) => memberName(field) ?? (field.computed ? symbolName(field.key) : undefined),
    holderOf: ({ root, path }) => (path.length === 0 ? undefined : path.slice(0, -1).reduce(member, ofRoot(root))),
  };
}

/** Whether another file makes a variable's value: it is imported, or is a part of what `require` gives. */
function isImported(variable: Variable): boolean {
  const [definition] = variable.defs;
  if (definition?.type === "ImportBinding") return true;
  const init = definition?.type === "Variable" && definition.parent.kind === "const" && definition.node.id.type === "ObjectPattern" ? definition.node.init : null;
  return init?.type === "CallExpression" && init.callee.type === "Identifier" && moduleLoaders.test(init.callee.name);
}

/** Whether a variable may be another name for a place that is not its own: it is given one, or is a class. Costs nothing. */
export function mayNameOther({ defs: [definition] }: Variable): boolean {
  if (definition?.type === "ClassName") return true;
  if (definition?.type !== "Variable" || definition.node.init === null) return false;
  const { type } = unwrap(definition.node.init);
  return type === "Identifier" || type === "MemberExpression" || type === "ThisExpression";
}

/** The member path by which a pattern reaches the variable: `["a", "b"]` for `{ a: { b } }`; undefined through defaults, rests and arrays. */
export function pathInPattern(pattern: TSESTree.Node, variable: Variable): readonly string[] | undefined {
  if (pattern.type === "Identifier") return variable.identifiers.includes(pattern) ? [] : undefined;
  if (pattern.type !== "ObjectPattern") return undefined;
  for (const property of pattern.properties) {
    if (property.type !== "Property") continue;
    const name = memberName(property);
    const below = name === undefined ? undefined : pathInPattern(property.value, variable);
    if (below !== undefined && name !== undefined) return [name, ...below];
  }
  return undefined;
}

/** A place in the words of the source: `this.streams`, `Cache.entries`, `sessions`. */
export function describePlace(place: Place): string {
  const members = place.path.map((name) => (name.startsWith("[symbol ") ? `[${name.split(" ")[1] ?? ""}]` : `.${name}`)).join("");
  switch (place.root.kind) {
    case "variable":
      return place.root.variable.name + members;
    case "global":
      return place.root.name + members;
    case "instance":
      return `this${members}`;
    case "static": {
      const owner = place.root.owner;
      const name = owner.type !== "ObjectExpression" ? owner.id?.name : undefined;
      return (name ?? "this") + members;
    }
  }
}

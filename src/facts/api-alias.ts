/** Other names of functions of an API: `Booth.toUrl = (window.URL || window.webkitURL).createObjectURL`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName, isNothing, memberName, receiverOf, unwrap, wrapped } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";

const NONE: ReadonlySet<string> = new Set();

const known = new WeakMap<FileFacts, ReadonlyMap<string, ReadonlySet<string>>>();

/** The names of the catalogue's functions that a called name may stand for, since the file gives one of them to it. */
export function apiNamesBehind(file: FileFacts, name: string): ReadonlySet<string> {
  const names = known.get(file) ?? collectAliases(file);
  known.set(file, names);
  return names.get(name) ?? NONE;
}

function collectAliases(file: FileFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const add = (expression: TSESTree.Node, name: string | undefined): void => {
    // Asked first: few names are an entry's, and the way up from an expression takes longer than a look-up.
    if (name === undefined || file.catalogue.pairsForName(name).length === 0) return;
    const alias = nameGivenTo(expression);
    if (alias === undefined || alias === name) return;
    names.set(alias, (names.get(alias) ?? new Set()).add(name));
  };
  for (const member of file.nodes.members) if (mayBeGiven(member)) add(member, memberName(member));
  for (const { identifier } of file.sourceCode.scopeManager?.globalScope?.through ?? []) if (identifier.type === "Identifier") add(identifier, identifier.name);
  return names;
}

/** Most members are called or read on, which their parent tells. */
function mayBeGiven({ parent }: TSESTree.MemberExpression): boolean {
  return parent.type !== "CallExpression" && (parent.type !== "MemberExpression" || memberName(parent) === "bind");
}

/** The name of the variable or member that is given the function, bound or not. */
function nameGivenTo(expression: TSESTree.Node): string | undefined {
  let value = wrapped(expression);
  const bound = value.parent?.type === "MemberExpression" && value.parent.object === value && memberName(value.parent) === "bind" ? wrapped(value.parent).parent : undefined;
  if (bound?.type === "CallExpression") value = wrapped(bound);
  while (value.parent?.type === "LogicalExpression" || value.parent?.type === "ConditionalExpression") value = wrapped(value.parent);
  const { parent } = value;
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.right === value ? nameOfTarget(parent.left) : undefined;
    case "VariableDeclarator":
      return parent.init === value ? nameOfTarget(parent.id) : undefined;
    case "Property":
    case "PropertyDefinition":
      return parent.value === value ? memberName(parent) : undefined;
    default:
      return undefined;
  }
}

function nameOfTarget(target: TSESTree.Node): string | undefined {
  return target.type === "Identifier" ? target.name : target.type === "MemberExpression" ? memberName(target) : undefined;
}

/** The values that an expression chooses between, or that the file gives to what it names; the one that is tried first comes first. None where another may be there. */
export function valuesBehind(file: FileFacts, node: TSESTree.Node): readonly TSESTree.Node[] {
  switch (node.type) {
    case "LogicalExpression":
      return node.operator === "&&" ? [node.right] : [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "CallExpression": {
      const bound = calleeName(node) === "bind" ? receiverOf(node) : undefined;
      return bound === undefined ? [] : [bound];
    }
    case "Identifier":
    case "MemberExpression":
      return storedIn(file, node);
    default:
      return [];
  }
}

/** The one value that the file gives to a variable or member. */
function storedIn(file: FileFacts, node: TSESTree.Node): readonly TSESTree.Node[] {
  const place = file.places.placeOf(node);
  if (place === undefined || (place.root.kind === "global" && place.path.length === 0)) return [];
  const [only, ...others] = file.stores.storesTo(place).filter(({ value }) => value === undefined || !isNothing(value));
  return only?.value === undefined || others.length > 0 ? [] : [unwrap(only.value)];
}

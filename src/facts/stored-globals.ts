/** Members and variables that the file gives a function of the platform: `Gauge.every = setInterval`, `{ every: setInterval }`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { calleeName, memberName, receiverOf, unwrap } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";

const known = new WeakMap<FileFacts, ReadonlyMap<string, ReadonlySet<string>>>();

/** The last names of the globals that something of this name is given in the file; who calls it by that name may call them. */
export function globalsStoredAs(file: FileFacts, name: string): ReadonlySet<string> | undefined {
  const stored = known.get(file) ?? collectStored(file);
  known.set(file, stored);
  return stored.get(name);
}

function collectStored(file: FileFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, Set<string>>();
  const add = (name: string | undefined, value: TSESTree.Node | null | undefined): void => {
    const global = name === undefined || value == null ? undefined : globalNamed(file, value);
    if (name === undefined || global === undefined || global === name) return;
    byName.set(name, (byName.get(name) ?? new Set()).add(global));
  };
  for (const { left, right } of file.nodes.assignments) add(nameOf(left), right);
  for (const { body } of file.nodes.classes) for (const member of body.body) if (member.type === "PropertyDefinition") add(memberName(member), member.value);
  for (const { defs: [definition] } of file.variables.declared) {
    if (definition?.type !== "Variable" || definition.node.id.type !== "Identifier" || definition.node.init === null) continue;
    const init = unwrap(definition.node.init);
    add(definition.node.id.name, init);
    if (init.type === "ObjectExpression") for (const property of init.properties) if (property.type === "Property") add(memberName(property), property.value);
  }
  return byName;
}

function nameOf(target: TSESTree.Node): string | undefined {
  const node = unwrap(target);
  return node.type === "Identifier" ? node.name : node.type === "MemberExpression" ? memberName(node) : undefined;
}

/** The name of a global that an expression is, bound to an object or not. */
function globalNamed(file: FileFacts, value: TSESTree.Node): string | undefined {
  const node = withoutBind(value);
  if (node.type === "Identifier") return file.variables.isGlobal(node) ? node.name : undefined;
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier" || !file.variables.isGlobal(node.object)) return undefined;
  return memberName(node);
}

/** `f` for `f.bind(x)`. */
export function withoutBind(value: TSESTree.Node): TSESTree.Node {
  const node = unwrap(value);
  const bound = node.type === "CallExpression" && calleeName(node) === "bind" ? receiverOf(node) : undefined;
  return bound ?? node;
}

import { hookTables } from "../../catalogue/words/components.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import { repeatedHooks } from "../../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isMadeRepeatedly, isPutOnPage } from "../../facts/instantiations.ts";
import { hookOfInstance } from "../../subjects/owner/component-life.ts";
import { scopeOf } from "../../subjects/subscription/subscription-scope.ts";
import { calleeName, decoratorsOf, enclosingFunction, isClass, isFunction, memberName, unwrap, walk, wrapped, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Evidence } from "../evidence.ts";

export const instances: Evidence<Candidate, "many" | "one"> = {
  id: "repeats/instances",
  asks: "How many objects does the file show that run this code, each for itself?",
  levels: {
    many: ["the file makes many such objects, and each runs this code", "leak"],
    one: ["the one object there is belongs to the page", "no leak"],
  },
  ask(file, { node }) {
    if (isOfPage(file, node)) return { level: "one", basis: "shown" };
    return { level: isRunByMany(file, node) ? "many" : "unknown", basis: "shown" };
  },
};

/** Whether its one object belongs to the page, `window.recorder = new Recorder()`. */
function isOfPage(file: FileFacts, node: TSESTree.Node): boolean {
  const scope = scopeOf(file, node);
  return scope !== undefined && isClass(scope) && isPutOnPage(file, scope);
}

/** Whether many objects run the code: those of a class that the file makes again and again, and those of a component. */
function isRunByMany(file: FileFacts, start: TSESTree.Node): boolean {
  for (let at = enclosingFunction(start); at !== undefined; at = enclosingFunction(at)) {
    const { owner, name } = file.functions.factOf(at);
    if (hookOfInstance(file, at) !== undefined) return true;
    if (owner === undefined && file.functions.membersOf(at).length > 0 && isMadeRepeatedly(file, at)) return true;
    if (owner === undefined) continue;
    if (repeatedHooks.has(name ?? "")) return true;
    if (isClass(owner)) return isMadeRepeatedly(file, owner) || isComponent(file, owner);
    if (isFunction(owner)) return isMadeRepeatedly(file, owner);
    return owner.type === "ObjectExpression" && isHookTable(owner) && usesThis(file, at);
  }
  return false;
}

/** A component by its base or decorator: its framework makes one wherever its tag stands. */
function isComponent(file: FileFacts, owner: ClassNode): boolean {
  const { componentBases, componentDecorators } = file.catalogue.lifecycles;
  const decorated = decoratorsOf(owner).some(({ expression }) => componentDecorators.has((expression.type === "CallExpression" ? calleeName(expression) : undefined) ?? ""));
  const base = owner.superClass === null ? undefined : unwrap(owner.superClass);
  const name = base?.type === "Identifier" ? base.name : base?.type === "MemberExpression" ? memberName(base) : undefined;
  return decorated || componentBases.has(name ?? "");
}

/** `on: { init() { … } }` at the top level: its functions run for whichever object the table is mixed into, and `this` is that object. */
function isHookTable(table: TSESTree.ObjectExpression): boolean {
  const property = wrapped(table).parent;
  return property?.type === "Property" && hookTables.test(memberName(property) ?? "") && enclosingFunction(table) === undefined;
}

function usesThis(file: FileFacts, node: FunctionNode): boolean {
  let uses = false;
  walk(node.body, file.visitorKeys, (child) => {
    if (child.type === "ThisExpression") uses = true;
    return !uses;
  });
  return uses;
}


/** Entries that a component puts in while it renders and takes out in the cleanup of an effect: a render that is dropped runs no effect. */
import { effectCalls } from "../catalogue/data/lifecycles.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import { isBlanking } from "../subjects/collection/growing-inserts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

/** Finds an insert in the body of a component or hook, all removals of which stand in effects of that function. */
export function findFilledInRender(file: FileFacts, { collection, operations }: KeptCollection): StrandedEntry | undefined {
  const removals = operations.filter(({ kind }) => kind === "remove" || kind === "empty");
  const [removal] = removals;
  if (removal === undefined) return undefined;
  for (const insert of operations) {
    const component = insert.kind === "insert" && !isBlanking(insert) ? enclosingFunction(insert.node) : undefined;
    if (component === undefined || !isRenderFunction(file, component) || !removals.every(({ node }) => isInEffectOf(file, component, node))) continue;
    return { reason: "render-only", confidence: "likely", collection, node: insert.node, other: removal.node };
  }
  return undefined;
}

function isRenderFunction(file: FileFacts, node: FunctionNode): boolean {
  const { name, owner } = file.functions.factOf(node);
  return owner === undefined && /^(?:[A-Z]|use[A-Z])/.test(name ?? "");
}

function isInEffectOf(file: FileFacts, component: FunctionNode, removal: Parameters<typeof isWithin>[0]): boolean {
  return file.calls.directlyIn(component).some((call) => {
    const [callback] = call.arguments;
    return effectCalls.test(calleeName(call) ?? "") && callback !== undefined && isFunction(callback) && isWithin(removal, callback);
  });
}

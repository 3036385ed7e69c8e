/** Values whose type says that they are to be disposed, without being in the catalogue. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Handle, Pair, Release } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { leftToThemselves, makingDisposables, nodeModules, verbsOfDisposal } from "../../catalogue/words/disposables.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, wrapped, type CallNode } from "../../syntax/tree.ts";

const RELEASES: readonly Release[] = [...verbsOfDisposal.map((name): Release => ({ by: "method", name }))];

/** The pair for a call whose value is disposable by type; undefined where the type says no or lends what another owns. */
export function disposablePairOf(file: FileFacts, call: CallNode): Pair | undefined {
  const value = awaitedValueOf(call);
  const disposal = file.types.disposalOf(value) ?? file.types.disposalOf(call);
  if (disposal === undefined) return undefined;
  const origin = file.types.originOf(value);
  if (origin === undefined || leftToThemselves.test(origin.name) || origin.module === "lib" || isOfNode(origin.module)) return undefined;
  const name = calleeName(call);
  if (name === undefined || (call.type !== "NewExpression" && !makingDisposables.test(name))) return undefined;
  const handle: Handle = value === call ? { from: "result" } : { from: "awaited" };
  return {
    id: "language/disposable",
    noun: `a disposable \`${origin.name}\``,
    acquire: { form: call.type === "NewExpression" ? "new" : "call", callee: memberOf(anything, name) },
    handle,
    releases: RELEASES,
    heldBy: "process",
  };
}

function awaitedValueOf(call: CallNode): TSESTree.Node {
  const parent = wrapped(call).parent;
  return parent?.type === "AwaitExpression" ? parent : call;
}

function isOfNode(module: string | undefined): boolean {
  return module !== undefined && nodeModules.has(module.split("/")[0] as string);
}

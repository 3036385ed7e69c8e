/** Timers end by themselves: whether a path on which nothing clears one begins where it has run, or belongs to an earlier one. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { writesOf } from "../../facts/variables.ts";
import { isWithin, unwrap } from "../../syntax/tree.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import type { HeldPath } from "../../subjects/way/held-path.ts";

/** Whether a path is one of those of a resource that needs no release there: it has ended, or all releases are over. */
export function endsByItselfThere(file: FileFacts, resource: Resource, path: HeldPath, releases: readonly TSESTree.Node[]): boolean {
  return resource.pair.endsByItself === true && (followsOwnEnd(file, resource, path) || areOver(resource, releases));
}

/** `if (timedOut) return;` where only the timer's own callback sets the flag. */
function followsOwnEnd(file: FileFacts, { acquisition }: Resource, path: HeldPath): boolean {
  return path.edges.some(({ kind, condition }) => {
    const flag = condition === undefined ? undefined : unwrap(condition);
    const variable = flag?.type === "Identifier" ? file.variables.variableOf(flag) : undefined;
    if (variable === undefined) return false;
    const writes = writesOf(variable);
    const later = writes.filter(({ init }) => init !== true);
    const isTurned = later.length > 0 && later.every(({ identifier, writeExpr }) => isWithin(identifier, acquisition) && truthOf(writeExpr) === (kind === "true"));
    return isTurned && writes.every(({ init, writeExpr }) => init !== true || truthOf(writeExpr) === (kind !== "true"));
  });
}

function truthOf(value: TSESTree.Node | null | undefined): boolean | undefined {
  const node = value == null ? undefined : unwrap(value);
  return node?.type === "Literal" ? Boolean(node.value) : undefined;
}

/** `clearTimeout(timer); timer = setTimeout(…);`: what is cleared is the last one, and the next is cleared by the next call. */
function areOver({ acquisition }: Resource, releases: readonly TSESTree.Node[]): boolean {
  return !isInLoop(acquisition) && releases.every((release) => release.range[1] <= acquisition.range[0]);
}

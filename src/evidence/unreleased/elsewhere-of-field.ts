import type { HeldField } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calledFrom, standsIn } from "../../facts/reach.ts";
import { isReleasedInOtherState } from "../../subjects/handle/field-uses.ts";
import { areAlternatives } from "../../syntax/arms.ts";
import { enclosingFunction, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const elsewhereOfField: Evidence<HeldField, "yes" | "no"> = {
  id: "unreleased/elsewhere-of-field",
  asks: "Does code outside the end of the owner release the field for another reason than to fill it again?",
  levels: { yes: ["other code releases it, and not only to fill it again", "open"], no: ["no other code releases it but to fill it again", "leak"] },
  ask(file, field) {
    const at = findOtherRelease(file, field);
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};

function findOtherRelease(file: FileFacts, field: HeldField): HeldField["node"] | undefined {
  const { resource: { acquisition }, life, uses } = field;
  const reach = life().reach;
  const host = enclosingFunction(acquisition);
  const earlier = host === undefined ? [] : file.nodes.calls.filter((call) => enclosingFunction(call) === host && call.range[1] <= acquisition.range[0] && !areAlternatives(call, acquisition));
  const preparing = calledFrom(file, earlier.flatMap((call) => file.functions.calledFunction(call) ?? []));
  const writers = new Set(uses().filter((use) => use.kind === "write").map((use) => enclosingFunction(use.node)));
  return uses().find((use) => {
    if (use.kind !== "release" || standsIn(use.node, reach)) return false;
    const releaser = enclosingFunction(use.node);
    if (releaser === undefined) return true;
    if (releaser === host) return isReleasedInOtherState(acquisition, [use]);
    const isForRefill = preparing.has(releaser) ? !isCalledOnItsOwn(file, releaser, host, reach) : writers.has(releaser) && refills(file, field, releaser);
    return !isForRefill;
  })?.node;
}

/** Whether another function than the one that fills the field and those that end the owner calls the release: `pointerUp() { this.stopTimer(); }`. */
function isCalledOnItsOwn(file: FileFacts, releaser: FunctionNode, host: FunctionNode | undefined, reach: ReadonlySet<FunctionNode>): boolean {
  return file.nodes.calls.some((call) => {
    if (file.functions.calledFunction(call) !== releaser) return false;
    const caller = enclosingFunction(call);
    return caller !== undefined && caller !== host && caller !== releaser && !standsIn(call, reach);
  });
}

/** Whether a function gives the field a new resource after releasing the old one. */
function refills(file: FileFacts, { place }: HeldField, host: FunctionNode): boolean {
  return file.stores.storesTo(place).some(({ site, value }) => {
    const node = value === undefined ? undefined : unwrap(value);
    return enclosingFunction(site) === host && (node?.type === "CallExpression" || node?.type === "NewExpression" || node?.type === "AwaitExpression");
  });
}

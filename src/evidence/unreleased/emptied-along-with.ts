import { isNoHandle, type EmptiedHandle } from "../../candidates/emptied-handle.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import type { FieldUse } from "../../subjects/handle/field-uses.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `clearTimeout(this.timer); this.timer = null`: who empties a field without any look at it leaves a timer that nobody can clear. */
export const emptiedAlongWith: Evidence<EmptiedHandle, "used" | "by-caller" | "nothing"> = {
  id: "unreleased/emptied-along-with",
  asks: "What else is done with the field by the function that empties it, or by who calls that?",
  levels: {
    "used": ["the function that empties the field releases it as well, looks at it or fills it anew", "no leak"],
    "by-caller": ["who calls the function that empties the field releases it", "no leak"],
    "nothing": ["the function that empties the field does nothing else with it", "leak"],
  },
  ask(file, { host, node, otherUses }) {
    const run = reachedFrom(file, [host]);
    const used = otherUses.find((use) => isUsedBy(use, host, run));
    if (used !== undefined) return { level: "used", basis: "shown", at: used.node };
    const releases = otherUses.filter(({ kind }) => kind === "release");
    const release = releases.find((use) => callersOf(file, host).has(enclosingFunction(use.node)));
    return release === undefined ? { level: "nothing", basis: "shown", at: node } : { level: "by-caller", basis: "shown", at: release.node };
  },
};

/** Whether the function, or one that it runs, does more with the field than to empty it. A look at it tells something only in the function itself. */
function isUsedBy({ kind, node }: FieldUse, host: FunctionNode, run: ReadonlySet<FunctionNode>): boolean {
  if (kind === "test") return enclosingFunction(node) === host;
  if (!standsIn(node, run)) return false;
  return kind !== "write" || (node.parent?.type === "AssignmentExpression" && !isNoHandle(node.parent.right));
}

/** The functions of the file that call the host, or call what has its name. */
function callersOf(file: FileFacts, host: FunctionNode): ReadonlySet<FunctionNode | undefined> {
  const fact = file.functions.factOf(host);
  const callers = collectCallers(file, fact);
  const places = callers !== "anybody" ? callers : fact.name === undefined ? [] : file.mentions.membersNamed(fact.name);
  return new Set(places.map(enclosingFunction).filter((caller) => caller !== undefined && caller !== host));
}

import type { OverwrittenField } from "../../candidates/overwritten-field.ts";
import { quietingVerbs } from "../../catalogue/words/releases.ts";
import { collectFieldUses } from "../../subjects/handle/field-uses.ts";
import { enclosingFunction, memberName, wrapped } from "../../syntax/tree.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Evidence } from "../evidence.ts";

export const keptAsWell: Evidence<OverwrittenField, "yes" | "no"> = {
  id: "owned/kept-as-well",
  asks: "Does the function that empties the field do anything else with it, such as to keep it elsewhere?",
  levels: { yes: ["the function that empties the field may keep it elsewhere", "no leak"], no: ["the function only lets go of it", "leak"] },
  ask(file, { place, host }) {
    const at = collectFieldUses(file, place, undefined).find(({ node, kind }) => enclosingFunction(node) === host && (kind === "escape" || kind === "register" || kind === "release") && !isQuieting(node))?.node;
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};

function isQuieting(node: TSESTree.Node): boolean {
  const member = wrapped(node).parent;
  return member?.type === "MemberExpression" && quietingVerbs.test(memberName(member) ?? "");
}

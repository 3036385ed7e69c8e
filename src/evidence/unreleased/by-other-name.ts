import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldField } from "../../candidates/kept-field.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { isRegisteringName } from "../../catalogue/words/taking-over.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `const observer = (this.observer = make()); onEnd(() => observer.disconnect());`, or `disposables.push(observer)`. */
export const byOtherName: Evidence<HeldField, "yes"> = {
  id: "unreleased/by-other-name",
  asks: "Is what the field keeps released, or given to a list of ends, under the name of a variable?",
  levels: { yes: ["a variable with the same value is released", "no leak"] },
  ask(file, { place }) {
    const holders = file.stores.storesTo(place).flatMap(({ site, value }) => {
      const parent = wrapped(site).parent;
      const holder = parent?.type === "VariableDeclarator" ? parent.id : value === undefined ? undefined : unwrap(value);
      return (holder?.type === "Identifier" ? file.variables.variableOf(holder) : undefined) ?? [];
    });
    const at = holders.flatMap(({ references }) => references).find(({ identifier }) => isReleaseOf(identifier) || isGivenToList(identifier))?.identifier;
    return { level: at === undefined ? "unknown" : "yes", basis: "named", at };
  },
};

function isReleaseOf(node: TSESTree.Node): boolean {
  const value = wrapped(node);
  const parent = value.parent;
  if (parent?.type === "MemberExpression") return parent.object === value && isReleaseName(memberName(parent));
  return parent?.type === "CallExpression" && parent.callee !== value && isReleaseName(calleeName(parent));
}

/** `disposables.push(observer)`: a list gets nothing else with it, as `addSource(media, url)` does. */
function isGivenToList(node: TSESTree.Node): boolean {
  const value = wrapped(node);
  const { parent } = value;
  return parent?.type === "CallExpression" && parent.callee !== value && parent.arguments.length === 1 && receiverOf(parent) !== undefined && isRegisteringName(calleeName(parent));
}

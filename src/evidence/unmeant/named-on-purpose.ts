import type { TSESTree } from "@typescript-eslint/utils";

import type { UncalledRelease } from "../../candidates/idle-release.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const namedOnPurpose: Evidence<UncalledRelease, "assertion" | "declaration" | "no"> = {
  id: "unmeant/named-on-purpose",
  asks: "Is the method named for another purpose than to be called?",
  levels: {
    assertion: ["it is a getter, read for what reading it does", "no leak"],
    declaration: ["it declares a method for a documentation tool", "no leak"],
    no: ["nothing else is to be had from naming it", "leak"],
  },
  ask(_file, { release, isCleanup }) {
    if (!isCleanup && isAssertion(release)) return { level: "assertion", basis: "shown" };
    return { level: !isCleanup && isDeclaration(release) ? "declaration" : "no", basis: "shown" };
  },
};

/** `expect(stream).to.close;` reads a getter on purpose. */
function isAssertion(member: TSESTree.MemberExpression): boolean {
  for (let at: TSESTree.Node = member; ; at = at.object) {
    const node: TSESTree.Node = unwrap(at);
    if (node.type === "CallExpression") return true;
    if (node.type !== "MemberExpression") return false;
    at = node;
  }
}

/** `Layer.prototype.dispose;` below a comment. */
function isDeclaration({ object }: TSESTree.MemberExpression): boolean {
  const owner = unwrap(object);
  return owner.type === "MemberExpression" && memberName(owner) === "prototype";
}

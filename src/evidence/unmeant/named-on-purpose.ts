import type { UncalledRelease } from "../../candidates/idle-release.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `Layer.prototype.dispose;` below a comment declares a method for a documentation tool. */
export const namedOnPurpose: Evidence<UncalledRelease, "yes" | "no"> = {
  id: "unmeant/named-on-purpose",
  asks: "Is the method named for another purpose than to be called?",
  levels: {
    yes: ["it declares a method for a documentation tool", "no leak"],
    no: ["nothing else is to be had from naming it", "leak"],
  },
  ask(_file, { release, isCleanup }) {
    const owner = unwrap(release.object);
    return yesOrNo(!isCleanup && owner.type === "MemberExpression" && memberName(owner) === "prototype");
  },
};

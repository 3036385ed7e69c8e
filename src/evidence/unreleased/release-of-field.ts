import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldField } from "../../candidates/kept-field.ts";
import { standsIn } from "../../facts/reach.ts";
import { enclosingFunction, isWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const releaseOfField: Evidence<HeldField, "at-end" | "of-namesake" | "in-finally" | "in-factory" | "no"> = {
  id: "unreleased/release-of-field",
  asks: "Is the field released where its owner ends, or around the acquisition itself?",
  levels: {
    "at-end": ["the end of its owner releases it", "no leak"],
    "of-namesake": ["a field of the same name is released, which may be this one", "no leak"],
    "in-finally": ["a `finally` around it releases it", "no leak"],
    "in-factory": ["the function whose variable it is releases it", "no leak"],
    "no": ["the end of its owner does not release it", "leak"],
  },
  ask(_file, { uses, life, resource }) {
    const reach = life().reach;
    const releases = uses().filter(({ kind }) => kind === "release");
    const find = (test: (node: TSESTree.Node) => boolean): TSESTree.Node | undefined => releases.find(({ node }) => test(node))?.node;
    const namesake = releases.find(({ isExact }) => !isExact)?.node;
    const atEnd = find((node) => standsIn(node, reach));
    if (atEnd !== undefined) return { level: "at-end", basis: "shown", at: atEnd };
    if (namesake !== undefined) return { level: "of-namesake", basis: "named", at: namesake };
    const inFinally = find((node) => isInFinallyAround(resource.acquisition, node));
    if (inFinally !== undefined) return { level: "in-finally", basis: "shown", at: inFinally };
    const inFactory = life().kind === "closure" ? find((node) => enclosingFunction(node) === life().owner) : undefined;
    return { level: inFactory === undefined ? "no" : "in-factory", basis: "shown", at: inFactory };
  },
};

/** `try { this.timer = set(); … } finally { clear(this.timer); }`: the field only hands it on to its end. */
function isInFinallyAround(acquisition: TSESTree.Node, release: TSESTree.Node): boolean {
  for (let at = release; at.parent != null; at = at.parent) {
    if (at.parent.type === "TryStatement" && at.parent.finalizer === at && isWithin(acquisition, at.parent.block)) return true;
  }
  return false;
}

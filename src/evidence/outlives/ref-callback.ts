import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldField } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `(element) => { this.observer.disconnect(); if (element) this.observer.observe(element); }` */
export const refCallback: Evidence<HeldField, "yes" | "no"> = {
  id: "outlives/ref-callback",
  asks: "Is it acquired by a function that only releases when it is told nothing, so that a framework calls it at the end as well?",
  levels: { yes: ["the function that acquires it only releases it when it is told nothing, as at the end", "no leak"], no: ["what acquires it does so each time", "open"] },
  ask(file, { resource: { acquisition }, uses }) {
    const host = enclosingFunction(acquisition);
    if (host === undefined || !acquisition.arguments.some((argument) => isGivenParameter(file, argument, host))) return yesOrNo(false);
    const releases = uses().filter((use) => use.kind === "release" && enclosingFunction(use.node) === host);
    return yesOrNo(releases.length > 0 && [acquisition, ...releases.map(({ node }) => node)].some((node) => isUnderParameter(file, node, host)));
  },
};

function isGivenParameter(file: FileFacts, node: TSESTree.Node, host: FunctionNode): boolean {
  return node.type === "Identifier" && file.variables.variableOf(node)?.defs[0]?.node === host;
}

/** Whether a test of the function's own parameter decides if the node runs. */
function isUnderParameter(file: FileFacts, node: TSESTree.Node, host: FunctionNode): boolean {
  for (let at = node; at !== host && at.parent != null; at = at.parent) {
    if (at.parent.type !== "IfStatement" || at.parent.test === at) continue;
    const { test } = at.parent;
    if (isGivenParameter(file, unwrap(test.type === "BinaryExpression" ? test.left : test.type === "UnaryExpression" ? test.argument : test), host)) return true;
  }
  return false;
}

/** Calls of a method that looks like the release of what a place keeps, and is none. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { WrongRelease } from "../catalogue/entry.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { mentionsOf } from "../subjects/listener/listener-uses.ts";
import { collectResources, type Resource } from "../subjects/resource/resource.ts";
import { memberName, unwrap, wrapped } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A call that leaves the resource as it is. */
export interface WrongVerb extends Candidate {
  readonly kind: "wrong-verb";
  readonly resource: Resource;
  readonly release: TSESTree.CallExpression;
  readonly wrong: WrongRelease;
  /** The handle as the call names it. */
  readonly handle: TSESTree.Node;
  /** What is done with the handle at all. */
  readonly uses: readonly Use[];
}

/** A method called, a look at the handle, or anything else, after which others may release it. */
type Use = "look" | "escape" | { readonly method: string; readonly call: TSESTree.CallExpression };

/** Collects the wrong releases that the catalogue knows, those of one resource in one list. */
export function collectWrongVerbs(file: FileFacts): readonly (readonly WrongVerb[])[] {
  if (file.mentions.membersNamedOneOf(file.catalogue.wrongMethods()).length === 0) return [];
  return collectResources(file).map((resource) => {
    const { wrongReleases, endsByItself } = resource.pair;
    const kept = wrongReleases === undefined || endsByItself === true ? undefined : keptIn(resource.acquisition);
    const mentions = kept === undefined ? [] : mentionsOf(file, kept).filter((mention) => mention !== kept);
    const uses = mentions.map(useOf);
    return mentions.flatMap((handle, index): WrongVerb[] => {
      const use = uses[index];
      const wrong = typeof use === "object" ? wrongReleases?.find(({ method }) => method === use.method) : undefined;
      return wrong === undefined || typeof use !== "object" ? [] : [{ kind: "wrong-verb", node: use.call, resource, release: use.call, wrong, handle, uses }];
    });
  });
}

/** The variable or member that keeps the handle. */
function keptIn(acquisition: TSESTree.Node): TSESTree.Node | undefined {
  const value = wrapped(acquisition);
  const parent = value.parent;
  if (parent?.type === "AwaitExpression") return keptIn(parent);
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id : undefined;
  return parent?.type === "AssignmentExpression" && parent.right === value ? unwrap(parent.left) : undefined;
}

function useOf(mention: TSESTree.Node): Use {
  const value = wrapped(mention);
  const parent = value.parent;
  switch (parent?.type) {
    case "MemberExpression": {
      if (parent.object !== value) return "escape";
      const call = wrapped(parent).parent;
      const method = memberName(parent);
      if (call?.type !== "CallExpression" || unwrap(call.callee) !== parent) return "look";
      // `handle.on(…)` gives the handle back; what is done with that is not followed.
      return method === undefined ? "escape" : { method, call };
    }
    case "AssignmentExpression":
      return parent.left === value ? "look" : "escape";
    case "IfStatement":
    case "UnaryExpression":
    case "BinaryExpression":
    case "ExpressionStatement":
      return "look";
    case "LogicalExpression":
      return parent.left === value && parent.operator === "&&" ? "look" : "escape";
    default:
      return "escape";
  }
}

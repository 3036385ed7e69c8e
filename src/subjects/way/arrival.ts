/** Where a handle comes into a function. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Variable } from "../../facts/variables.ts";
import type { FlowOwner } from "../../flow/graph.ts";
import { isFunction } from "../../syntax/tree.ts";
import type { HandleFate } from "../handle/handle-fate.ts";
import type { Resource } from "../resource/resource.ts";

/** Where a handle comes into a variable: by the acquisition, or as the parameter of a callback. */
export interface Arrival {
  readonly variable: Variable;
  readonly owner: FlowOwner;
  readonly at: "acquisition" | "entry";
  /** The error parameter of the callback. */
  readonly failure: Variable | undefined;
}

/** The arrival that a fate tells; undefined where no local variable gets the handle. */
export function arrivalOf(file: FileFacts, resource: Resource, fate: HandleFate): Arrival | undefined {
  if (fate.kind === "variable") return { variable: fate.variable, owner: flowOwnerOf(file, resource.acquisition), at: "acquisition", failure: undefined };
  return fate.kind === "parameter" ? { variable: fate.variable, owner: fate.callback, at: "entry", failure: fate.failure } : undefined;
}

/** The code around a node that has a graph of its own. */
export function flowOwnerOf(file: FileFacts, node: TSESTree.Node): FlowOwner {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) {
    if (isFunction(at) || at.type === "StaticBlock" || at.type === "PropertyDefinition" || at.type === "AccessorProperty") return at;
  }
  return file.program;
}

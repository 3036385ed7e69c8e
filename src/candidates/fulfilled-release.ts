/** Handles that only the callbacks of promises release: where the promise is rejected, no callback for its success runs. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { runsOnFailure } from "../subjects/entry/promise-chain.ts";
import { releasesAnywhere } from "../subjects/handle/handle-uses.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import type { Arrival } from "../subjects/way/trace.ts";
import { enclosingFunction, isFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import type { OnFulfilment } from "./candidate.ts";
import type { OfResource } from "./of-resource.ts";

export interface FulfilledRelease extends OfResource, OnFulfilment {
  readonly release: TSESTree.Node;
}

/** The first release of a handle whose releases all stand in callbacks for success; undefined where one stands elsewhere. */
export function fulfilledReleaseOf(file: FileFacts, resource: Resource, { variable, owner }: Arrival): FulfilledRelease | undefined {
  const releases = isFunction(owner) ? releasesAnywhere(file, resource, variable) : undefined;
  const callbacks = releases?.map((release) => callbackForSuccess(release, owner)) ?? [];
  const [callback] = callbacks;
  const [release] = releases ?? [];
  if (release === undefined || callback === undefined || callbacks.includes(undefined)) return undefined;
  return { node: resource.acquisition, resource, owner: ownerOf(file, resource.acquisition), callback, release };
}

/** The function around the release, inside of the owner, where it is the first argument of a call, and its code no handler. */
function callbackForSuccess(release: TSESTree.Node, owner: TSESTree.Node): FunctionNode | undefined {
  const callback = enclosingFunction(release);
  if (callback === undefined || callback === owner || !isWithin(callback, owner) || runsOnFailure(release, callback)) return undefined;
  const { parent } = callback;
  return parent.type === "CallExpression" && parent.arguments[0] === callback ? callback : undefined;
}

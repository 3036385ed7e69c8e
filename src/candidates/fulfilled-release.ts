/** What only the callbacks of promises release: where the promise is rejected, no callback for its success runs. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { runsOnFailure } from "../subjects/entry/promise-chain.ts";
import { releasesAnywhere } from "../subjects/handle/handle-uses.ts";
import { ownerOf } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { hostOf, namedReleasesOf } from "../subjects/way/trace-repeated.ts";
import type { Arrival } from "../subjects/way/trace.ts";
import { enclosingFunction, isFunction, isWithin, type FunctionNode } from "../syntax/tree.ts";
import type { OnFulfilment } from "./candidate.ts";
import type { OfNamed } from "./of-resource.ts";

export interface FulfilledRelease extends OfNamed, OnFulfilment {
  readonly release: TSESTree.Node;
}

/** The first release of a handle whose releases all stand in callbacks for success; undefined where one stands elsewhere. */
export function fulfilledReleaseOf(file: FileFacts, resource: Resource, { variable, owner }: Arrival): FulfilledRelease | undefined {
  const releases = isFunction(owner) ? releasesAnywhere(file, resource, variable) : undefined;
  return isFunction(owner) && releases !== undefined ? onFulfilmentOf(file, resource, { releases, owner, isNamedAgain: false }) : undefined;
}

/** The same of what has no handle: each release that names what the acquisition named stands in such a callback. */
export function fulfilledReleaseOfNamed(file: FileFacts, resource: Resource): FulfilledRelease | undefined {
  const { own, other, later } = namedReleasesOf(file, resource);
  const owner = hostOf(file, resource);
  const isElsewhere = own.length > 0 || (other !== undefined && other.is !== "elsewhere");
  return isElsewhere || owner === undefined ? undefined : onFulfilmentOf(file, resource, { releases: later, owner, isNamedAgain: true });
}

function onFulfilmentOf(file: FileFacts, resource: Resource, { releases, owner, isNamedAgain }: { readonly releases: readonly TSESTree.Node[]; readonly owner: FunctionNode; readonly isNamedAgain: boolean }): FulfilledRelease | undefined {
  const callbacks = releases.map((release) => callbackForSuccess(release, owner));
  const [callback] = callbacks;
  const [release] = releases;
  if (release === undefined || callback === undefined || callbacks.includes(undefined)) return undefined;
  return { node: resource.acquisition, resource, owner: ownerOf(file, resource.acquisition), callback, release, isNamedAgain };
}

/** The function around the release, inside of the owner, where it is the first argument of a call, and its code no handler. */
function callbackForSuccess(release: TSESTree.Node, owner: TSESTree.Node): FunctionNode | undefined {
  const callback = enclosingFunction(release);
  if (callback === undefined || callback === owner || !isWithin(callback, owner) || runsOnFailure(release, callback)) return undefined;
  const { parent } = callback;
  return parent.type === "CallExpression" && parent.arguments[0] === callback ? callback : undefined;
}

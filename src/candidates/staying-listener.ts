/** Listeners: each one that the file puts on something may stay there too long. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { targetOfListener } from "../subjects/listener/listener-calls.ts";
import { ownerOf, type Owner } from "../subjects/owner/owner.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import type { Candidate } from "./candidate.ts";

export interface StayingListener extends Candidate {
  readonly resource: Resource;
  readonly owner: Owner;
  /** What it is put on; undefined where the verb has no receiver. */
  readonly target: TSESTree.Node | undefined;
  /** All that the file acquires, its other listeners among it. */
  readonly all: readonly Resource[];
}

/** The candidate that a listener is. */
export function stayingListenerOf(file: FileFacts, resource: Resource, all: readonly Resource[]): StayingListener {
  const { acquisition } = resource;
  return { node: acquisition, resource, owner: ownerOf(file, acquisition), target: targetOfListener(file, acquisition), all };
}

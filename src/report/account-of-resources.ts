/** The accounts of resources that nothing releases, in a variable or in a field, and of releases that do not match. */
import type { FieldReason, FieldVerdict } from "../bench/judge-fields.ts";
import type { Mismatch } from "../bench/judge-mismatches.ts";
import type { UnreleasedResource } from "../bench/judge-resources.ts";
import { enclosingFunction } from "../syntax/tree.ts";
import type { Account, Site } from "./account.ts";
import { siteAt, siteAtEnd } from "./account-sites.ts";

/** From the acquisition to where its owner ends without a release. */
export function accountOfUnreleased({ reason, resource, owner, target }: UnreleasedResource): Account {
  const { acquisition, pair } = resource;
  const start = siteAt("start", acquisition, reason === "listener-stays" ? "the listener is added" : `${pair.noun} is acquired`);
  const fn = enclosingFunction(acquisition);
  if (reason === "target-replaced" && target !== undefined) return { shape: "path", sites: [start, siteAt("exit", target, "the slot gets another object")] };
  if (reason === "cleanup-ignored" && target !== undefined) return { shape: "path", sites: [start, siteAt("exit", target, "the cleanup that nothing calls")] };
  if (reason === "deadline-left" && target !== undefined) return { shape: "path", sites: [start, siteAt("exit", target, "when this is over, nothing clears it")] };
  if (owner.teardown !== undefined) return { shape: "path", sites: [start, siteAt("exit", owner.teardown.node, "the owner ends here and does not release it")] };
  if (fn === undefined) return { shape: "path", sites: [start] };
  const end = owner.kind === "effect" ? "the effect ends and returns no cleanup" : owner.hook !== undefined ? "the component unmounts, and nothing has released it" : "the function ends, and nothing has released it";
  return { shape: "path", sites: [start, siteAtEnd("exit", fn, end)] };
}

const FIELD_EXITS: Readonly<Record<FieldReason, string>> = {
  "child": "the teardown does not end it",
  "child-replaced": "the one before is not ended",
  "forgotten": "the teardown does not release it",
  "no-teardown": "nothing here releases it",
  "acquired-again": "the release that misses the first",
  "replaced": "the release that ends the other one",
  "set-aside": "the release that finds nothing",
  "emptied": "what the field holds then",
  "dropped-loop": "the teardown cannot stop it",
};

/** From what a field keeps to the end of its owner, or to the release that comes too late. */
export function accountOfField({ reason, node, teardown, other }: FieldVerdict): Account {
  const end = other ?? teardown?.node;
  const start = siteAt("start", node, startOfField(reason));
  return { shape: "path", sites: end === undefined ? [start] : [start, siteAt("exit", end, FIELD_EXITS[reason])] };
}

function startOfField(reason: FieldReason): string {
  switch (reason) {
    case "acquired-again":
      return "acquired while the field still holds the last one";
    case "replaced":
      return "the field gets another value";
    case "set-aside":
      return "the field is emptied without a release";
    case "emptied":
      return "the field is emptied, and what it held is left alone";
    case "dropped-loop":
      return "the handle is dropped";
    default:
      return "kept in the field";
  }
}

/** What was acquired beside the release that cannot match it. */
export function accountOfMismatch(mismatch: Mismatch): Account {
  const exit = siteAt("exit", mismatch.node, "the release that does not match");
  switch (mismatch.kind) {
    case "listener":
      return pair(siteAt("start", mismatch.added.call, "the listener is added"), exit);
    case "added-again":
      return pair(siteAt("start", mismatch.added.call, "the listener is added"), siteAt("exit", mismatch.repeated.call, "and added a second time"));
    case "newcomer":
      return pair(siteAt("start", mismatch.added.call, "the listener is added"), exit);
    case "no-token":
      return pair(siteAt("start", mismatch.resource.acquisition, "acquired without a token"), exit);
    case "spent":
      return pair(siteAt("start", mismatch.added.call, "the listener is added"), siteAt("exit", mismatch.removed.call, "the removal that is given nothing"));
    case "spent-release":
      return pair(siteAt("start", mismatch.filling, "acquired"), siteAt("exit", mismatch.release, "the release that is given nothing"));
    case "unasked-release":
      return pair(siteAt("start", mismatch.filling, "acquired"), siteAt("exit", mismatch.release, "the release that no call in this file asks for"));
    case "timer":
      return mismatch.difference === "dropped"
        ? pair(siteAt("start", mismatch.started, "the handle is dropped"), siteAt("exit", mismatch.cleared, "the clear that never gets it"))
        : pair(siteAt("start", mismatch.started, "the timer is started"), exit);
    case "wrong-verb":
      return pair(siteAt("start", mismatch.resource.acquisition, `${mismatch.resource.pair.noun} is acquired`), siteAt("exit", mismatch.release, "this does not release it"));
    case "early":
      return pair(siteAt("start", mismatch.acquired, "acquired"), siteAt("exit", mismatch.release, "released at once"));
    case "uncalled":
      return { shape: "path", sites: [siteAt("exit", mismatch.release, "named, and not called")] };
  }
}

function pair(start: Site, exit: Site): Account {
  return { shape: "pair", sites: [start, exit] };
}

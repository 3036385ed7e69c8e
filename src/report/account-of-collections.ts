/** The accounts of collections: what goes in, and why it stays. */
import type { UselessRemoval } from "../subjects/collection/delete-paths.ts";
import type { StrandedEntry, StrandedReason } from "../bench/stranded-entry.ts";
import type { UnboundedCollection } from "../bench/judge-growth.ts";
import type { Account } from "./account.ts";
import { siteAt } from "./account-sites.ts";

const USELESS: Readonly<Record<UselessRemoval["reason"], string>> = {
  "owner-end": "only empties it with its owner",
  "key-never-matches": "deletes under a key that never equals the inserted one",
  "switched-off": "ends the collection for good, and no single entry",
  "left-to-others": "stands in a function that nobody has to call",
  "reinserted": "undone by the insert after it",
  "never-run": "stands in a function that nothing runs",
  "element-only": "takes out an element and leaves the entry",
};

/** From the creation to the insert that nothing takes back, with the removals that do not serve. */
export function accountOfUnbounded({ collection, insert, useless }: UnboundedCollection): Account {
  return {
    shape: "path",
    sites: [
      siteAt("start", collection.creation.site, "the collection is created"),
      siteAt("exit", insert.node, "an entry goes in, and stays"),
      ...useless.map(({ reason, operation }) => siteAt("release", operation.node, USELESS[reason])),
    ],
  };
}

/** What happens at the second site, by the reason. */
const OTHERS: Readonly<Record<StrandedReason, string>> = {
  "failure": "the removal that this way misses",
  "early-exit": "the removal that this way misses",
  "success-only": "removed only when the promise is fulfilled",
  "answer-only": "removed only when the answer comes",
  "forgotten-sibling": "the sibling's entry is removed, this one stays",
  "forgotten-clear": "the sibling is emptied, this one stays full",
  "blanked": "the value is blanked, the key stays",
  "zero-count": "the count comes down, the key stays",
  "inner-only": "the inner collection is emptied, the entry stays",
  "kept-by-end": "what it is for ends, the entry stays",
  "marked": "its end only marks it, the entry stays",
  "kept-alone": "keeps what has ended, and drops the rest",
  "never-stored": "looks for a promise that was never stored",
  "render-only": "removed in an effect, which a dropped render never runs",
  "result-dropped": "a smaller copy, which nobody takes",
};

/** From the insert to what leaves the entry behind. */
export function accountOfStranded({ reason, node, other, cause }: StrandedEntry): Account {
  if (reason === "result-dropped") return { shape: "path", sites: [siteAt("exit", node, OTHERS[reason])] };
  const start = siteAt("start", node, "the entry is put in");
  if (cause === undefined) return { shape: "path", sites: [start, siteAt("exit", other, OTHERS[reason])] };
  const leaves = reason === "early-exit" || cause.type === "ThrowStatement" ? "the function is left, and the entry stays" : "this fails, and the entry stays";
  return { shape: "path", sites: [start, siteAt("exit", cause, leaves), siteAt("release", other, OTHERS[reason])] };
}

/** The accounts of keys: the insert beside the look-up or delete that misses it. */
import type { MismatchedKey } from "../bench/judge-keys.ts";
import type { UnstableKey } from "../bench/judge-unstable-keys.ts";
import type { Account } from "./account.ts";
import { siteAt } from "./account-sites.ts";

/** The insert and the operation that uses another key. */
export function accountOfMismatchedKey(verdict: MismatchedKey): Account {
  const use = verdict.kind === "wrongStore" ? verdict.lookup : verdict.use;
  const misses = use.operation === "delete" ? "the delete that misses it" : "the look-up that misses it";
  return { shape: "pair", sites: [siteAt("start", verdict.insert.node, "the entry is put in"), siteAt("exit", use.node, misses)] };
}

/** The insert and the key that does not find its entry; without an insert, the key and the uses that suffer. */
export function accountOfUnstableKey({ subject, insert, sites }: UnstableKey): Account {
  if (insert !== undefined) return { shape: "pair", sites: [siteAt("start", insert, "the entry is put in"), siteAt("exit", subject, "the key that never finds it")] };
  const uses = sites.filter((site) => site.loc.start.line !== subject.loc.start.line);
  return { shape: "path", sites: [siteAt("start", subject, "the key is not stable"), ...uses.map((site) => siteAt("exit", site, "used as a key"))] };
}

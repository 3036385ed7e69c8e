/** Which functions end the life of what they belong to, by their names. */
import { emptyingNames, pausingNames } from "../../catalogue/data/lifecycles.ts";
import { furtherTeardowns, suffixedTeardowns } from "../../catalogue/words/owner-ends.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionNode } from "../../syntax/tree.ts";

/** How much a teardown promises: `final` ends for good, `pausing` may be followed by a start. */
export type TeardownRank = "final" | "pausing";

/** A function by which an object or closure ends; a callback has no name. */
export interface End {
  readonly node: FunctionNode;
  readonly name: string | undefined;
  readonly rank: TeardownRank;
}

/** The rank of a teardown by its name; undefined for other functions, also for those that only empty their object. */
export function teardownRankOf(file: FileFacts, name: string | undefined): TeardownRank | undefined {
  if (name === undefined) return undefined;
  const { ownTeardownNames, teardownNames } = file.catalogue.lifecycles;
  if (ownTeardownNames.has(name)) return "final";
  const bare = name.replace(/^[_#]+/, "").replace(/(?<!_)_+$/, "");
  const base = suffixedTeardowns.exec(bare)?.[1] ?? bare;
  if (emptyingNames.has(base)) return undefined;
  if (pausingNames.has(base)) return "pausing";
  return teardownNames.has(base) || teardownNames.has(name) || furtherTeardowns.has(base) ? "final" : undefined;
}

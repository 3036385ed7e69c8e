import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { compareTargets } from "../../subjects/listener/listener-match.ts";
import type { Evidence } from "../evidence.ts";

export const livesLikeSiblings: Evidence<ForgottenListener, "itself" | "same" | "no"> = {
  id: "outlives/lives-like-siblings",
  asks: "Does its target live as long as those of its siblings?",
  levels: {
    itself: ["its target is made by the same object, and takes it along", "open"],
    same: ["its target lives as long as those of its siblings, which are removed", "leak"],
    no: ["its target may live shorter than those of its siblings", "no leak"],
  },
  ask(file, candidate) {
    const { target } = candidate.added;
    if (!isOfSiblings(file, candidate)) return { level: "no", basis: "shown", at: target };
    const isOwn = target !== undefined && valueLifetimeOf(file, target) === "own";
    return { level: isOwn ? "itself" : "same", basis: "shown", at: target };
  },
};

/** On the same object as a sibling, on a part of it, or on something that lives as long. */
function isOfSiblings(file: FileFacts, { added: { target }, siblings }: ForgottenListener): boolean {
  if (siblings.some((sibling) => compareTargets(file, target, sibling.target) === "same")) return true;
  const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
  if (key === undefined || target === undefined) return false;
  const isPart = siblings.some((sibling) => sibling.target !== undefined && key.startsWith(`${file.places.placeOf(sibling.target)?.key ?? "?"}.`));
  return isPart || valueLifetimeOf(file, target) === "process";
}

import type { ReleaseByHand } from "../../candidates/release-by-hand.ts";
import { disposalOf, isDisposalAllowed, type Disposal } from "../../subjects/resource/disposal.ts";
import type { Evidence } from "../evidence.ts";

export const disposableAs: Evidence<ReleaseByHand, Disposal | "not-here"> = {
  id: "real/disposable-as",
  asks: "Can `using` or `await using` dispose of it where it is released now?",
  levels: {
    "sync": ["`using` can dispose of it", "leak"],
    "async": ["`await using` can dispose of it", "leak"],
    "not-here": ["the declaration that could dispose of it is not allowed there, or waits differently", "no leak"],
  },
  ask(file, { name, pair, release }) {
    const isAwaited = release.expression.type === "AwaitExpression";
    const disposal = disposalOf(file, name, pair, isAwaited);
    if (disposal === undefined) return { level: "unknown", basis: "shown" };
    const isHere = (disposal === "async") === isAwaited && isDisposalAllowed(file, disposal, release);
    return { level: isHere ? disposal : "not-here", basis: file.types.available ? "typed" : "shown" };
  },
};

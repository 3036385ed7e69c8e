import type { OfResource } from "../../candidates/of-resource.ts";
import { tidyingVerbs } from "../../catalogue/words/removing.ts";
import { calleeName, enclosingFunction } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** A promise executor that clears its timer when it settles, and leaves the listener. */
export const executorTidies: Evidence<OfResource, "yes"> = {
  id: "unreleased/executor-tidies",
  asks: "Does the promise whose executor puts it on tidy up other things when it settles?",
  levels: { yes: ["the promise tidies up other things when it settles, and leaves it", "leak"] },
  ask(file, { node }) {
    const executor = enclosingFunction(node);
    const parent = executor?.parent;
    if (executor === undefined || parent?.type !== "NewExpression" || calleeName(parent) !== "Promise") return { level: "unknown", basis: "shown" };
    const [from, to] = executor.range;
    const at = file.nodes.calls.find((other) => other.range[0] > from && other.range[1] < to && tidyingVerbs.test(calleeName(other) ?? ""));
    return { level: at === undefined ? "unknown" : "yes", basis: "named", at };
  },
};

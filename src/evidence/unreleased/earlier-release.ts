import type { HeldWay } from "../../candidates/held-way.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const earlierRelease: Evidence<HeldWay, "yes" | "no"> = {
  id: "unreleased/earlier-release",
  asks: "Does each release stand before the acquisition? `clearTimeout(timer); timer = setTimeout(…);` clears the last one, and the next call this one.",
  levels: {
    yes: ["what is released is the one before, and the next call releases this one", "no leak"],
    no: ["a release comes after it", "leak"],
  },
  ask: (_file, { node, releases }) => yesOrNo(!isInLoop(node) && releases.every((release) => release.range[1] <= node.range[0])),
};

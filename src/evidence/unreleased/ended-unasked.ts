import type { UnaskedRelease } from "../../candidates/unasked-release.ts";
import { collectFieldUses } from "../../subjects/handle/field-uses.ts";
import { parameterAwaitedBy } from "../../subjects/owner/left-out-parameters.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const endedUnasked: Evidence<UnaskedRelease, "yes" | "no"> = {
  id: "unreleased/ended-unasked",
  asks: "Is the thing released elsewhere whoever calls, or handed to somebody who may release it?",
  levels: {
    yes: ["it is released, or handed on, where nobody has to ask for it", "no leak"],
    no: ["all that releases it waits for a parameter", "leak"],
  },
  ask(file, { place }) {
    const ends = collectFieldUses(file, place, undefined).filter(({ kind }) => kind === "release" || kind === "register" || kind === "escape");
    return shownAt(ends.find(({ node }) => parameterAwaitedBy(file, node) === undefined)?.node);
  },
};

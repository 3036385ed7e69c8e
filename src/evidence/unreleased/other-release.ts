import type { HeldWay } from "../../candidates/held-way.ts";
import { isWrittenTwice, namedReleasesOf, type NamedReleases } from "../../subjects/way/trace-repeated.ts";
import type { Evidence } from "../evidence.ts";

export const otherRelease: Evidence<HeldWay, NonNullable<NamedReleases["other"]>["is"] | "shared" | "no"> = {
  id: "unreleased/other-release",
  asks: "May another release be the one of this thing, or this release that of another thing, where both only name it?",
  levels: {
    perhaps: ["another release may name it too", "no leak"],
    elsewhere: ["other code releases it as well", "no leak"],
    before: ["a release before it takes off an earlier one, and the next may replace it", "no leak"],
    shared: ["the function acquires it twice under one name", "no leak"],
    no: ["each release that names it is its own", "leak"],
  },
  ask(file, { isNamedAgain, resource }) {
    if (!isNamedAgain) return { level: "unknown", basis: "shown" };
    const { other } = namedReleasesOf(file, resource);
    if (other !== undefined) return { level: other.is, basis: "shown", at: other.call };
    return { level: isWrittenTwice(file, resource) ? "shared" : "no", basis: "shown" };
  },
};

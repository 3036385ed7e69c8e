import type { Settlement } from "../../candidates/settlement.ts";
import { runsIn } from "../../subjects/settler/settlers.ts";
import type { Evidence } from "../evidence.ts";

export const outOfSight: Evidence<Settlement, "handle" | "release" | "no"> = {
  id: "owned/out-of-sight",
  asks: "Does its handle, or a function that releases it, go where nobody can follow it?",
  levels: {
    handle: ["its handle goes where nobody can follow it", "no leak"],
    release: ["a release of it stands in a function that is handed on to who knows whom", "no leak"],
    no: ["only the callbacks of the executor have it", "leak"],
  },
  ask(_file, { isGivenAway, releases, settlers }) {
    if (isGivenAway) return { level: "handle", basis: "shown" };
    const handedOn = releases.find((release) => !settlers.some((settler) => runsIn(settler, release)));
    return { level: handedOn === undefined ? "no" : "release", basis: "shown", at: handedOn };
  },
};

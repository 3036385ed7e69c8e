import type { SpentRelease } from "../../candidates/spent-release.ts";
import { isOnlyAsked } from "../../syntax/asked-value.ts";
import { enclosingFunction, isWithin } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

/** `const old = this.socket; this.socket = undefined; old.close();` lets go of the place first and of the thing later. `if (this.socket)` only asks. */
export const keptBeforeEmptied: Evidence<SpentRelease, "yes" | "no"> = {
  id: "unreleased/kept-before-emptied",
  asks: "Does the function read the place before it empties it, and so may have the thing elsewhere?",
  levels: {
    yes: ["its function reads the place before that, and may have it elsewhere", "open"],
    no: ["nothing in its function reads the place before that", "leak"],
  },
  ask(file, { emptying: { host, statement, assignment, place } }) {
    const name = place.path.at(-1);
    const reads = name === undefined ? (place.root.kind === "variable" ? place.root.variable.references.map(({ identifier }) => identifier) : []) : file.mentions.membersNamed(name);
    return shownAt(reads.find((read) => enclosingFunction(read) === host && read.range[1] <= statement.range[0] && !isWithin(read, assignment) && !isOnlyAsked(read)));
  },
};

import type { HeldField } from "../../candidates/kept-field.ts";
import { heardOf, isEndHeard } from "../../subjects/settler/ended-target.ts";
import type { Hearer } from "../../subjects/settler/settlers.ts";
import { yesAt, type Evidence } from "../evidence.ts";

/** `this.socket.onclose = () => this.onGone()`: its owner is over when it is, and whoever is told makes another. */
export const endOfFieldHeard: Evidence<HeldField, "yes"> = {
  id: "unreleased/end-of-field-heard",
  asks: "Does the file listen for the end of what the field keeps?",
  levels: { yes: ["the file hears when it has ended by itself", "no leak"] },
  ask(file, { place }) {
    const hearers: readonly Hearer[] = [...file.nodes.assignments, ...file.nodes.calls];
    return yesAt(hearers.find((hearer) => {
      const heard = isEndHeard(hearer) ? heardOf(hearer) : undefined;
      return heard !== undefined && file.places.placeOf(heard)?.key === place.key;
    }));
  },
};

import type { OverwrittenField } from "../../candidates/overwritten-field.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { standsIn } from "../../facts/reach.ts";
import { methodCallsOn, namesReleasedByCalls } from "../../subjects/handle/field-uses.ts";
import { calleeName } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const releasedAtEnd: Evidence<OverwrittenField, "yes" | "no"> = {
  id: "unreleased/released-at-end",
  asks: "Is the field released where the owner ends?",
  levels: { yes: ["the end of its owner releases the field, and finds nothing", "leak"], no: ["the end of its owner does not release the field either", "open"] },
  ask(file, { place, life }) {
    const isNamed = namesReleasedByCalls(file).has(place.path.at(-1) ?? "");
    const at = isNamed ? methodCallsOn(file, place).find((call) => standsIn(call, life().reach) && isReleaseName(calleeName(call))) : undefined;
    return { level: at === undefined ? "no" : "yes", basis: "named", at };
  },
};

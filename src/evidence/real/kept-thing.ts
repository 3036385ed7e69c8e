import type { KeptField } from "../../candidates/kept-field.ts";
import type { FieldShownBy } from "../../subjects/handle/fields.ts";
import type { Basis, Evidence } from "../evidence.ts";

const BASES: Readonly<Record<FieldShownBy, Basis>> = { "catalogue": "shown", "replaced": "shown", "registered": "shown", "type": "typed", "declared": "typed", "siblings": "shown", "siblings-memory": "named", "memory-only": "named", "given": "shown" };

export const keptThing: Evidence<KeptField, FieldShownBy> = {
  id: "real/kept-thing",
  asks: "What shows that the field keeps something that has to be released?",
  levels: {
    "catalogue": ["the catalogue knows what the field keeps", "leak"],
    "replaced": ["the class releases the field where it gives it another value", "leak"],
    "registered": ["the class gives others of its kind to what disposes of them", "leak"],
    "type": ["the type of what it keeps has a `dispose`", "leak"],
    "declared": ["what it keeps is declared to have an end", "leak"],
    "siblings": ["the end of its owner releases others that were made alike", "leak"],
    "siblings-memory": ["the end of its owner releases others that were made alike, which seem to hold nothing but memory", "open"],
    "memory-only": ["what it keeps holds nothing but memory", "no leak"],
    "given": ["whoever makes the object gives it the first value, and may end the latest as well", "no leak"],
  },
  ask: (_file, { shownBy }) => ({ level: shownBy, basis: BASES[shownBy] }),
};

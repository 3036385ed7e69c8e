import type { Owned } from "../../candidates/kept-field.ts";
import type { Life } from "../../subjects/owner/lifecycle.ts";
import type { Evidence } from "../evidence.ts";

export const kindOfOwner: Evidence<Owned, Life["kind"]> = {
  id: "repeats/kind-of-owner",
  asks: "Whose is it: an object's, a factory's or the module's?",
  levels: {
    instance: ["each object has its own", "open"],
    closure: ["each call of the factory has its own", "open"],
    module: ["the module has the one there is", "no leak"],
  },
  ask: (_file, { life }) => ({ level: life().kind, basis: "shown" }),
};

import type { Owned } from "../../candidates/kept-field.ts";
import { isMadeRepeatedly } from "../../facts/instantiations.ts";
import { isClass, isFunction } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const madeRepeatedly: Evidence<Owned, "yes"> = {
  id: "repeats/made-repeatedly",
  asks: "Does a function of the file make objects of the owner's class?",
  levels: { yes: ["the file makes its owner again and again", "leak"] },
  ask(file, { life }) {
    const owner = life().owner;
    return yesOrUnknown((isClass(owner) || isFunction(owner)) && isMadeRepeatedly(file, owner));
  },
};

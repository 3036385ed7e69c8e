import type { OwnedResource } from "../../candidates/kept-field.ts";
import { armsItselfAgain } from "../../subjects/resource/timer-callback.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const rearmed: Evidence<OwnedResource, "yes" | "no"> = {
  id: "repeats/rearmed",
  asks: "Does what the timer runs set it again?",
  levels: { yes: ["the timer sets itself again and again", "leak"], no: ["the timer runs once", "open"] },
  ask: (file, { resource }) => yesOrNo(armsItselfAgain(file, resource.acquisition)),
};

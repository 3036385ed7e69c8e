import type { UnendedChild } from "../../candidates/unended-child.ts";
import { standsIn } from "../../facts/reach.ts";
import { childOfOwner, endingCallsOn } from "../../subjects/child/child-of-owner.ts";
import type { Evidence } from "../evidence.ts";

export const childEnded: Evidence<UnendedChild, "at-end" | "elsewhere" | "no"> = {
  id: "unreleased/child-ended",
  asks: "Does the owner call a method of the object that releases what it holds?",
  levels: {
    "at-end": ["the end of the owner calls a method that releases it", "no leak"],
    "elsewhere": ["other code of the owner calls a method that releases it", "open"],
    "no": ["no code of the owner calls a method that releases it", "leak"],
  },
  ask(file, { place, made, life }) {
    const calls = childOfOwner(file, place, made)?.held.flatMap((held) => endingCallsOn(file, place, held)) ?? [];
    const atEnd = calls.find((call) => standsIn(call, life().reach));
    return { level: atEnd !== undefined ? "at-end" : calls.length > 0 ? "elsewhere" : "no", basis: "project", at: atEnd ?? calls[0] };
  },
};

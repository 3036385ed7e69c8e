import type { Candidate } from "../../candidates/candidate.ts";
import type { Owner } from "../../subjects/owner/owner.ts";
import type { Evidence } from "../evidence.ts";

export const ownerKind: Evidence<Candidate & { readonly owner: Owner }, Owner["kind"]> = {
  id: "repeats/owner-kind",
  asks: "How often does the code run while what it is put on lives?",
  levels: {
    process: ["the code runs once, or is said to hold it for good", "no leak"],
    starter: ["the code by its name starts the program", "no leak"],
    call: ["a function that anybody may call again", "open"],
    instance: ["each object that the file's class or factory makes", "open"],
    effect: ["an effect of a component, which runs again and again", "leak"],
  },
  ask: (_file, { owner }) => ({ level: owner.kind, basis: owner.kind === "starter" ? "named" : "shown", at: owner.teardown?.node }),
};

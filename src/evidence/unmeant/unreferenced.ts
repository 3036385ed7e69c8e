import type { Candidate } from "../../candidates/candidate.ts";
import type { KeptField } from "../../candidates/kept-field.ts";
import { isUnreferenced } from "../../subjects/resource/unreferenced.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const unreferenced: Evidence<Candidate & Partial<Pick<KeptField, "uses">>, "yes" | "no"> = {
  id: "unmeant/unreferenced",
  asks: "Is it told not to keep the process alive? Whoever writes that wants it to run until the process ends.",
  levels: { yes: ["it is told not to keep the process alive, and so meant to run until its end", "no leak"], no: ["it keeps the process alive", "open"] },
  ask: (file, { node, uses }) => yesOrNo(isUnreferenced(file, node) || (uses?.() ?? []).some((use) => use.isExact && isUnreferenced(file, use.node))),
};

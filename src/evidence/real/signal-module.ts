import { signalModules } from "../../catalogue/data/subscriptions.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const signalModule: Evidence<Candidate, "yes"> = {
  id: "real/signal-module",
  asks: "Does the file import a library whose signals keep what is connected to them?",
  levels: { yes: ["the file uses a library whose signals keep what is connected to them", "leak"] },
  ask: (file) => yesOrUnknown([...file.imports.modules].some((module) => signalModules.test(module))),
};

import type { Candidate } from "../../candidates/candidate.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const commandLine: Evidence<Candidate, "yes"> = {
  id: "unmeant/command-line",
  asks: "Does the file belong to a command, which runs once and takes along what it leaves?",
  levels: { yes: ["the file belongs to a command that ends soon", "no leak"] },
  ask: (file) => yesOrUnknown(file.isCommandLine),
};

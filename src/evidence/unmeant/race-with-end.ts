import type { RacingTimer } from "../../candidates/racing-timer.ts";
import { endingProcess, endsOfProcess } from "../../catalogue/words/ending-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const raceWithEnd: Evidence<RacingTimer, "waits" | "stands"> = {
  id: "unmeant/race-with-end",
  asks: "Does the race wait for the end of the process, or stand in a function that by its name brings it about?",
  levels: {
    waits: ["the race waits for the end of the process, which ends the timer", "no leak"],
    stands: ["the race stands in a function that by its name ends the process", "open"],
  },
  ask(file, { race, entrants }) {
    const end = entrants.map(unwrap).find((entrant) => entrant.type === "CallExpression" && endingProcess.test(calleeName(entrant) ?? ""));
    if (end !== undefined) return { level: "waits", basis: "named", at: end };
    return { level: isInEnding(file, race) ? "stands" : "unknown", basis: "named" };
  },
};

function isInEnding(file: FileFacts, race: CallNode): boolean {
  for (let at = enclosingFunction(race); at !== undefined; at = enclosingFunction(at)) {
    if (endsOfProcess.test(file.functions.factOf(at).name ?? "")) return true;
  }
  return false;
}

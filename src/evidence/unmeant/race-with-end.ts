import type { RacingTimer } from "../../candidates/racing-timer.ts";
import { endingProcess, endsOfProcess } from "../../catalogue/words/ending-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, enclosingFunction, unwrap, type CallNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const raceWithEnd: Evidence<RacingTimer, "yes"> = {
  id: "unmeant/race-with-end",
  asks: "Does the race wait for the end of the process, or stand in a function that by its name brings it about?",
  levels: { yes: ["the race goes by its names with the end of the process", "open"] },
  ask: (file, { race, entrants }) => yesOrUnknown(entrants.map(unwrap).some((entrant) => entrant.type === "CallExpression" && endingProcess.test(calleeName(entrant) ?? "")) || isInEnding(file, race), "named"),
};

function isInEnding(file: FileFacts, race: CallNode): boolean {
  for (let at = enclosingFunction(race); at !== undefined; at = enclosingFunction(at)) {
    if (endsOfProcess.test(file.functions.factOf(at).name ?? "")) return true;
  }
  return false;
}

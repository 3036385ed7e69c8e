import type { StayingListener } from "../../candidates/staying-listener.ts";
import { endsWithProgram } from "../../subjects/listener/listener-ends.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endsWithOwnerOfProgram: Evidence<StayingListener, "yes" | "no"> = {
  id: "outlives/ends-with-program",
  asks: "Does the owner live as long as the program: made once by the module, or ended by what by its name ends the program?",
  levels: {
    yes: ["its owner lives as long as the program", "no leak"],
    no: ["nothing says that its owner lives as long as the program", "open"],
  },
  ask: (file, { resource, owner: { teardown } }) => (teardown === undefined ? { level: "unknown", basis: "shown" } : yesOrNo(endsWithProgram(file, resource, teardown), "named")),
};

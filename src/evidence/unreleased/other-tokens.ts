import { isKnown, type MissingToken } from "../../candidates/missing-token.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const otherTokens: Evidence<MissingToken, "yes" | "no"> = {
  id: "unreleased/other-tokens",
  asks: "Is another acquisition on the same object given a token?",
  levels: {
    yes: ["another acquisition is given a token, and the release may be for that", "no leak"],
    no: ["no acquisition of the file is given a token", "leak"],
  },
  ask: (file, { acquisitions, index }) => shownAt(acquisitions.find(({ acquisition }) => isKnown(file, acquisition, index))?.acquisition),
};

import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import { answerNames } from "../../catalogue/words/waiting.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const onAnswerOnly: Evidence<AnsweredEntry, "yes"> = {
  id: "unreleased/on-answer-only",
  asks: "Is the key of the removal by its name brought by an answer, which may never come?",
  levels: { yes: ["it is removed when its answer comes", "leak"] },
  ask: (_file, { given, end }) => ({ ...yesOrUnknown(given.some(({ name }) => answerNames.test(name)), "named"), at: end.node }),
};

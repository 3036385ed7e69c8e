import { undoingNames } from "../../catalogue/words/undoing.ts";
import type { RepeatedAddition } from "../../candidates/repeated-addition.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import type { FunctionNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const undoingByName: Evidence<RepeatedAddition, "yes"> = {
  id: "outlives/undoing-by-name",
  asks: "Is the function by its name the end of what the other one sets up?",
  levels: { yes: ["its function is by its name the end of what the other one sets up", "leak"] },
  ask: (file, { mirror, setUp }) => yesOrUnknown(isUndoing(file, mirror) && !isUndoing(file, setUp), "named"),
};

function isUndoing(file: FileFacts, node: FunctionNode | undefined): boolean {
  const name = node === undefined ? undefined : file.functions.factOf(node).name;
  return name !== undefined && (teardownRankOf(file, name) !== undefined || undoingNames.test(name));
}

import type { LostHandle } from "../../candidates/lost-handle.ts";
import { importedFunction } from "../../subjects/program/imported-function.ts";
import { unwrap, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const functionElsewhere: Evidence<LostHandle, "uses"> = {
  id: "owned/function-elsewhere",
  asks: "What does a function of another file do that is given the handle?",
  levels: { uses: ["the function of another file that is given the handle only uses it", "leak"] },
  ask(file, { fate, trace }) {
    const variable = fate.kind === "variable" && trace?.escapes !== true ? fate.variable : undefined;
    for (const { identifier } of variable?.references ?? []) {
      const value = wrapped(identifier);
      const call = value.parent?.type === "CallExpression" && unwrap(value.parent.callee) !== identifier ? value.parent : undefined;
      const found = call === undefined ? undefined : importedFunction(file, call);
      if (found !== undefined) return { level: "uses", basis: "project", where: file.project.placeOf(found) };
    }
    return { level: "unknown", basis: "project" };
  },
};

import type { TSESTree } from "@typescript-eslint/utils";

import type { OfResource } from "../../candidates/of-resource.ts";
import { probingNames } from "../../catalogue/words/ending.ts";
import { calleeName, enclosingFunction, unwrap, walk } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const probe: Evidence<OfResource, "yes"> = {
  id: "unmeant/probe",
  asks: "Does the function only try whether the call works, and answer yes or no?",
  levels: { yes: ["the function only tries whether the call works", "no leak"] },
  ask(file, { node }) {
    const host = enclosingFunction(node);
    if (host === undefined || !probingNames.test(file.functions.factOf(host).name ?? "")) return { level: "unknown", basis: "named" };
    const answers: TSESTree.Node[] = [];
    walk(host.body, file.visitorKeys, (inner) => {
      if (inner.type === "ReturnStatement" && enclosingFunction(inner) === host && inner.argument !== null) answers.push(unwrap(inner.argument));
      return undefined;
    });
    return yesOrUnknown(answers.some(isYesOrNo) && answers.every((answer) => isYesOrNo(answer) || (answer.type === "NewExpression" && calleeName(answer) === "Promise")), "named");
  },
};

function isYesOrNo(answer: TSESTree.Node): boolean {
  return answer.type === "Literal" && typeof answer.value === "boolean";
}

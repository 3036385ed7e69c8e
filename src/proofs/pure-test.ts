import type { DroppedResult } from "../candidates/dropped-result.ts";
import { unwrap } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `list.filter((x) => x !== y);`. A longer callback may be a loop in disguise. */
export const pureTest: Proof<DroppedResult> = {
  id: "proof/pure-test",
  says: "the callback tests and does nothing else, so that the statement has no effect",
  find(_file, { test }) {
    if (test === undefined) return false;
    const { body } = test;
    if (body.type !== "BlockStatement") return ["BinaryExpression", "LogicalExpression", "UnaryExpression"].includes(unwrap(body).type) && test;
    const [only] = body.body;
    return body.body.length === 1 && only?.type === "ReturnStatement" && only.argument !== null && test;
  },
};

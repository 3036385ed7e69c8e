import type { TSESTree } from "@typescript-eslint/utils";

import type { ReturnedCleanup } from "../../candidates/returned-cleanup.ts";
import { cleanupWords, releasingInCleanup } from "../../catalogue/words/removing.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { calleeName, unwrap, walk } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const returnsCleanup: Evidence<ReturnedCleanup, "yes" | "no"> = {
  id: "real/returns-cleanup",
  asks: "Is what the callback returns a function that lets go of something?",
  levels: {
    yes: ["what the callback returns lets go of something", "leak"],
    no: ["nothing that the callback returns looks like a cleanup", "no leak"],
  },
  ask(file, { values }) {
    const at = values.find((value) => isCleanup(file, value));
    return { level: at === undefined ? "no" : "yes", basis: "named", at };
  },
};

function isCleanup(file: FileFacts, value: TSESTree.Node): boolean {
  const node = unwrap(value);
  if (node.type === "Identifier" && cleanupWords.test(node.name)) return true;
  const cleanup = file.functions.functionValueOf(node);
  if (cleanup === undefined || cleanup.params.length > 0) return false;
  let releases = false;
  walk(cleanup.body, file.visitorKeys, (inner) => {
    const name = inner.type === "CallExpression" ? calleeName(inner) : undefined;
    if (name !== undefined && (releasingInCleanup.test(name) || teardownRankOf(file, name) !== undefined)) releases = true;
    return !releases;
  });
  return releases;
}

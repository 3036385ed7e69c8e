import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import { calleeName, enclosingFunction, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const failureEndsProcess: Evidence<HeldWay, "command" | "action" | "no"> = {
  id: "unmeant/failure-ends-process",
  asks: "Does what fails there end the process, which takes along what it holds?",
  levels: {
    command: ["the file is a command, which ends when it fails", "no leak"],
    action: ["it runs as an action of a command line, which ends when it fails", "no leak"],
    no: ["nothing says that a failure ends the process", "open"],
  },
  ask(file, { node, way }) {
    if (way.leavesBy !== "exception") return { level: "unknown", basis: "shown" };
    if (file.isCommandLine) return { level: "command", basis: "shown" };
    const action = findAction(node);
    return { level: action === undefined ? "no" : "action", basis: "named", at: action };
  },
};

/** `program.command("sync").action(async () => …)`. */
function findAction(node: TSESTree.Node): TSESTree.Node | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const call = wrapped(at).parent;
    if (call?.type === "CallExpression" && call.callee !== at && calleeName(call) === "action") return call;
  }
  return undefined;
}

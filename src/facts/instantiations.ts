/** Where the file makes instances of a class. */
import { enclosingFunction, unwrap, type ClassNode } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";

/** Whether a function of the file makes instances of the class, so that there is no telling how many. */
export function isMadeRepeatedly(file: FileFacts, owner: ClassNode): boolean {
  return file.nodes.calls.some((call) => {
    const callee = unwrap(call.callee);
    const definition = call.type === "NewExpression" && callee.type === "Identifier" ? file.variables.variableOf(callee)?.defs[0] : undefined;
    return definition?.node === owner && enclosingFunction(call) !== undefined;
  });
}

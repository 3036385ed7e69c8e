import type { StayingListener } from "../candidates/staying-listener.ts";
import { enclosingFunction, unwrap } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `(event, listener) => process.on(event, listener)`: who calls the function puts the listener there, and takes it off. */
export const forwarded: Proof<StayingListener> = {
  id: "proof/forwarded",
  says: "the function only passes on what its caller puts there",
  find(file, { resource: { acquisition } }) {
    const host = enclosingFunction(acquisition);
    if (host?.type !== "ArrowFunctionExpression" || unwrap(host.body) !== acquisition) return false;
    const isOfHost = acquisition.arguments.length > 0 && acquisition.arguments.every((argument) => argument.type === "Identifier" && file.variables.variableOf(argument)?.defs[0]?.node === host);
    return isOfHost && host;
  },
};

import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf, initializerOf } from "../../facts/variables.ts";
import { recurringRunOf } from "../../subjects/listener/recurring-run.ts";
import { enclosingFunction, isWithin, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `const { id } = request.params; const key = id.trim();` */
const MAXIMUM_STEPS = 4;

export const clientKey: Evidence<GrowingCollection, "client" | "asked"> = {
  id: "repeats/client-key",
  asks: "Does each client, connection or request bring another key?",
  levels: {
    client: ["what is put in is a client or connection itself, and each of them is another", "leak"],
    asked: ["its key is taken from what clients send, who may send anything", "leak"],
  },
  ask(file, { insert: { node, key } }) {
    const serving = key === undefined ? undefined : recurringRunOf(file, node);
    if (key === undefined || serving?.isForClient !== true) return { level: "unknown", basis: "shown" };
    const own = parameterInKey(file, unwrap(key), serving.host);
    if (own !== undefined && own === enclosingParameter(file, unwrap(key), serving.host)) return { level: "client", basis: "shown", at: serving.at };
    return { level: own === undefined ? "unknown" : "asked", basis: "shown", at: serving.at };
  },
};

/** The parameter that the key is, where the function that serves the client is given it. */
function enclosingParameter(file: FileFacts, key: TSESTree.Node, host: FunctionNode): unknown {
  const variable = key.type === "Identifier" ? file.variables.variableOf(key) : undefined;
  return variable?.defs[0]?.type === "Parameter" && functionOf(variable) === host && host.params.some((parameter) => parameter === variable.identifiers[0]) ? variable : undefined;
}

/** A parameter of the function that serves the client, or of one inside it, that the key is made of. */
function parameterInKey(file: FileFacts, key: TSESTree.Node, host: FunctionNode, steps = 0): unknown {
  let found: unknown;
  walk(key, file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
    if (variable === undefined || found !== undefined) return found === undefined;
    const owner = functionOf(variable);
    if (variable.defs[0]?.type === "Parameter") {
      if (owner !== undefined && isWithin(owner, host)) found = variable;
    } else if (steps < MAXIMUM_STEPS && owner !== undefined && isWithin(owner, host)) {
      const source = initializerOf(variable) ?? declaredFrom(variable.defs[0]?.node);
      found = source === undefined || enclosingFunction(source) === undefined ? undefined : parameterInKey(file, source, host, steps + 1);
    }
    return found === undefined;
  });
  return found;
}

/** `const { id } = request.params` */
function declaredFrom(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  return node?.type === "VariableDeclarator" ? (node.init ?? undefined) : undefined;
}

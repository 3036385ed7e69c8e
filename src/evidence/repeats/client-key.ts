import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { declaratorOf, functionOf, type Variable } from "../../facts/variables.ts";
import { recurringRunOf } from "../../subjects/listener/recurring-run.ts";
import { isWithin, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
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
    const parameter = parameterInKey(file, unwrap(key), serving.host);
    if (parameter === undefined) return { level: "unknown", basis: "shown" };
    const isClient = unwrap(key) === parameter.node && serving.host.params.includes(parameter.variable.identifiers[0] as TSESTree.Parameter);
    return { level: isClient ? "client" : "asked", basis: "shown", at: serving.at };
  },
};

interface ReadParameter {
  readonly variable: Variable;
  /** Where it is read. */
  readonly node: TSESTree.Node;
}

/** A parameter of the function that serves the client, or of one inside it, that the key is made of. */
function parameterInKey(file: FileFacts, key: TSESTree.Node, host: FunctionNode, steps = 0): ReadParameter | undefined {
  let found: ReadParameter | undefined;
  walk(key, file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" && found === undefined ? file.variables.variableOf(part) : undefined;
    const owner = variable === undefined ? undefined : functionOf(variable);
    if (variable === undefined || owner === undefined || !isWithin(owner, host)) return found === undefined;
    const source = declaratorOf(variable)?.init;
    if (variable.defs[0]?.type === "Parameter") found = { variable, node: part };
    else if (steps < MAXIMUM_STEPS && source != null) found = parameterInKey(file, source, host, steps + 1);
    return found === undefined;
  });
  return found;
}

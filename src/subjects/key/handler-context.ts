/** Parameters that stand for a request, since their function handles those of a server or a web framework. */
import type { TSESTree } from "@typescript-eslint/utils";

import { HANDLER_PARAMETERS, type HandlerParameters } from "../../catalogue/data/handler-parameters.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { functionOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
import { calleeName, receiverOf, wrapped, type FunctionNode } from "../../syntax/tree.ts";

/** Answers what a parameter is given by the framework that calls its function, in words; undefined where no framework does. */
export function contextOfParameter(file: FileFacts, variable: Variable): string | undefined {
  const apis = variable.defs[0]?.type === "Parameter" && isSingleAssignment(variable) ? HANDLER_PARAMETERS.filter(({ modules }) => modules.some((module) => file.imports.modules.has(module))) : [];
  const handler = apis.length === 0 ? undefined : functionOf(variable);
  const index = handler?.params.findIndex((parameter) => file.variables.variableOf(parameter) === variable) ?? -1;
  if (handler === undefined || index < 0) return undefined;
  const given = usesOfHandler(file, handler).map((use) => apis.flatMap((api) => whatIsGiven(file, use, api, handler, index))[0]);
  const [first] = given;
  return given.every((what) => what === first) ? first : undefined;
}

/** Where a function is given to a call: in place, or by its name. None if it is used in another way. */
function usesOfHandler(file: FileFacts, handler: FunctionNode): readonly TSESTree.Node[] {
  const { parent } = handler;
  if (parent.type === "CallExpression") return [handler];
  const name = handler.type === "FunctionDeclaration" ? handler.id : parent.type === "VariableDeclarator" ? parent.id : null;
  const variable = name === null ? undefined : file.variables.variableOf(name);
  return variable === undefined ? [] : variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier as TSESTree.Node);
}

function whatIsGiven(file: FileFacts, use: TSESTree.Node, api: HandlerParameters, handler: FunctionNode, index: number): string[] {
  const given = wrapped(use);
  const call = given.parent;
  if (call?.type !== "CallExpression" || call.callee === given || !api.methods.includes(calleeName(call) ?? "")) return [];
  const [event] = call.arguments;
  if (api.events !== undefined && !(event?.type === "Literal" && api.events.includes(String(event.value)))) return [];
  const receiver = receiverOf(call);
  const isOf = api.callee === undefined ? receiver !== undefined && api.receiver !== undefined && matchOrigin(file, receiver, api.receiver) !== undefined : matchOrigin(file, call.callee, api.callee) !== undefined;
  const isErrorHandler = api.withError === handler.params.length;
  return isOf ? (api.parameters[isErrorHandler ? index - 1 : index] === undefined ? [] : [api.parameters[isErrorHandler ? index - 1 : index] ?? ""]) : [];
}

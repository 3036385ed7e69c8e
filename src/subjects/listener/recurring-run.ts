/** What runs code again and again while a program lives: an event that comes with each client, request or message, or a server that handles requests. */
import type { TSESTree } from "@typescript-eslint/utils";

import { clientEvents, recurringEvents } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import { contextOfParameter } from "../key/handler-context.ts";
import { eventsHeardBy } from "./heard-events.ts";

/** What runs a function again and again. */
export interface RecurringCall {
  /** Whether it brings another client or request each time, and not only another event of what there is. */
  readonly isForClient: boolean;
  readonly at: TSESTree.Node;
  /** The function that is run. */
  readonly host: FunctionNode;
}

/** Where such an event is heard by the function itself, or the function where a framework gives it a request. */
export function recurringCallOf(file: FileFacts, host: FunctionNode): RecurringCall | undefined {
  if (handlesRequests(file, host)) return { isForClient: true, at: host, host };
  const event = eventsHeardBy(file, host).find(({ name, isOnce }) => !isOnce && name !== undefined && recurringEvents.test(name));
  return event && { isForClient: clientEvents.test(event.name ?? ""), at: event.at, host };
}

/** The same of any function around a node. */
export function recurringRunOf(file: FileFacts, node: TSESTree.Node): RecurringCall | undefined {
  for (let host = enclosingFunction(node); host !== undefined; host = enclosingFunction(host)) {
    const call = recurringCallOf(file, host);
    if (call !== undefined) return call;
  }
  return undefined;
}

function handlesRequests(file: FileFacts, { params }: FunctionNode): boolean {
  return params.some((parameter) => {
    const variable = parameter.type === "Identifier" ? file.variables.variableOf(parameter) : undefined;
    return variable !== undefined && contextOfParameter(file, variable) !== undefined;
  });
}

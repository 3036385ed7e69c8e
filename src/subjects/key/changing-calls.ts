/** Calls that answer anew each time: the clock, randomness, and built-ins that make an object. */
import type { TSESTree } from "@typescript-eslint/utils";

import { changingGlobals, freshCalls, randomCrypto, randomModules, steadyExports } from "../../catalogue/words/changing-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { unwrap } from "../../syntax/tree.ts";
import type { ChangingForm } from "./key-form.ts";
import { dottedName } from "./reading.ts";

/** Answers what a call reads that differs each time; undefined where it is not known to. */
export function changingCall(file: FileFacts, call: TSESTree.CallExpression): ChangingForm["what"] | undefined {
  const imported = file.imports.importedValueOf(call.callee);
  if (imported !== undefined) {
    const name = imported.path.at(-1) ?? "";
    if (randomModules.has(imported.module) && !steadyExports.test(name)) return "random";
    if (imported.module === "crypto" && randomCrypto.has(name)) return "random";
    return imported.module === "perf_hooks" && dottedName(call.callee) === "performance.now" ? "time" : undefined;
  }
  const name = dottedName(call.callee);
  return name !== undefined && isGlobalRoot(file, call.callee) ? changingGlobals.get(name) : undefined;
}

/** Answers which new object a built-in call makes. */
export function freshCall(file: FileFacts, call: TSESTree.CallExpression): string | undefined {
  const name = dottedName(call.callee);
  if (name === undefined || !isGlobalRoot(file, call.callee)) return undefined;
  if (freshCalls.has(name)) return `the result of \`${name}()\``;
  const [target] = call.arguments;
  return name === "Object.assign" && target !== undefined && unwrap(target).type === "ObjectExpression" ? "a copy of an object" : undefined;
}

/** Whether a form's node reads the present time when it is turned into text or a number: `new Date()`. */
export function isPresentDate(file: FileFacts, node: TSESTree.Node): boolean {
  return node.type === "NewExpression" && node.arguments.length === 0 && node.callee.type === "Identifier" && node.callee.name === "Date" && file.variables.isGlobal(node.callee);
}

function isGlobalRoot(file: FileFacts, callee: TSESTree.Node): boolean {
  let at = unwrap(callee);
  while (at.type === "MemberExpression") at = unwrap(at.object);
  return at.type === "Identifier" && file.variables.isGlobal(at);
}

/** Calls that answer anew each time: the clock, randomness, and built-ins that make an object. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { unwrap } from "../../syntax/tree.ts";
import type { ChangingForm } from "./key-form.ts";
import { dottedName } from "./reading.ts";

const GLOBAL_CALLS: ReadonlyMap<string, ChangingForm["what"]> = new Map([
  ["Date.now", "time"], ["performance.now", "time"], ["process.hrtime", "time"], ["process.hrtime.bigint", "time"], ["process.uptime", "time"],
  ["Math.random", "random"], ["crypto.randomUUID", "random"], ["globalThis.crypto.randomUUID", "random"], ["self.crypto.randomUUID", "random"],
  ["Symbol", "symbol"],
]);

const RANDOM_MODULES: ReadonlySet<string> = new Set(["uuid", "nanoid", "ulid", "cuid", "@paralleldrive/cuid2", "shortid"]);
const RANDOM_CRYPTO: ReadonlySet<string> = new Set(["randomUUID", "randomBytes", "randomInt"]);

/** Array methods whose result is a new array; names that strings share are left out. */
export const FRESH_METHODS: ReadonlySet<string> = new Set(["map", "filter", "flatMap", "bind", "toSorted", "toReversed", "toSpliced"]);

const FRESH_CALLS: ReadonlySet<string> = new Set([
  "Object.keys", "Object.values", "Object.entries", "Object.fromEntries", "Array.from", "Array.of", "structuredClone", "JSON.parse",
]);

/** Answers what a call reads that differs each time; undefined where it is not known to. */
export function changingCall(file: FileFacts, call: TSESTree.CallExpression): ChangingForm["what"] | undefined {
  const imported = file.imports.importedValueOf(call.callee);
  if (imported !== undefined) {
    const name = imported.path.at(-1) ?? "";
    if (RANDOM_MODULES.has(imported.module) && !/^(?:v3|v5|validate|parse|stringify|version|isValid|decodeTime|customAlphabet)$/.test(name)) return "random";
    if (imported.module === "crypto" && RANDOM_CRYPTO.has(name)) return "random";
    return imported.module === "perf_hooks" && dottedName(call.callee) === "performance.now" ? "time" : undefined;
  }
  const name = dottedName(call.callee);
  return name !== undefined && isGlobalRoot(file, call.callee) ? GLOBAL_CALLS.get(name) : undefined;
}

/** Answers which new object a built-in call makes. */
export function freshCall(file: FileFacts, call: TSESTree.CallExpression): string | undefined {
  const name = dottedName(call.callee);
  if (name === undefined || !isGlobalRoot(file, call.callee)) return undefined;
  if (FRESH_CALLS.has(name)) return `the result of \`${name}()\``;
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

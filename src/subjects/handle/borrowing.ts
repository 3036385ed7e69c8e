/** Calls that use a handle without taking it over. */
import { borrowingGlobals, borrowingImports, copyingMethods, keepingMethods } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter } from "../../facts/variables.ts";
import { moduleName } from "../../facts/imports.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { memberName, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";

/** Whether the call only looks at the handle: a logger or predicate, one that copies a picture, or another function of the module whose function releases it (`fs.writeSync(fd)`). */
export function isBorrowed(file: FileFacts, resource: Resource, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression" && copyingMethods.has(memberName(callee) ?? "")) return true;
  const path = globalPathOf(file, callee);
  if (path !== undefined && borrowingGlobals.test(path.join("."))) return true;
  const imported = file.imports.importedValueOf(callee);
  if (imported === undefined) return false;
  if (borrowingImports.test([imported.module, ...imported.path].join("."))) return true;
  return resource.pair.releases.some((release) => release.by === "callee" && release.callee.kind === "export" && moduleName(release.callee.module) === imported.module);
}

/** Whether a call surely keeps even what others only borrow: a list of somebody's takes it in, or the caller's own function gets it. */
export function isKeptBy(file: FileFacts, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression") return keepingMethods.has(memberName(callee) ?? "") && unwrap(callee.object).type !== "Identifier";
  return isParameter(file.variables, callee);
}

/** Calls that use a handle without taking it over. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter } from "../../facts/variables.ts";
import { moduleName } from "../../facts/imports.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { memberName, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";

const BORROWING_GLOBALS = /^(?:console\.\w+|String|Number|Boolean|JSON\.stringify|Object\.(?:keys|values|entries|is|freeze)|Array\.isArray|Number\.\w+|isNaN|performance\.\w+|assert(?:\.\w+)?|expect|util\.inspect)$/;
/** The same by module and export: assertions of the test libraries and of Node. */
const BORROWING_IMPORTS = /^assert(?:[./]|$)|\.expect$|^util\.inspect$/;

/** Whether the call only looks at the handle: a logger or predicate, or another function of the module whose function releases it (`fs.writeSync(fd)`). */
export function isBorrowed(file: FileFacts, resource: Resource, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  const path = globalPathOf(file, callee);
  if (path !== undefined && BORROWING_GLOBALS.test(path.join("."))) return true;
  const imported = file.imports.importedValueOf(callee);
  if (imported === undefined) return false;
  if (BORROWING_IMPORTS.test([imported.module, ...imported.path].join("."))) return true;
  return resource.pair.releases.some((release) => release.by === "callee" && release.callee.kind === "export" && moduleName(release.callee.module) === imported.module);
}

/** Whether a call surely keeps even what others only borrow: a list of somebody's takes it in, or the caller's own function gets it. */
export function isKeptBy(file: FileFacts, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression") return ["push", "unshift", "add", "set"].includes(memberName(callee) ?? "") && unwrap(callee.object).type !== "Identifier";
  return isParameter(file.variables, callee);
}

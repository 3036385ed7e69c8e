/** Which properties a type has. */
import type ts from "typescript";

import { agreed, collectMembers, kindOf } from "./type-members.ts";

/** Whether every value of the type has a member; undefined where only some have it, or where the type does not say. */
export function hasProperty(type: ts.Type, name: string, checker: ts.TypeChecker): boolean | undefined {
  return agreed(collectMembers(type, checker).map((member) => hasOneProperty(member, name, checker)));
}

function hasOneProperty(type: ts.Type, name: string, checker: ts.TypeChecker): boolean | undefined {
  if (name.startsWith("#") || kindOf(type, checker) === "unknown") return undefined;
  if (findProperty(type, name, checker) !== undefined) return true;
  // A record may have a member of any name.
  return kindOf(type, checker) === "object" && type.getStringIndexType() !== undefined ? undefined : false;
}

/** Whether `using` or `await using` can release every value of the type. */
export function findDisposal(type: ts.Type, checker: ts.TypeChecker): "sync" | "async" | undefined {
  if (hasProperty(type, "[dispose]", checker) === true) return "sync";
  return hasProperty(type, "[asyncDispose]", checker) === true ? "async" : undefined;
}

/** The property of a type that is not a union; `[name]` stands for the well-known symbol of that name. */
export function findProperty(type: ts.Type, name: string, checker: ts.TypeChecker): ts.Symbol | undefined {
  return name.startsWith("[") ? findWellKnownProperty(type, name.slice(1, -1), checker) : checker.getPropertyOfType(type, name);
}

/** The checker calls such a property `__@dispose@1234`, as it would a property under a `dispose` symbol of someone's own: the declaration tells. */
function findWellKnownProperty(type: ts.Type, symbol: string, checker: ts.TypeChecker): ts.Symbol | undefined {
  const prefix = `__@${symbol}@`;
  return checker.getPropertiesOfType(type).find(({ name, declarations }) => name.startsWith(prefix) && isWellKnown(declarations?.[0], symbol));
}

function isWellKnown(declaration: (ts.Node & { readonly name?: ts.Node }) | undefined, symbol: string): boolean {
  return declaration?.name === undefined || declaration.name.getText().replaceAll(/\s/g, "") === `[Symbol.${symbol}]`;
}

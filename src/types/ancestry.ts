/** The named types that a type is, and is above all by inheritance. */
import type ts from "typescript";

import { collectOrigins } from "./declaration-origin.ts";
import { collectMembers, findNominalType, kindOf } from "./type-members.ts";
import type { TypeOrigin } from "./type-questions.ts";
import type { TypedProgram } from "./typed-program.ts";

const MAXIMUM_TYPES = 64;

/** Answers the name and origin of a type; for a union only what all its members are called. */
export function findOrigin(type: ts.Type, typed: TypedProgram): TypeOrigin | undefined {
  if (type.aliasSymbol !== undefined && type.isIntersection()) return collectOrigins(type.aliasSymbol, typed.program)[0];
  const [first, ...others] = collectMembers(type, typed.checker).map((member) => collectOwnOrigins(member, typed)[0]);
  return first !== undefined && others.every((other) => other !== undefined && isSame(first, other)) ? first : undefined;
}

/** Collects the origins of a type and of all it extends or implements, nearest first; for a union what its members share. */
export function findAncestry(type: ts.Type, typed: TypedProgram): readonly TypeOrigin[] | undefined {
  const members = collectMembers(type, typed.checker);
  const [first, ...others] = members.map((member) => collectAncestry(member, typed));
  if (first === undefined || members.some((member) => kindOf(member, typed.checker) === "unknown")) return undefined;
  return first.filter((origin) => others.every((other) => other.some((candidate) => isSame(origin, candidate))));
}

function collectAncestry(type: ts.Type, typed: TypedProgram): readonly TypeOrigin[] {
  const seen = new Set<ts.Type>([type]);
  const origins: TypeOrigin[] = [];
  // A set hands out what is added to it while it is read, so this goes level by level.
  for (const current of seen) {
    for (const origin of collectOwnOrigins(current, typed)) {
      if (!origins.some((other) => isSame(origin, other))) origins.push(origin);
    }
    for (const parent of collectParents(current, typed.checker)) {
      if (seen.size < MAXIMUM_TYPES) seen.add(parent);
    }
  }
  return origins;
}

function collectOwnOrigins(type: ts.Type, { program }: TypedProgram): readonly TypeOrigin[] {
  const symbols = [findNominalType(type)?.getSymbol(), type.aliasSymbol];
  return symbols.flatMap((symbol) => (symbol === undefined ? [] : collectOrigins(symbol, program)));
}

function collectParents(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.isIntersection()) return type.types;
  if (checker.isTupleType(type)) return collectOwnersOf("slice", type, checker);
  const nominal = findNominalType(type);
  return nominal === undefined ? [] : [...checker.getBaseTypes(nominal), ...collectDeclaredParents(nominal, checker)];
}

/** The types that declare a member: for a tuple the array types. Not all checkers know a tuple's base type. */
function collectOwnersOf(name: string, type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const declarations = checker.getPropertyOfType(type, name)?.declarations ?? [];
  return declarations.map((declaration) => checker.getTypeAtLocation(declaration.parent));
}

/** The types after `extends` and `implements`: the checker's base types leave the implemented ones out. */
function collectDeclaredParents(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const declarations = (type.getSymbol()?.declarations ?? []) as readonly Partial<ts.ClassDeclaration>[];
  return declarations
    .flatMap(({ heritageClauses }) => heritageClauses ?? [])
    .flatMap((clause) => clause.types.map((parent) => checker.getTypeAtLocation(parent)))
    .filter((parent) => findNominalType(parent) !== undefined || parent.isIntersection());
}

function isSame(one: TypeOrigin, other: TypeOrigin): boolean {
  return one.name === other.name && one.module === other.module;
}

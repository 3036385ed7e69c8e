/**
 * What a type is made of, without `ts.TypeFlags`: their numbers differ between TypeScript 5 and 6, so a type is told by
 * its intrinsic name, by its own predicates and by the fields that only one kind of type has.
 */
import type ts from "typescript";

import { SYMBOL_FLAGS } from "./symbol-flags.ts";

/** `nothing` is null, undefined or void; `unknown` is a type that says nothing of its values: `any`, `unknown`, `never`, a free type parameter. */
type TypeKind = "unknown" | "nothing" | "primitive" | "object";

const NOTHING = new Set(["null", "undefined", "void"]);
const INFINITE_PRIMITIVES = new Set(["string", "number", "bigint", "symbol"]);
const FINITE_PRIMITIVES = new Set(["boolean", "true", "false"]);

/** Fields of the compiler's types that its declarations keep to themselves, or give to one kind only. */
interface OpenType extends ts.Type {
  readonly intrinsicName?: string;
  readonly value?: unknown;
  readonly escapedName?: unknown;
  readonly texts?: readonly string[];
  readonly target?: ts.Type;
}

/** Collects the members of a union, or the type alone: type parameters as their constraint, null and undefined left out. */
export function collectMembers(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  return flatten(type, checker).filter((member) => kindOf(member, checker) !== "nothing");
}

/** The answer that all members give; undefined where they differ or there is none. */
export function agreed<Answer>(answers: readonly (Answer | undefined)[]): Answer | undefined {
  const [first, ...others] = answers;
  return others.every((other) => other === first) ? first : undefined;
}

function flatten(type: ts.Type, checker: ts.TypeChecker, depth = 0): readonly ts.Type[] {
  const constraint = depth > 3 ? type : constraintOf(type, checker);
  return constraint.isUnion() ? constraint.types.flatMap((member) => flatten(member, checker, depth + 1)) : [constraint];
}

function constraintOf(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  return checker.getBaseConstraintOfType(type) ?? type;
}

/** Answers what kind of values a type that is not a union has. */
export function kindOf(type: ts.Type, checker: ts.TypeChecker): TypeKind {
  const name = intrinsicName(type);
  if (name !== undefined) return kindOfIntrinsic(name);
  if (isTypeParameter(type)) return "unknown";
  if (type.isIntersection()) return kindOfIntersection(type, checker);
  return isSingleValue(type, checker) || isTemplate(type) ? "primitive" : "object";
}

function kindOfIntrinsic(name: string): TypeKind {
  if (NOTHING.has(name)) return "nothing";
  if (INFINITE_PRIMITIVES.has(name) || FINITE_PRIMITIVES.has(name)) return "primitive";
  return name === "object" ? "object" : "unknown";
}

/** A branded primitive, `string & { readonly brand: "id" }`, is a primitive. */
function kindOfIntersection(type: ts.IntersectionType, checker: ts.TypeChecker): TypeKind {
  const kinds = type.types.map((member) => kindOf(member, checker));
  if (kinds.includes("primitive")) return "primitive";
  return kinds.includes("object") ? "object" : "unknown";
}

/** Whether a type that is not a union has finitely many values; undefined for one that says nothing of them. */
export function isFiniteMember(type: ts.Type, checker: ts.TypeChecker): boolean | undefined {
  const name = intrinsicName(type);
  if (name !== undefined && FINITE_PRIMITIVES.has(name)) return true;
  if (type.isIntersection()) return type.types.some((member) => isFiniteMember(member, checker) === true);
  if (isSingleValue(type, checker)) return true;
  return kindOf(type, checker) === "unknown" ? undefined : false;
}

/** Literals, unique symbols and enums with computed members (the others are unions of literals). */
function isSingleValue(type: ts.Type, checker: ts.TypeChecker): boolean {
  const open: OpenType = type;
  if (type.isLiteral() || open.value !== undefined || typeof open.escapedName === "string") return true;
  const symbol = type.getSymbol();
  if (symbol === undefined) return false;
  if ((symbol.flags & SYMBOL_FLAGS.EnumMember) !== 0) return true;
  // The object that an enum is at run time has the enum's symbol too, but not its declared type.
  return (symbol.flags & SYMBOL_FLAGS.Enum) !== 0 && checker.getDeclaredTypeOfSymbol(symbol) === type;
}

/** Asked through a function of its own: the compiler's predicate would rule out everything else, as all types have its shape. */
export function isTypeParameter(type: ts.Type): boolean {
  return type.isTypeParameter();
}

function isTemplate(type: OpenType): boolean {
  return Array.isArray(type.texts);
}

function intrinsicName(type: OpenType): string | undefined {
  return type.intrinsicName;
}

/** The class or interface that a type is an instance of, without its type arguments; undefined for the class itself and for anonymous types. */
export function findNominalType(type: OpenType): ts.InterfaceType | undefined {
  const target = type.target ?? type;
  return target.isClassOrInterface() ? target : undefined;
}

/** What a value of a type prints as. */
import type ts from "typescript";

import { findAncestry } from "./ancestry.ts";
import { findClockRead } from "./clock-reads.ts";
import { moduleOf } from "./declaration-origin.ts";
import { findProperty } from "./properties.ts";
import type { Shape } from "./syntax-shape.ts";
import { collectMembers, isTypeParameter, kindOf } from "./type-members.ts";
import type { TextAnswer } from "./type-questions.ts";
import type { TypedProgram } from "./typed-program.ts";

/** Types of the language that have a text of their own at run time, although its declarations do not say so. */
const UNDECLARED_TEXTS = new Set(["Error", "RegExp", "Boolean"]);

const MAXIMUM_DEPTH = 4;
const OWN: TextAnswer = { kind: "own" };
const DEFAULT: TextAnswer = { kind: "default" };

interface TextSearch {
  readonly typed: TypedProgram;
  /** The functions that were looked into on the way here: a context prints its parent, which is a context. */
  readonly seen: Set<ts.Node>;
  readonly depth: number;
}

/** Answers what all values of the type print as; undefined where they differ or nothing is known. */
export function findText(type: ts.Type, typed: TypedProgram): TextAnswer | undefined {
  return findTextOf(type, { typed, seen: new Set(), depth: 0 });
}

function findTextOf(type: ts.Type, search: TextSearch): TextAnswer | undefined {
  if (search.depth > MAXIMUM_DEPTH) return undefined;
  const members = collectMembers(type, search.typed.checker);
  // Nothing is left of null and undefined themselves, which print their names.
  if (members.length === 0) return { kind: "primitive" };
  const answer = join(members.map((member) => findMemberText(member, search)));
  // A type parameter is there to be filled in with something that has more members than its constraint.
  return answer === DEFAULT && isFree(type) ? undefined : answer;
}

function isFree(type: ts.Type): boolean {
  return isTypeParameter(type) && (type as ts.TypeParameter & { readonly isThisType?: boolean }).isThisType !== true;
}

/** One answer for several members: what they agree on. Own texts may be mixed with primitives, and one that changes is enough. */
function join(answers: readonly (TextAnswer | undefined)[]): TextAnswer | undefined {
  const [first] = answers;
  if (answers.every((answer) => answer?.kind === first?.kind)) return first;
  if (!answers.every((answer) => answer?.kind === "primitive" || answer?.kind === "own" || answer?.kind === "changing")) return undefined;
  return answers.find((answer) => answer?.kind === "changing") ?? OWN;
}

function findMemberText(type: ts.Type, search: TextSearch): TextAnswer | undefined {
  const { checker } = search.typed;
  const kind = kindOf(type, checker);
  if (kind !== "object") return kind === "primitive" ? { kind } : undefined;
  if (checker.isArrayType(type) || checker.isTupleType(type)) return findListText(type as ts.TypeReference, search);
  const conversion = findProperty(type, "[toPrimitive]", checker) ?? findProperty(type, "toString", checker);
  return conversion === undefined ? undefined : findConversionText(type, conversion.declarations ?? [], search);
}

/** A list prints its elements. */
function findListText(type: ts.TypeReference, search: TextSearch): TextAnswer | undefined {
  const elements = search.typed.checker.getTypeArguments(type);
  if (elements.length === 0) return OWN;
  const answer = join(elements.map((element) => findTextOf(element, deeper(search))));
  return answer?.kind === "primitive" ? OWN : answer;
}

function findConversionText(type: ts.Type, declarations: readonly ts.Declaration[], search: TextSearch): TextAnswer | undefined {
  const { typed, seen } = search;
  switch (libraryOwner(declarations[0], typed.program)) {
    case "Object":
      return findInheritedText(type, typed);
    case "Function":
      return { kind: "function" };
    case "Array":
    case "ReadonlyArray":
      return undefined;
    default: {
      const changingText = (printed: ts.Type) => changeIn(findTextOf(printed, deeper(search)));
      const because = findClockRead(declarations, { typed, seen, changingText });
      return because === undefined ? OWN : { kind: "changing", because };
    }
  }
}

function deeper(search: TextSearch): TextSearch {
  return { ...search, depth: search.depth + 1 };
}

function changeIn(answer: TextAnswer | undefined): string | undefined {
  return answer?.kind === "changing" ? answer.because : undefined;
}

/** The text of what inherits `Object.prototype.toString`, as far as the declarations say. */
function findInheritedText(type: ts.Type, typed: TypedProgram): TextAnswer | undefined {
  const library = findAncestry(type, typed)?.filter(({ module }) => module === "lib").map(({ name }) => name) ?? [];
  if (library.includes("Object")) return undefined;
  if (library.some((name) => UNDECLARED_TEXTS.has(name))) return OWN;
  return isOpen(type, typed.checker) ? undefined : DEFAULT;
}

/** `{}`, `object` and empty interfaces: almost anything is one of these. */
function isOpen(type: ts.Type, checker: ts.TypeChecker): boolean {
  return !type.isClass() && checker.getPropertiesOfType(type).length === 0 && checker.getIndexInfosOfType(type).length === 0;
}

/** The interface of the language's library that declares a member. */
function libraryOwner(declaration: ts.Declaration | undefined, program: ts.Program): string | undefined {
  if (declaration === undefined || moduleOf(declaration, program) !== "lib") return undefined;
  return (declaration as Shape).parent.name?.text;
}

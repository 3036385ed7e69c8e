import { builtInline, parameterObjects, parameterTypes } from "../../catalogue/words/parameter-objects.ts";
import type { MemoizedParameter } from "../../candidates/memoized-key.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { madeForCall } from "../../subjects/key/new-object.ts";
import { callsOf } from "../../subjects/key/parameter-names.ts";
import { annotationOf } from "../../syntax/annotations.ts";
import { isFunction } from "../../syntax/tree.ts";
import type { Answer, Evidence } from "../evidence.ts";

type Level = "built-in-call" | "shape" | "type-name" | "name";

export const parameterObject: Evidence<MemoizedParameter, Level> = {
  id: "real/parameter-object",
  asks: "Is the parameter an object that callers build for each call?",
  levels: {
    "built-in-call": ["a call of the file builds the object in place", "leak"],
    "shape": ["the parameter exists to pass several values at once", "leak"],
    "type-name": ["by its name and its type the parameter passes several values at once", "leak"],
    "name": ["by its name the parameter passes several values at once", "open"],
  },
  ask: (file, candidate) => (candidate.isCatalogued ? askByUse(file, candidate) : askByName(file, candidate)),
};

function askByUse(file: FileFacts, { method, parameter }: MemoizedParameter): Answer<Level> {
  const calls = isFunction(method.value) ? callsOf(file, method.value) : [];
  const inline = calls.find((call) => call.arguments[0] !== undefined && madeForCall(file, call.arguments[0]) !== undefined);
  if (inline !== undefined) return { level: "built-in-call", basis: "shown", at: inline };
  const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  const type = annotationOf(target);
  if (target.type === "ObjectPattern" || (target.type === "Identifier" && type?.type === "TSTypeLiteral")) return { level: "shape", basis: "typed", at: parameter };
  const isNamed = target.type === "Identifier" && type?.type === "TSTypeReference" && parameterObjects.test(target.name) && type.typeName.type === "Identifier" && parameterTypes.test(type.typeName.name);
  return { level: isNamed ? "type-name" : "unknown", basis: "named" };
}

function askByName(file: FileFacts, { parameter }: MemoizedParameter): Answer<Level> {
  if (parameter.type !== "Identifier" || !builtInline.test(parameter.name)) return { level: "unknown", basis: "named" };
  const isObject = file.types.isPrimitive(parameter) === false || parameter.typeAnnotation?.typeAnnotation.type === "TSTypeReference";
  return { level: isObject ? "name" : "unknown", basis: "named" };
}

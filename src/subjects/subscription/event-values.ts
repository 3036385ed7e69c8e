/** Events that are plain values: a variable whose function takes a listener and gives its end, `onDidBook: Event<Appointment>`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { disposableEventNames, eventTypes } from "../../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { importedTypesOf, type ImportedType } from "../../facts/type-annotations.ts";
import { annotationOf, returnTypeOf } from "../../syntax/annotations.ts";
import type { CleanupAnswer } from "../../types/type-questions.ts";
import { unwrap, type CallNode } from "../../syntax/tree.ts";

const MAXIMUM_DEPTH = 5;

/** Whether the call is one of an event that somebody gave: a parameter, or a member that has got a name of its own. */
export function callsEventValue(file: FileFacts, call: CallNode): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== "Identifier" || call.arguments.length !== 1 || !isGivenValue(file, callee)) return false;
  return file.types.available || disposableEventNames.test(callee.name) || declaredEndOf(file, call) !== undefined;
}

function isGivenValue(file: FileFacts, callee: TSESTree.Identifier): boolean {
  const place = file.places.placeOf(callee);
  return place?.root.kind === "instance" || (place?.root.kind === "variable" && (place.path.length > 0 || place.root.variable.defs[0]?.type === "Parameter"));
}

/** How what the call gives is ended, as the file declares the type of the function: by a method, or by calling it. */
export function declaredEndOf(file: FileFacts, call: CallNode): CleanupAnswer | undefined {
  const place = file.places.placeOf(unwrap(call.callee));
  const declared = place === undefined ? undefined : file.stores.annotationOf(place);
  if (declared !== undefined && importedTypesOf(file, declared).some(isDisposableEvent)) return "dispose";
  const type = declared === undefined ? undefined : aliasedType(file, declared);
  if (type?.type !== "TSFunctionType" || !takesFunction(file, type)) return undefined;
  const result = returnTypeOf(type);
  return result === undefined ? undefined : endOfType(file, result);
}

function isDisposableEvent({ name, module }: ImportedType): boolean {
  return eventTypes.get(name)?.includes(module) === true;
}

/** The first thing that it takes is a function. */
function takesFunction(file: FileFacts, { params: [first] }: TSESTree.TSFunctionType): boolean {
  const type = first === undefined ? undefined : annotationOf(first);
  return type !== undefined && aliasedType(file, type)?.type === "TSFunctionType";
}

function endOfType(file: FileFacts, type: TSESTree.TypeNode): CleanupAnswer | undefined {
  const result = aliasedType(file, type);
  if (result?.type === "TSFunctionType") return result.params.length === 0 && returnTypeOf(result)?.type === "TSVoidKeyword" ? "call" : undefined;
  const members = result?.type === "TSTypeLiteral" ? result.members : result?.type === "TSInterfaceBody" ? result.body : [];
  const names = new Set(members.map((member) => ((member.type === "TSMethodSignature" || member.type === "TSPropertySignature") && member.key.type === "Identifier" && !member.computed ? member.key.name : undefined)));
  return names.has("dispose") ? "dispose" : names.has("unsubscribe") ? "unsubscribe" : undefined;
}

/** What a type is through the aliases and interfaces of the file. */
function aliasedType(file: FileFacts, type: TSESTree.TypeNode, depth = 0): TSESTree.TypeNode | TSESTree.TSInterfaceBody | undefined {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier" || depth > MAXIMUM_DEPTH) return type;
  const declaration = file.variables.variableOf(type.typeName)?.defs[0]?.node;
  if (declaration?.type === "TSInterfaceDeclaration") return declaration.body;
  return declaration?.type === "TSTypeAliasDeclaration" ? aliasedType(file, declaration.typeAnnotation, depth + 1) : undefined;
}

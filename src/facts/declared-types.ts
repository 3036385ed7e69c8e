/** What the annotations of a file say of the type of an expression, and which methods that type offers: read from the syntax alone. */
import type { TSESTree } from "@typescript-eslint/utils";

import { importedDisposables } from "../catalogue/words/disposables.ts";
import { returnTypeOf } from "../syntax/annotations.ts";
import { memberName, unwrap } from "../syntax/tree.ts";
import { membersOfType, type TypeMember } from "./declared-members.ts";
import type { FileFacts } from "./file-facts.ts";
import { declarationsOf, importedTypesOf, resolveType } from "./type-annotations.ts";

/** How many types, members and calls are looked through on the way to an annotation. */
const MAXIMUM_HOPS = 6;

/** What a declared type offers: its methods, other members, and whether it can be called itself. */
export interface DeclaredShape {
  readonly methods: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  /** Calls of it, where it is a function: how many parameters, and whether it gives nothing back. */
  readonly call: { readonly parameters: number; readonly isVoid: boolean } | undefined;
}

/** The type that the file declares an expression to be of; undefined where no annotation tells. */
export function declaredTypeOf(file: FileFacts, expression: TSESTree.Node, hops = 0): TSESTree.TypeNode | undefined {
  if (hops > MAXIMUM_HOPS) return undefined;
  const node = unwrap(expression);
  switch (node.type) {
    case "AwaitExpression": {
      const type = declaredTypeOf(file, node.argument, hops + 1);
      return type === undefined ? undefined : awaited(file, type);
    }
    case "CallExpression":
      return typeOfCall(file, node, hops);
    case "Identifier":
    case "MemberExpression": {
      const place = file.places.placeOf(node);
      const own = place === undefined ? undefined : file.stores.annotationOf(place);
      if (own !== undefined || node.type !== "MemberExpression") return own;
      const name = memberName(node);
      const object = name === undefined ? undefined : declaredTypeOf(file, node.object, hops + 1);
      return object === undefined || name === undefined ? undefined : memberOf(file, object, name)?.type;
    }
    default:
      return undefined;
  }
}

/** The element of a declared tuple, or the member of a declared object. */
export function declaredPartOf(file: FileFacts, type: TSESTree.TypeNode, part: number | string): TSESTree.TypeNode | undefined {
  const whole = resolveType(file, type);
  if (typeof part === "string") return whole === undefined ? undefined : memberOf(file, whole, part)?.type;
  const element = whole?.type === "TSTupleType" ? whole.elementTypes[part] : undefined;
  return element?.type === "TSNamedTupleMember" ? element.elementType : element;
}

/** The label of a tuple's element, `unlock` of `[unlock: () => void, ok: boolean]`. */
export function labelOfElement(file: FileFacts, type: TSESTree.TypeNode, index: number): string | undefined {
  const whole = resolveType(file, type);
  const element = whole?.type === "TSTupleType" ? whole.elementTypes[index] : undefined;
  return element?.type === "TSNamedTupleMember" ? element.label.name : undefined;
}

/** What a declared type offers; undefined where the file does not show it. */
export function shapeOfType(file: FileFacts, type: TSESTree.TypeNode): DeclaredShape | undefined {
  const found = resolveType(file, type);
  if (found === undefined) return undefined;
  if (found.type === "TSFunctionType") return { methods: new Set(), others: new Set(), call: { parameters: found.params.length, isVoid: returnTypeOf(found)?.type === "TSVoidKeyword" } };
  const builtIn = builtInMethods(file, found);
  const members = membersOfType(file, found)?.members ?? [];
  if (members.length === 0 && builtIn.length === 0) return undefined;
  const namesOf = (isMethod: boolean): string[] => members.filter((member) => member.isMethod === isMethod).map(({ name }) => name);
  return { methods: new Set([...builtIn, ...namesOf(true)]), others: new Set(namesOf(false)), call: undefined };
}

function memberOf(file: FileFacts, type: TSESTree.TypeNode, name: string): TypeMember | undefined {
  return membersOfType(file, type)?.members.find((member) => member.name === name);
}

/** The language's own disposable types, by name or as what an interface extends. */
function builtInMethods(file: FileFacts, type: TSESTree.TypeNode): readonly string[] {
  if (type.type !== "TSTypeReference") return [];
  // `vscode.Disposable`
  if (type.typeName.type === "TSQualifiedName") return importedTypesOf(file, type).flatMap(({ name, module }) => endOfImported(name, module) ?? []);
  const declaration = declarationsOf(file, type.typeName).find(({ type: form }) => form === "TSInterfaceDeclaration") as TSESTree.TSInterfaceDeclaration | undefined;
  const names = declaration?.extends.map(({ expression }) => expression) ?? [type.typeName];
  return names.flatMap((name) => {
    if (name.type !== "Identifier") return [];
    // What another file exports under this name has the one method that the name says.
    const isImported = file.variables.variableOf(name)?.defs[0]?.type === "ImportBinding";
    const end = isImported ? endOfImported(name.name, file.imports.importedValueOf(name)?.module ?? "") : undefined;
    if (end !== undefined) return [end];
    if (!file.variables.isGlobal(name)) return [];
    return name.name === "Disposable" ? ["[dispose]"] : name.name === "AsyncDisposable" ? ["[asyncDispose]"] : [];
  });
}

/** The method that ends what a library's type of this name stands for. */
function endOfImported(name: string, module: string): string | undefined {
  const known = importedDisposables.get(name);
  return known === undefined || (known.modules !== undefined && !known.modules.includes(module)) ? undefined : known.end;
}

function typeOfCall(file: FileFacts, call: TSESTree.CallExpression, hops: number): TSESTree.TypeNode | undefined {
  const own = file.functions.calledFunction(call);
  if (own !== undefined) return returnTypeOf(own);
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return returnOf(file, declaredTypeOf(file, callee, hops + 1));
  const name = memberName(callee);
  const object = name === undefined ? undefined : declaredTypeOf(file, callee.object, hops + 1);
  const member = object === undefined || name === undefined ? undefined : memberOf(file, object, name);
  return member?.isMethod === true ? member.returns : returnOf(file, member?.type);
}

function returnOf(file: FileFacts, type: TSESTree.TypeNode | undefined): TSESTree.TypeNode | undefined {
  const found = type === undefined ? undefined : resolveType(file, type);
  return found?.type === "TSFunctionType" ? returnTypeOf(found) : undefined;
}

/** `T` of `Promise<T>`; a type that is no promise is what it is. */
function awaited(file: FileFacts, type: TSESTree.TypeNode): TSESTree.TypeNode | undefined {
  const found = resolveType(file, type);
  const isPromise = found?.type === "TSTypeReference" && found.typeName.type === "Identifier" && (found.typeName.name === "Promise" || found.typeName.name === "PromiseLike") && file.variables.isGlobal(found.typeName);
  return isPromise ? found.typeArguments?.params[0] : found;
}

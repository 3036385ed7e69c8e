/** What the annotations of a file say of the type of an expression, and which methods that type offers: read from the syntax alone. */
import type { TSESTree } from "@typescript-eslint/utils";

import { annotationOf, returnTypeOf } from "../syntax/annotations.ts";
import { isClass, isFunction, memberName, unwrap } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";

/** How many types, members and calls are looked through on the way to an annotation. */
const MAXIMUM_HOPS = 6;

/** What a declared type offers: its methods, other members, and whether it can be called itself. */
export interface DeclaredShape {
  readonly methods: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  /** Calls of it, where it is a function: how many parameters, and whether it gives nothing back. */
  readonly call: { readonly parameters: number; readonly isVoid: boolean } | undefined;
}

type Signature = TSESTree.TSMethodSignature | TSESTree.TSPropertySignature;
type Member = Signature | TSESTree.ClassElement;

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
      return object === undefined || name === undefined ? undefined : typeOfMember(membersOf(file, object, hops + 1).find((member) => nameOf(member) === name));
    }
    default:
      return undefined;
  }
}

/** The element of a declared tuple, or the member of a declared object. */
export function declaredPartOf(file: FileFacts, type: TSESTree.TypeNode, part: number | string): TSESTree.TypeNode | undefined {
  const whole = resolveType(file, type);
  if (typeof part === "string") return whole === undefined ? undefined : typeOfMember(membersOf(file, whole).find((member) => nameOf(member) === part));
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
  const members = membersOf(file, found);
  if (members.length === 0 && builtIn.length === 0) return undefined;
  const methods = new Set(builtIn);
  const others = new Set<string>();
  for (const member of members) {
    const name = nameOf(member);
    if (name !== undefined && name !== "constructor") (isMethod(member) ? methods : others).add(name);
  }
  return { methods, others, call: undefined };
}

/** Looks through null and undefined, and the aliases of the file. */
function resolveType(file: FileFacts, type: TSESTree.TypeNode, hops = 0): TSESTree.TypeNode | undefined {
  if (hops > MAXIMUM_HOPS) return undefined;
  if (type.type === "TSUnionType") {
    const present = type.types.filter((one) => one.type !== "TSUndefinedKeyword" && one.type !== "TSNullKeyword" && one.type !== "TSVoidKeyword");
    const [only] = present;
    return present.length === 1 && only !== undefined ? resolveType(file, only, hops + 1) : undefined;
  }
  const declaration = declarationOf(file, type);
  return declaration?.type === "TSTypeAliasDeclaration" ? resolveType(file, declaration.typeAnnotation, hops + 1) : type;
}

function declarationOf(file: FileFacts, type: TSESTree.TypeNode): TSESTree.Node | undefined {
  return type.type === "TSTypeReference" && type.typeName.type === "Identifier" ? file.variables.variableOf(type.typeName)?.defs[0]?.node : undefined;
}

/** The members that a type of the file declares, those of what it extends included. */
function membersOf(file: FileFacts, type: TSESTree.TypeNode, hops = 0): readonly Member[] {
  const found = hops > MAXIMUM_HOPS ? undefined : resolveType(file, type);
  if (found?.type === "TSTypeLiteral") return found.members.filter(isSignature);
  if (found?.type === "TSIntersectionType") return found.types.flatMap((one) => membersOf(file, one, hops + 1));
  const declaration = found === undefined ? undefined : declarationOf(file, found);
  if (isClass(declaration)) return declaration.body.body.filter((member) => !("static" in member && member.static));
  if (declaration?.type !== "TSInterfaceDeclaration") return [];
  const inherited = declaration.extends.flatMap(({ expression }) => {
    const base = expression.type === "Identifier" ? file.variables.variableOf(expression)?.defs[0]?.node : undefined;
    return base?.type === "TSInterfaceDeclaration" && base !== declaration ? base.body.body.filter(isSignature) : [];
  });
  return [...declaration.body.body.filter(isSignature), ...inherited];
}

function isSignature(member: TSESTree.TypeElement): member is Signature {
  return member.type === "TSMethodSignature" || member.type === "TSPropertySignature";
}

/** The language's own disposable types, by name or as what an interface extends. */
function builtInMethods(file: FileFacts, type: TSESTree.TypeNode): readonly string[] {
  const declaration = declarationOf(file, type);
  const names = declaration?.type === "TSInterfaceDeclaration" ? declaration.extends.map(({ expression }) => expression) : type.type === "TSTypeReference" ? [type.typeName] : [];
  return names.flatMap((name) => {
    if (name.type !== "Identifier" || !file.variables.isGlobal(name)) return [];
    return name.name === "Disposable" ? ["[dispose]"] : name.name === "AsyncDisposable" ? ["[asyncDispose]"] : [];
  });
}

function typeOfCall(file: FileFacts, call: TSESTree.CallExpression, hops: number): TSESTree.TypeNode | undefined {
  const own = file.functions.calledFunction(call);
  if (own !== undefined) return returnTypeOf(own);
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return returnOf(file, declaredTypeOf(file, callee, hops + 1));
  const name = memberName(callee);
  const object = name === undefined ? undefined : declaredTypeOf(file, callee.object, hops + 1);
  const member = object === undefined ? undefined : membersOf(file, object, hops + 1).find((one) => nameOf(one) === name);
  if (member?.type === "TSMethodSignature") return returnTypeOf(member);
  if (member?.type === "MethodDefinition" || member?.type === "TSAbstractMethodDefinition") return returnTypeOf(member.value);
  return returnOf(file, typeOfMember(member));
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

function nameOf(member: Member): string | undefined {
  return "key" in member ? memberName(member as TSESTree.PropertyDefinition) : undefined;
}

function typeOfMember(member: Member | undefined): TSESTree.TypeNode | undefined {
  return member === undefined || member.type === "TSMethodSignature" ? undefined : annotationOf(member);
}

function isMethod(member: Member): boolean {
  if (member.type === "TSMethodSignature" || member.type === "TSAbstractMethodDefinition") return true;
  if (member.type === "MethodDefinition") return member.kind === "method";
  if (member.type === "PropertyDefinition" && isFunction(member.value)) return true;
  return annotationOf(member)?.type === "TSFunctionType";
}

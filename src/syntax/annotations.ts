/**
 * What TypeScript's syntax adds to JavaScript's nodes. Where the source has none, typescript-eslint leaves the field
 * undefined and oxlint sets it to null: ask here, so that both read the same.
 */
import type { TSESTree } from "@typescript-eslint/utils";

interface Annotated {
  readonly typeAnnotation?: TSESTree.TSTypeAnnotation | null | undefined;
}

/** The type that a variable, parameter, field or signature is annotated with. */
export function annotationOf(node: Annotated | TSESTree.Node): TSESTree.TypeNode | undefined {
  const annotation = "typeAnnotation" in node ? node.typeAnnotation : undefined;
  return annotation?.type === "TSTypeAnnotation" ? annotation.typeAnnotation : undefined;
}

/** The word before a member: `public`, `protected` or `private`. */
export function accessibilityOf(member: TSESTree.Node): "public" | "protected" | "private" | undefined {
  const accessibility: TSESTree.Accessibility | null | undefined = "accessibility" in member ? member.accessibility : undefined;
  return accessibility ?? undefined;
}

interface Returning {
  readonly returnType?: TSESTree.TSTypeAnnotation | null | undefined;
}

/** The type that a function is said to return. */
export function returnTypeOf({ returnType }: Returning): TSESTree.TypeNode | undefined {
  return returnType?.typeAnnotation;
}

/** Whether a function says the type of what it returns. */
export function hasReturnType(node: Returning): boolean {
  return node.returnType != null;
}

/** Whether a call, a `new` or a type names its type arguments. */
export function hasTypeArguments(node: { readonly typeArguments?: TSESTree.TSTypeParameterInstantiation | null | undefined }): boolean {
  return node.typeArguments != null;
}

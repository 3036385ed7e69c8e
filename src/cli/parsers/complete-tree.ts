/** Adds to a tree of oxc-parser what ESLint asks of one, and lets absent parts be absent as typescript-estree has them. */
import { buildPlaceFinder } from "../line-index.ts";
import type { OxcComment } from "../peers.ts";

/** A node as oxc gives it. */
interface OxcNode {
  readonly type: string;
  range: readonly [number, number];
  [key: string]: unknown;
}

export type OxcProgram = OxcNode;

export interface TreeParts {
  readonly code: string;
  readonly comments: readonly OxcComment[];
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The parts that typescript-estree leaves undefined where there are none; oxc says null. */
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  AccessorProperty: ["accessibility", "typeAnnotation"],
  ArrayPattern: ["typeAnnotation"],
  ArrowFunctionExpression: ["returnType", "typeParameters"],
  AssignmentPattern: ["typeAnnotation"],
  CallExpression: ["typeArguments"],
  ClassDeclaration: ["superTypeArguments", "typeParameters"],
  ClassExpression: ["superTypeArguments", "typeParameters"],
  ExpressionStatement: ["directive"],
  FunctionDeclaration: ["returnType", "typeParameters"],
  FunctionExpression: ["returnType", "typeParameters"],
  Identifier: ["typeAnnotation"],
  JSXOpeningElement: ["typeArguments"],
  MethodDefinition: ["accessibility"],
  NewExpression: ["typeArguments"],
  ObjectPattern: ["typeAnnotation"],
  PropertyDefinition: ["accessibility", "typeAnnotation"],
  RestElement: ["typeAnnotation", "value"],
  TSAbstractAccessorProperty: ["accessibility"],
  TSAbstractMethodDefinition: ["accessibility"],
  TSAbstractPropertyDefinition: ["accessibility", "typeAnnotation"],
  TSCallSignatureDeclaration: ["returnType", "typeParameters"],
  TSClassImplements: ["typeArguments"],
  TSConstructSignatureDeclaration: ["returnType", "typeParameters"],
  TSConstructorType: ["typeParameters"],
  TSDeclareFunction: ["body", "returnType", "typeParameters"],
  TSEmptyBodyFunctionExpression: ["returnType", "typeParameters"],
  TSEnumMember: ["initializer"],
  TSFunctionType: ["typeParameters"],
  TSImportType: ["typeArguments"],
  TSIndexSignature: ["accessibility", "typeAnnotation"],
  TSInterfaceDeclaration: ["typeParameters"],
  TSInterfaceHeritage: ["typeArguments"],
  TSMappedType: ["readonly"],
  TSMethodSignature: ["accessibility", "returnType", "typeParameters"],
  TSParameterProperty: ["accessibility"],
  TSPropertySignature: ["accessibility", "typeAnnotation"],
  TSTypeAliasDeclaration: ["typeParameters"],
  TSTypeParameter: ["constraint", "default"],
  TSTypeQuery: ["typeArguments"],
  TSTypeReference: ["typeArguments"],
  TaggedTemplateExpression: ["typeArguments"],
};

/**
 * Gives each node its `loc`, and the program its comments; parents ESLint sets as it goes over the tree. There are no tokens: no rule of ours asks for any, and to make
 * them costs more than to read the code. Answers the same program.
 */
export function completeTree(program: OxcProgram, { code, comments, visitorKeys }: TreeParts): OxcProgram {
  const placeAt = buildPlaceFinder(code);
  const locate = (from: number, to: number): object => ({ start: placeAt(from), end: placeAt(to) });
  // Versions disagree on whether a comment at the top belongs to it.
  program.range = [0, code.length];
  const pending: OxcNode[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    node.loc = locate(node.range[0], node.range[1]);
    for (const key of ABSENT[node.type] ?? []) node[key] ??= undefined;
    for (const key of visitorKeys[node.type] ?? []) addChildren(pending, node[key]);
  }
  program.hashbang = undefined;
  program.comments = comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end], loc: locate(start, end) }));
  program.tokens = [];
  return program;
}

function addChildren(pending: OxcNode[], child: unknown): void {
  const children: readonly unknown[] = Array.isArray(child) ? child : [child];
  for (const one of children) if (typeof one === "object" && one !== null) pending.push(one as OxcNode);
}

/** Values that stand for a request in flight: they are new each time, change while they live, and print neither fully nor the same. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { InputForm, KeyForm } from "../subjects/key/key-form.ts";

const ANY_MODULE = "*";

/** The declared names of requests, contexts and the like, and their modules. `*`: the name says it whatever the module. */
export const CONTEXT_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ["Request", ["lib", "undici", "undici-types", "express", "express-serve-static-core", "@types/express", "@types/express-serve-static-core", "koa", "@types/koa"]],
  ["Response", ["lib", "undici", "undici-types", "express", "express-serve-static-core", "@types/express", "@types/express-serve-static-core", "koa", "@types/koa"]],
  ["AbortSignal", [ANY_MODULE]], ["EventTarget", ["lib"]], ["Event", ["lib"]], ["Node", ["lib"]],
  ["IncomingMessage", [ANY_MODULE]], ["ServerResponse", [ANY_MODULE]], ["Socket", [ANY_MODULE]], ["EventEmitter", [ANY_MODULE]], ["Stream", [ANY_MODULE]],
  ["FastifyRequest", ["fastify"]], ["FastifyReply", ["fastify"]], ["ParameterizedContext", ["koa", "@types/koa"]], ["Context", ["koa", "@types/koa"]],
  ["ExecutionContext", [ANY_MODULE]], ["ArgumentsHost", ["@nestjs/common"]],
  ["ServerUnaryCall", [ANY_MODULE]], ["ServerWritableStream", [ANY_MODULE]], ["ServerReadableStream", ["@grpc/grpc-js"]], ["ServerDuplexStream", ["@grpc/grpc-js"]], ["Metadata", ["@grpc/grpc-js"]],
  ["ReactElement", ["react"]], ["ReactPortal", ["react"]], ["VNode", ["vue", "@vue/runtime-core", "preact"]], ["Error", ["lib"]], ["Promise", ["lib"]],
]);

const NAMES = /^(?:ctx|context|req|request|res|response|reply|socket|signal|abortSignal|evt)$/;

export interface ContextEvidence {
  /** What it is, in words for a message. */
  readonly what: string;
  readonly confidence: Confidence;
}

/** Answers whether a value is context-like: by its declared type, or, less surely, by its name. */
export function findContextEvidence(file: FileFacts, form: KeyForm): ContextEvidence | undefined {
  const ancestry = file.types.ancestryOf(form.node);
  const declared = ancestry?.find(({ name, module }) => module !== undefined && isListed(name, module));
  if (declared !== undefined) {
    const [own] = ancestry ?? [];
    return { what: own === undefined || own.name === declared.name ? withArticle(declared.name) : `${withArticle(own.name)}, which is ${withArticle(declared.name)}`, confidence: "certain" };
  }
  if (form.kind !== "input" || ancestry !== undefined || !isNamedSo(form) || file.types.isPrimitive(form.node) === true || isAnnotatedPrimitive(file, form.node)) return undefined;
  return { what: "by its name a request's context", confidence: "likely" };
}

function withArticle(name: string): string {
  return `${/^[AEIO]/.test(name) ? "an" : "a"} \`${name}\``;
}

function isListed(name: string, module: string): boolean {
  const modules = CONTEXT_TYPES.get(name);
  return modules !== undefined && (modules.includes(ANY_MODULE) || modules.includes(module.replace(/^node:/, "")));
}

/** A name alone is not enough, for a `context` or `request` may be a path: the file must also read members of it that no string has. */
function isNamedSo({ name, origin, variable }: InputForm): boolean {
  if (!NAMES.test(name) || origin === "kept" || origin === "version" || variable === undefined) return false;
  return variable.references.some(({ identifier }) => {
    const { parent } = identifier;
    if (parent?.type !== "MemberExpression" || parent.object !== identifier || parent.computed) return false;
    return parent.property.type === "Identifier" && !(parent.property.name in String.prototype);
  });
}

/** Whether the place is annotated with a type that prints itself. */
export function isAnnotatedPrimitive(file: FileFacts, node: TSESTree.Node): boolean {
  const place = file.places.placeOf(node);
  const annotation = place === undefined ? undefined : file.stores.annotationOf(place);
  return annotation !== undefined && /^TS(?:String|Number|Boolean|BigInt|Symbol)Keyword$|^TSLiteralType$|^TSTemplateLiteralType$/.test(annotation.type);
}

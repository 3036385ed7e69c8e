/** What stands for a request in flight, or for one event: new each time, changing while it lives, and printed neither fully nor the same. */

/** The name says it whatever the module. */
export const anyModule = "*";

/** The declared names of requests, contexts and the like, and their modules. */
export const contextTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["Request", ["lib", "undici", "undici-types", "express", "express-serve-static-core", "@types/express", "@types/express-serve-static-core", "koa", "@types/koa"]],
  ["Response", ["lib", "undici", "undici-types", "express", "express-serve-static-core", "@types/express", "@types/express-serve-static-core", "koa", "@types/koa"]],
  ["AbortSignal", [anyModule]], ["EventTarget", ["lib"]], ["Event", ["lib"]], ["Node", ["lib"]],
  ["IncomingMessage", [anyModule]], ["ServerResponse", [anyModule]], ["Socket", [anyModule]], ["EventEmitter", [anyModule]], ["Stream", [anyModule]],
  ["FastifyRequest", ["fastify"]], ["FastifyReply", ["fastify"]], ["ParameterizedContext", ["koa", "@types/koa"]], ["Context", ["koa", "@types/koa", "hono", "elysia"]],
  ["RouterContext", ["koa-router", "@koa/router", "@types/koa__router"]], ["HonoRequest", ["hono"]], ["H3Event", ["h3"]],
  ["NextApiRequest", ["next"]], ["NextApiResponse", ["next"]], ["NextRequest", ["next/server"]],
  ["ExecutionContext", [anyModule]], ["ArgumentsHost", ["@nestjs/common"]],
  ["ServerUnaryCall", [anyModule]], ["ServerWritableStream", [anyModule]], ["ServerReadableStream", ["@grpc/grpc-js"]], ["ServerDuplexStream", ["@grpc/grpc-js"]], ["Metadata", ["@grpc/grpc-js"]],
  ["ReactElement", ["react"]], ["ReactPortal", ["react"]], ["VNode", ["vue", "@vue/runtime-core", "preact"]], ["Error", ["lib"]], ["Promise", ["lib"]],
]);

/** Those of them that serve one request: what they have besides, a signal too, is made for it and goes with it. */
export const requestTypes: ReadonlySet<string> = new Set([
  "Request", "IncomingMessage", "FastifyRequest", "ParameterizedContext", "Context", "RouterContext", "HonoRequest", "H3Event", "NextApiRequest", "NextRequest", "ExecutionContext",
]);

/** Variables that hold such a thing. */
export const contextNames = /^(?:ctx|context|req|request|res|response|reply|socket|signal|abortSignal|evt)$/;

/** Those of them whose text tells one from another. */
export const textualContexts: ReadonlySet<string> = new Set(["Error", "Node"]);

/** What web frameworks and servers give the functions that handle requests: objects of one request, in the order of the parameters. */
import { exported, instanceOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";

export interface HandlerParameters {
  readonly modules: readonly string[];
  /** What the method is called on; undefined where `callee` is called itself. */
  readonly receiver?: ApiOrigin;
  readonly callee?: ApiOrigin;
  readonly methods: readonly string[];
  /** Where the method serves more than requests: the first arguments with which it serves those. */
  readonly events?: readonly string[];
  /** What the parameters are, in words for a message. */
  readonly parameters: readonly string[];
  /** How many parameters a function has that handles errors, and is given one first. */
  readonly withError?: number;
}

const ROUTES = ["get", "post", "put", "patch", "delete", "head", "options", "all", "use"];
const REQUEST_HOOKS = ["onRequest", "preParsing", "preValidation", "preHandler", "preSerialization", "onSend", "onResponse", "onError", "onTimeout", "onRequestAbort"];

const fastify = oneOf(typed("fastify", "FastifyInstance", [resultOf(exported("fastify", "default")), resultOf(exported("fastify", "fastify"))]));
const express = oneOf(
  typed("express", "Express", [resultOf(exported("express", "default"))]),
  typed("express", "Application", []),
  typed("express", "Router", [resultOf(exported("express", "Router")), instanceOf(exported("express", "Router"))]),
);
const koa = oneOf(typed("koa", "default", [instanceOf(exported("koa", "default"))]), ...["@koa/router", "koa-router"].flatMap((module) => [instanceOf(exported(module, "default")), resultOf(exported(module, "default"))]));
const nodeServer = oneOf(...["http", "https", "http2"].flatMap((module) => ["createServer", "createSecureServer"].map((name) => resultOf(exported(module, name)))));

/** The catalogued handlers. */
export const HANDLER_PARAMETERS: readonly HandlerParameters[] = [
  { modules: ["express"], receiver: express, methods: ROUTES, parameters: ["a request of `express`", "a response of `express`"], withError: 4 },
  { modules: ["fastify"], receiver: fastify, methods: ROUTES, parameters: ["a request of `fastify`", "a reply of `fastify`"] },
  { modules: ["fastify"], receiver: fastify, methods: ["addHook"], events: REQUEST_HOOKS, parameters: ["a request of `fastify`", "a reply of `fastify`"] },
  { modules: ["koa", "@koa/router", "koa-router"], receiver: koa, methods: [...ROUTES, "del"], parameters: ["a context of `koa`"] },
  { modules: ["hono"], receiver: typed("hono", "Hono", [instanceOf(exported("hono", "Hono"))]), methods: [...ROUTES, "on"], parameters: ["a context of `hono`"] },
  { modules: ["polka"], receiver: resultOf(exported("polka", "default")), methods: ROUTES, parameters: ["a request of `polka`", "a response of `polka`"] },
  { modules: ["restify"], receiver: resultOf(exported("restify", "createServer")), methods: [...ROUTES, "pre", "del"], parameters: ["a request of `restify`", "a response of `restify`"] },
  { modules: ["connect"], receiver: resultOf(exported("connect", "default")), methods: ["use"], parameters: ["a request of `connect`", "a response of `connect`"], withError: 4 },
  { modules: ["http", "https", "http2"], receiver: nodeServer, methods: ["on", "once", "addListener"], events: ["request"], parameters: ["an `IncomingMessage`", "a `ServerResponse`"] },
  { modules: ["http", "https", "http2"], callee: oneOf(...["http", "https", "http2"].flatMap((module) => ["createServer", "createSecureServer"].map((name) => exported(module, name)))), methods: ["createServer", "createSecureServer"], parameters: ["an `IncomingMessage`", "a `ServerResponse`"] },
  { modules: ["net", "tls"], callee: oneOf(...["net", "tls"].map((module) => exported(module, "createServer"))), methods: ["createServer"], parameters: ["a `Socket`"] },
];

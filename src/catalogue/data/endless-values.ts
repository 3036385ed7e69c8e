/** What the platform gives of which there is no end: calls that never give the same again, and members that whoever is at the other end of a connection chooses. */

/** Calls that give another value each time, by the path of the global or by module and path. */
export const neverAgain: ReadonlySet<string> = new Set([
  "Date.now", "Math.random", "performance.now", "crypto.randomUUID", "process.hrtime", "process.hrtime.bigint", "crypto:randomUUID", "crypto:randomBytes", "perf_hooks:performance.now", "uuid:v1", "uuid:v4", "uuid:v7", "nanoid:nanoid",
]);

interface ChosenByOthers {
  readonly module: string;
  readonly type: string;
  readonly members: ReadonlySet<string>;
}

/** Types of what comes in over a connection, with the members that the sender fills as he likes. */
export const chosenByOthers: readonly ChosenByOthers[] = [
  { module: "http", type: "IncomingMessage", members: new Set(["url"]) },
  { module: "http2", type: "Http2ServerRequest", members: new Set(["url", "path"]) },
  { module: "express", type: "Request", members: new Set(["url", "originalUrl", "path", "ip"]) },
  { module: "fastify", type: "FastifyRequest", members: new Set(["url", "originalUrl", "ip"]) },
  { module: "koa", type: "Context", members: new Set(["url", "originalUrl", "href", "path", "ip", "querystring"]) },
  { module: "lib", type: "Request", members: new Set(["url"]) },
];

/** Clients and caches that hold sockets or timers of their own. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, typed } from "../origin.ts";
import { call, construct, fluentCall, methods, receiver, result } from "../vocabulary.ts";

const ssh = typed("ssh2", "Client", [instanceOf(exported("ssh2", "Client"))]);
const mssqlPool = typed("mssql", "ConnectionPool", [instanceOf(exported("mssql", "ConnectionPool"))]);

export const clients: readonly CataloguedPair[] = [
  {
    id: "undici/dispatcher",
    noun: "a dispatcher",
    acquire: construct(oneOf(...["Agent", "Pool", "BalancedPool", "Client", "ProxyAgent"].map((name) => exported("undici", name)))),
    handle: result,
    releases: methods("close", "destroy"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its sockets open for the next request.",
    docs: "https://undici.nodejs.org/#/docs/api/Dispatcher?id=dispatcherclosecallback-promise",
    leaking: `
import { Agent, request } from "undici";

export async function statusOf(url: string): Promise<number> {
  const dispatcher = new Agent({ keepAliveTimeout: 60_000 });
  const { statusCode } = await request(url, { dispatcher });
  await dispatcher.close();
  return statusCode;
}
`,
    clean: `
import { Agent, request } from "undici";

export async function statusOf(url: string): Promise<number> {
  const dispatcher = new Agent({ keepAliveTimeout: 60_000 });
  try {
    const { statusCode } = await request(url, { dispatcher });
    return statusCode;
  } finally {
    await dispatcher.close();
  }
}
`,
  },
  {
    id: "ssh2/connection",
    noun: "an SSH connection",
    acquire: fluentCall(memberOf(ssh, "connect")),
    handle: receiver,
    releases: methods("end", "destroy"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "It stays open, with its keep-alive timer, until one side ends it.",
    docs: "https://github.com/mscdex/ssh2#client-methods",
    leaking: `
import { Client } from "ssh2";

export function run(host: string, command: string): Promise<void> {
  return new Promise((resolve) => {
    const client = new Client();
    client.on("ready", () => client.exec(command, () => resolve()));
    client.connect({ host });
  });
}
`,
    clean: `
import { Client } from "ssh2";

export function run(host: string, command: string): Promise<void> {
  return new Promise((resolve) => {
    const client = new Client();
    client.on("ready", () =>
      client.exec(command, () => {
        client.end();
        resolve();
      }),
    );
    client.connect({ host });
  });
}
`,
  },
  {
    id: "mssql/pool",
    noun: "a connection pool",
    acquire: call(memberOf(mssqlPool, "connect")),
    handle: receiver,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps connections to the server.",
    docs: "https://github.com/tediousjs/node-mssql#close",
    leaking: `
import { ConnectionPool } from "mssql";

export async function version(server: string): Promise<unknown> {
  const pool = new ConnectionPool({ server });
  await pool.connect();
  const answer = await pool.query("select @@version");
  await pool.close();
  return answer;
}
`,
    clean: `
import { ConnectionPool } from "mssql";

export async function version(server: string): Promise<unknown> {
  const pool = new ConnectionPool({ server });
  await pool.connect();
  try {
    return await pool.query("select @@version");
  } finally {
    await pool.close();
  }
}
`,
  },
  {
    id: "cassandra/client",
    noun: "a Cassandra client",
    acquire: construct(exported("cassandra-driver", "Client")),
    handle: result,
    releases: methods("shutdown"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps connections to every host of the cluster.",
    docs: "https://docs.datastax.com/en/developer/nodejs-driver/latest/api/class.Client/",
    leaking: `
import { Client } from "cassandra-driver";

export async function count(contactPoints: string[]): Promise<unknown> {
  const client = new Client({ contactPoints });
  const answer = await client.execute("select count(*) from users");
  await client.shutdown();
  return answer;
}
`,
    clean: `
import { Client } from "cassandra-driver";

export async function count(contactPoints: string[]): Promise<unknown> {
  const client = new Client({ contactPoints });
  try {
    return await client.execute("select count(*) from users");
  } finally {
    await client.shutdown();
  }
}
`,
  },
  {
    id: "node-cache/cache",
    noun: "a cache",
    acquire: construct(exported("node-cache", "default")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    reason: "Its check for expired entries is a timer that runs until `close`.",
    docs: "https://github.com/node-cache/node-cache#close",
    leaking: `
import NodeCache from "node-cache";

export async function resolveAll(ids: readonly string[], load: (id: string, cache: Map<string, string>) => Promise<void>): Promise<number> {
  const cache = new NodeCache();
  for (const id of ids) await load(id, new Map());
  const { keys } = cache.getStats();
  cache.close();
  return keys;
}
`,
    clean: `
import NodeCache from "node-cache";

export async function resolveAll(ids: readonly string[], load: (id: string, cache: Map<string, string>) => Promise<void>): Promise<number> {
  const cache = new NodeCache();
  try {
    for (const id of ids) await load(id, new Map());
    return cache.getStats().keys;
  } finally {
    cache.close();
  }
}
`,
  },
  {
    id: "graphql-ws/client",
    noun: "a subscription client",
    acquire: call(exported("graphql-ws", "createClient")),
    handle: result,
    releases: methods("dispose", "terminate"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its socket open and connects again by itself.",
    docs: "https://the-guild.dev/graphql/ws/docs/interfaces/client.Client",
    leaking: `
import { createClient } from "graphql-ws";

export async function firstAnswer(url: string, query: string): Promise<unknown> {
  const client = createClient({ url });
  const answer = await client.iterate({ query }).next();
  await client.dispose();
  return answer;
}
`,
    clean: `
import { createClient } from "graphql-ws";

export async function firstAnswer(url: string, query: string): Promise<unknown> {
  const client = createClient({ url });
  try {
    return await client.iterate({ query }).next();
  } finally {
    await client.dispose();
  }
}
`,
  },
];

/** Query builders and mappers over a database: each holds a pool of connections of its own. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { argument, awaited, call, construct, methods, receiver, receiverClearing, receiverTaking, result } from "../vocabulary.ts";

const mongooseConnect = oneOf(exported("mongoose", "createConnection"), exported("mongoose", "default.createConnection"));
const redisClient = typed("redis", "RedisClientType", [resultOf(exported("redis", "createClient"))]);
const ioredis = typed("ioredis", "Redis", [instanceOf(exported("ioredis", "default")), instanceOf(exported("ioredis", "Redis"))]);
const prisma = typed("@prisma/client", "PrismaClient", [instanceOf(exported("@prisma/client", "PrismaClient"))]);

export const databaseClients: readonly CataloguedPair[] = [
  {
    id: "kysely/client",
    noun: "a query builder",
    acquire: construct(exported("kysely", "Kysely")),
    handle: result,
    releases: methods("destroy", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It holds the connections of its dialect.",
    docs: "https://kysely-org.github.io/kysely-apidoc/classes/Kysely.html#destroy",
    leaking: `
import { Kysely } from "kysely";
import type { Dialect } from "kysely";

export async function tableNames(dialect: Dialect): Promise<number> {
  const database = new Kysely<unknown>({ dialect });
  const tables = await database.introspection.getTables();
  const total = tables.length;
  await database.destroy();
  return total;
}
`,
    clean: `
import { Kysely } from "kysely";
import type { Dialect } from "kysely";

export async function tableNames(dialect: Dialect): Promise<number> {
  const database = new Kysely<unknown>({ dialect });
  try {
    const tables = await database.introspection.getTables();
    return tables.length;
  } finally {
    await database.destroy();
  }
}
`,
  },
  {
    id: "mikro-orm/connection",
    noun: "an ORM",
    acquire: call(oneOf(exported("@mikro-orm/core", "MikroORM.init"), exported("@mikro-orm/core", "MikroORM.initSync"))),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "It holds a pool of connections, which keep the process alive.",
    docs: "https://mikro-orm.io/api/core/class/MikroORM#close",
    leaking: `
import { MikroORM } from "@mikro-orm/core";
import type { Options } from "@mikro-orm/core";

export async function isConnected(options: Options): Promise<boolean> {
  const orm = await MikroORM.init(options);
  const isUp = await orm.isConnected();
  await orm.close();
  return isUp;
}
`,
    clean: `
import { MikroORM } from "@mikro-orm/core";
import type { Options } from "@mikro-orm/core";

export async function isConnected(options: Options): Promise<boolean> {
  const orm = await MikroORM.init(options);
  try {
    return await orm.isConnected();
  } finally {
    await orm.close();
  }
}
`,
  },
  {
    id: "mongoose/connection",
    noun: "a database connection",
    acquire: call(mongooseConnect),
    handle: result,
    releases: methods("close", "destroy"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "Each holds a pool of sockets and watches the servers.",
    docs: "https://mongoosejs.com/docs/connections.html#multiple_connections",
    leaking: `
import { createConnection } from "mongoose";

export async function withTenant(uri: string, work: () => Promise<void>): Promise<void> {
  const connection = createConnection(uri);
  await connection.asPromise();
  await work();
  await connection.close();
}
`,
    clean: `
import { createConnection } from "mongoose";

export async function withTenant(uri: string, work: () => Promise<void>): Promise<void> {
  const connection = createConnection(uri);
  try {
    await connection.asPromise();
    await work();
  } finally {
    await connection.close();
  }
}
`,
  },
  {
    id: "prisma/client",
    noun: "a database client",
    acquire: call(memberOf(prisma, "$connect")),
    handle: receiver,
    releases: methods("$disconnect"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    unproven: "Its declarations are generated from the schema of each project.",
    reason: "Each client holds a pool of connections of its own.",
    docs: "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-management",
    leaking: `
import { PrismaClient } from "@prisma/client";

export async function countUsers(): Promise<number> {
  const client = new PrismaClient();
  await client.$connect();
  const total = await client.user.count();
  await client.$disconnect();
  return total;
}
`,
    clean: `
import { PrismaClient } from "@prisma/client";

export async function countUsers(): Promise<number> {
  const client = new PrismaClient();
  await client.$connect();
  try {
    return await client.user.count();
  } finally {
    await client.$disconnect();
  }
}
`,
  },
  {
    id: "redis/subscription",
    noun: "a channel subscription",
    acquire: call(oneOf(memberOf(redisClient, "subscribe"), memberOf(redisClient, "pSubscribe"), memberOf(ioredis, "subscribe"), memberOf(ioredis, "psubscribe"))),
    handle: argument(0),
    releases: [receiverTaking("unsubscribe"), receiverTaking("pUnsubscribe"), receiverTaking("punsubscribe"), receiverClearing("quit"), receiverClearing("disconnect")],
    heldBy: "receiver",
    reason: "The server sends every message of the channel for as long as the connection lives.",
    docs: "https://github.com/redis/node-redis/blob/master/docs/pub-sub.md",
    leaking: `
import type { Redis } from "ioredis";

export async function followDuring(redis: Redis, user: string, work: () => Promise<void>): Promise<void> {
  const channel = ["user", user].join(":");
  await redis.subscribe(channel);
  await work();
  await redis.unsubscribe(channel);
}
`,
    clean: `
import type { Redis } from "ioredis";

export async function followDuring(redis: Redis, user: string, work: () => Promise<void>): Promise<void> {
  const channel = ["user", user].join(":");
  await redis.subscribe(channel);
  try {
    await work();
  } finally {
    await redis.unsubscribe(channel);
  }
}
`,
  },
];

/** Document stores and key-value stores. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, construct, iterating, methods, result } from "../vocabulary.ts";

const mongoClient = typed("mongodb", "MongoClient", [instanceOf(exported("mongodb", "MongoClient")), resultOf(exported("mongodb", "MongoClient.connect"))]);
const db = typed("mongodb", "Db", [resultOf(memberOf(mongoClient, "db"))]);
const collection = typed("mongodb", "Collection", [resultOf(memberOf(db, "collection"))]);
const connection = typed("mongoose", "Connection", [resultOf(exported("mongoose", "createConnection")), exported("mongoose", "connection")]);

export const stores: readonly CataloguedPair[] = [
  {
    id: "mongoose/session",
    noun: "a session",
    acquire: call(oneOf(exported("mongoose", "startSession"), memberOf(connection, "startSession"))),
    handle: awaited,
    releases: methods("endSession", "[asyncDispose]"),
    wrongReleases: [{ method: "abortTransaction", because: "it ends the transaction; the session stays" }],
    heldBy: "process",
    reason: "The server keeps a session for half an hour, and the client a place in its pool.",
    docs: "https://www.mongodb.com/docs/drivers/node/current/crud/transactions/",
    leaking: `
import mongoose from "mongoose";

export async function transfer(move: () => Promise<void>): Promise<void> {
  const session = await mongoose.startSession();
  await session.withTransaction(move);
  await session.endSession();
}
`,
    clean: `
import mongoose from "mongoose";

export async function transfer(move: () => Promise<void>): Promise<void> {
  const session = await mongoose.startSession();
  try {
    await session.withTransaction(move);
  } finally {
    await session.endSession();
  }
}
`,
  },
  {
    id: "mongodb/session",
    noun: "a session",
    acquire: call(memberOf(mongoClient, "startSession")),
    handle: result,
    releases: methods("endSession", "[asyncDispose]"),
    wrongReleases: [{ method: "abortTransaction", because: "it ends the transaction; the session stays" }],
    heldBy: "process",
    reason: "The server keeps a session for half an hour, and the client a place in its pool.",
    docs: "https://www.mongodb.com/docs/drivers/node/current/crud/transactions/",
    leaking: `
import type { MongoClient } from "mongodb";

export async function transfer(client: MongoClient, move: () => Promise<void>): Promise<void> {
  const session = client.startSession();
  await session.withTransaction(move);
  await session.endSession();
}
`,
    clean: `
import type { MongoClient } from "mongodb";

export async function transfer(client: MongoClient, move: () => Promise<void>): Promise<void> {
  const session = client.startSession();
  try {
    await session.withTransaction(move);
  } finally {
    await session.endSession();
  }
}
`,
  },
  {
    id: "mongodb/change-stream",
    noun: "a change stream",
    acquire: call(oneOf(memberOf(collection, "watch"), memberOf(db, "watch"), memberOf(mongoClient, "watch"))),
    handle: result,
    releases: [...methods("close", "[asyncDispose]"), iterating],
    heldBy: "process",
    reason: "It holds a cursor on the server and a connection of the pool, and asks again and again.",
    docs: "https://www.mongodb.com/docs/drivers/node/current/logs-and-monitoring/change-streams/",
    leaking: `
import type { Collection } from "mongodb";

export async function nextChange(orders: Collection): Promise<unknown> {
  const changes = orders.watch();
  const change = await changes.next();
  await changes.close();
  return change;
}
`,
    clean: `
import type { Collection } from "mongodb";

export async function nextChange(orders: Collection): Promise<unknown> {
  const changes = orders.watch();
  try {
    return await changes.next();
  } finally {
    await changes.close();
  }
}
`,
  },
  {
    id: "mongodb/client",
    noun: "a MongoDB client",
    acquire: construct(exported("mongodb", "MongoClient")),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps a pool of connections to every host of the cluster.",
    docs: "https://www.mongodb.com/docs/drivers/node/current/connect/mongoclient/",
    leaking: `
import { MongoClient } from "mongodb";

export async function countOrders(url: string): Promise<number> {
  const client = new MongoClient(url);
  const count = await client.db().collection("orders").countDocuments();
  await client.close();
  return count;
}
`,
    clean: `
import { MongoClient } from "mongodb";

export async function countOrders(url: string): Promise<number> {
  const client = new MongoClient(url);
  try {
    return await client.db().collection("orders").countDocuments();
  } finally {
    await client.close();
  }
}
`,
  },
  {
    id: "redis/client",
    noun: "a Redis client",
    acquire: call(exported("redis", "createClient")),
    handle: result,
    releases: methods("close", "destroy", "quit", "disconnect"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "A connected client keeps its socket open and connects again by itself.",
    docs: "https://redis.io/docs/latest/develop/clients/nodejs/connect/",
    leaking: `
import { createClient } from "redis";

export async function readOnce(key: string): Promise<string | null> {
  const client = createClient();
  await client.connect();
  const value = await client.get(key);
  await client.close();
  return value;
}
`,
    clean: `
import { createClient } from "redis";

export async function readOnce(key: string): Promise<string | null> {
  const client = createClient();
  try {
    await client.connect();
    return await client.get(key);
  } finally {
    await client.close();
  }
}
`,
  },
  {
    id: "ioredis/client",
    noun: "a Redis client",
    acquire: construct(oneOf(exported("ioredis", "default"), exported("ioredis", "Redis"))),
    handle: result,
    releases: methods("quit", "disconnect"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It connects at once, keeps its socket open and connects again by itself.",
    docs: "https://github.com/redis/ioredis#connect-to-redis",
    leaking: `
import { Redis } from "ioredis";

export async function readOnce(key: string): Promise<string | null> {
  const client = new Redis();
  const value = await client.get(key);
  await client.quit();
  return value;
}
`,
    clean: `
import { Redis } from "ioredis";

export async function readOnce(key: string): Promise<string | null> {
  const client = new Redis();
  try {
    return await client.get(key);
  } finally {
    await client.quit();
  }
}
`,
  },
];

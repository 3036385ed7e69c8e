/** Databases that a program opens itself, and the cursors it reads them with. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, typed } from "../origin.ts";
import { awaited, call, construct, iterating, methods, result } from "../vocabulary.ts";

const level = typed("classic-level", "ClassicLevel", [instanceOf(exported("classic-level", "ClassicLevel"))]);
const collection = typed("mongodb", "Collection", []);

export const databases: readonly CataloguedPair[] = [
  {
    id: "sqlite/database",
    noun: "a database",
    acquire: call(exported("sqlite", "open")),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "The file stays open, and its lock with it.",
    docs: "https://github.com/kriasoft/node-sqlite#opening-the-database",
    leaking: `
import { open } from "sqlite";
import type { ISqlite } from "sqlite";

export async function all(config: ISqlite.Config): Promise<unknown> {
  const database = await open(config);
  const rows = await database.all("SELECT * FROM users");
  await database.close();
  return rows;
}
`,
    clean: `
import { open } from "sqlite";
import type { ISqlite } from "sqlite";

export async function all(config: ISqlite.Config): Promise<unknown> {
  const database = await open(config);
  try {
    return await database.all("SELECT * FROM users");
  } finally {
    await database.close();
  }
}
`,
  },
  {
    id: "sqlite3/database",
    noun: "a database",
    acquire: construct(oneOf(exported("sqlite3", "Database"), exported("sqlite3", "default.Database"), exported("sqlite3", "cached.Database"))),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "The file stays open, and its lock with it.",
    docs: "https://github.com/TryGhost/node-sqlite3/wiki/API#databaseclosecallback",
    leaking: `
import sqlite3 from "sqlite3";

export async function fill(path: string, load: () => Promise<string>): Promise<void> {
  const database = new sqlite3.Database(path);
  database.exec(await load());
  database.close();
}
`,
    clean: `
import sqlite3 from "sqlite3";

export async function fill(path: string, load: () => Promise<string>): Promise<void> {
  const database = new sqlite3.Database(path);
  try {
    database.exec(await load());
  } finally {
    database.close();
  }
}
`,
  },
  {
    id: "libsql/client",
    noun: "a database client",
    acquire: call(exported("@libsql/client", "createClient")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It holds a socket or the file until it is closed.",
    docs: "https://docs.turso.tech/sdk/ts/reference",
    leaking: `
import { createClient } from "@libsql/client";

export async function all(url: string): Promise<unknown> {
  const client = createClient({ url });
  const found = await client.execute("SELECT * FROM users");
  client.close();
  return found;
}
`,
    clean: `
import { createClient } from "@libsql/client";

export async function all(url: string): Promise<unknown> {
  const client = createClient({ url });
  try {
    return await client.execute("SELECT * FROM users");
  } finally {
    client.close();
  }
}
`,
  },
  {
    id: "clickhouse/client",
    noun: "a database client",
    acquire: call(exported("@clickhouse/client", "createClient")),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its sockets open for the next query.",
    docs: "https://clickhouse.com/docs/integrations/javascript",
    leaking: `
import { createClient } from "@clickhouse/client";

export async function isThere(url: string): Promise<boolean> {
  const client = createClient({ url });
  const { success } = await client.ping();
  const isReached = success;
  await client.close();
  return isReached;
}
`,
    clean: `
import { createClient } from "@clickhouse/client";

export async function isThere(url: string): Promise<boolean> {
  const client = createClient({ url });
  try {
    const { success } = await client.ping();
    return success;
  } finally {
    await client.close();
  }
}
`,
  },
  {
    id: "level/database",
    noun: "a database",
    acquire: construct(exported("classic-level", "ClassicLevel")),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "One process at a time can open it; the lock stays until it is closed.",
    docs: "https://github.com/Level/abstract-level#dbclose",
    leaking: `
import { ClassicLevel } from "classic-level";

export async function read(path: string, key: string): Promise<string | undefined> {
  const database = new ClassicLevel(path);
  const text = await database.get(key);
  await database.close();
  return text;
}
`,
    clean: `
import { ClassicLevel } from "classic-level";

export async function read(path: string, key: string): Promise<string | undefined> {
  const database = new ClassicLevel(path);
  try {
    return await database.get(key);
  } finally {
    await database.close();
  }
}
`,
  },
  {
    id: "level/iterator",
    noun: "an iterator",
    acquire: call(oneOf(...["iterator", "keys", "values"].map((name) => memberOf(level, name)))),
    handle: result,
    releases: [...methods("close", "[asyncDispose]", "all"), iterating],
    heldBy: "process",
    reason: "It keeps a snapshot of the whole database until it is closed or read by `for await`.",
    docs: "https://github.com/Level/abstract-level#iteratorclose",
    leaking: `
import type { ClassicLevel } from "classic-level";

export async function firstKey(database: ClassicLevel): Promise<string | undefined> {
  const keys = database.keys();
  const first = await keys.next();
  await keys.close();
  return first;
}
`,
    clean: `
import type { ClassicLevel } from "classic-level";

export async function firstKey(database: ClassicLevel): Promise<string | undefined> {
  const keys = database.keys();
  try {
    return await keys.next();
  } finally {
    await keys.close();
  }
}
`,
  },
  {
    id: "mongodb/cursor",
    noun: "a cursor",
    acquire: call(oneOf(memberOf(collection, "find"), memberOf(collection, "aggregate"))),
    handle: result,
    releases: [...methods("close", "toArray", "forEach", "[asyncDispose]"), iterating],
    heldBy: "process",
    endsByItself: true,
    reason: "The server keeps a cursor that is not read to its end for ten minutes.",
    docs: "https://www.mongodb.com/docs/drivers/node/current/crud/query/cursor/",
    leaking: `
import type { Collection } from "mongodb";

export async function someUser(users: Collection): Promise<unknown> {
  const cursor = users.find();
  const user = await cursor.next();
  await cursor.close();
  return user;
}
`,
    clean: `
import type { Collection } from "mongodb";

export async function someUser(users: Collection): Promise<unknown> {
  const cursor = users.find();
  try {
    return await cursor.next();
  } finally {
    await cursor.close();
  }
}
`,
  },
];

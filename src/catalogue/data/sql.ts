/** Connections, pools and transactions of SQL databases. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, resultOf, typed } from "../origin.ts";
import { awaited, call, callbackParameter, construct, methods, receiver, receiverTaking, result } from "../vocabulary.ts";

const pgPool = typed("pg", "Pool", [instanceOf(exported("pg", "Pool"))]);
const pgClient = typed("pg", "Client", [instanceOf(exported("pg", "Client"))]);
const mysqlPool = typed("mysql2", "Pool", [resultOf(exported("mysql2", "createPool"))]);
const mysqlPromisePool = typed("mysql2/promise", "Pool", [
  resultOf(exported("mysql2/promise", "createPool")),
  resultOf(memberOf(resultOf(exported("mysql2", "createPool")), "promise")),
]);

export const sql: readonly CataloguedPair[] = [
  {
    id: "pg/pool-client",
    noun: "a pool client",
    acquire: call(memberOf(pgPool, "connect")),
    handle: awaited,
    releases: methods("release"),
    wrongReleases: [{ method: "end", because: "a client of a pool is given back by `release`" }],
    bounds: [{ callback: 0 }],
    heldBy: "process",
    reason: "The pool has ten clients unless told; each one that is not given back is gone, and then every query waits for ever.",
    docs: "https://node-postgres.com/apis/pool#poolconnect",
    leaking: `
import { Pool } from "pg";

const pool = new Pool();

export async function transfer(amount: number): Promise<void> {
  const client = await pool.connect();
  await client.query("update accounts set balance = balance - $1", [amount]);
  client.release();
}
`,
    clean: `
import { Pool } from "pg";

const pool = new Pool();

export async function transfer(amount: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("update accounts set balance = balance - $1", [amount]);
  } finally {
    client.release();
  }
}
`,
  },
  {
    id: "pg/client",
    noun: "a database connection",
    acquire: call(memberOf(pgClient, "connect")),
    handle: receiver,
    releases: methods("end"),
    heldBy: "process",
    reason: "The server keeps a process for each connection, and allows a hundred unless told.",
    docs: "https://node-postgres.com/apis/client#clientend",
    leaking: `
import { Client } from "pg";

export async function countUsers(): Promise<number | null> {
  const client = new Client();
  await client.connect();
  const { rowCount } = await client.query("select from users");
  await client.end();
  return rowCount;
}
`,
    clean: `
import { Client } from "pg";

export async function countUsers(): Promise<number | null> {
  const client = new Client();
  await client.connect();
  try {
    const { rowCount } = await client.query("select from users");
    return rowCount;
  } finally {
    await client.end();
  }
}
`,
  },
  {
    id: "pg/pool",
    noun: "a connection pool",
    acquire: construct(exported("pg", "Pool")),
    handle: result,
    releases: methods("end"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "A pool for each call opens connections for each call.",
    docs: "https://node-postgres.com/apis/pool#poolend",
    leaking: `
import { Pool } from "pg";

export async function countUsers(): Promise<number | null> {
  const pool = new Pool();
  const { rowCount } = await pool.query("select from users");
  await pool.end();
  return rowCount;
}
`,
    clean: `
import { Pool } from "pg";

export async function countUsers(): Promise<number | null> {
  const pool = new Pool();
  try {
    const { rowCount } = await pool.query("select from users");
    return rowCount;
  } finally {
    await pool.end();
  }
}
`,
  },
  {
    id: "mysql2/pool-connection",
    noun: "a pooled connection",
    acquire: call(memberOf(mysqlPromisePool, "getConnection")),
    handle: awaited,
    releases: [...methods("release", "destroy", "[asyncDispose]"), receiverTaking("releaseConnection")],
    heldBy: "process",
    reason: "The pool has ten connections unless told; each one that is not given back is gone.",
    docs: "https://sidorares.github.io/node-mysql2/docs#using-connection-pools",
    leaking: `
import { createPool } from "mysql2/promise";

const pool = createPool("mysql://localhost/shop");

export async function lockTables(): Promise<void> {
  const connection = await pool.getConnection();
  await connection.query("lock tables orders write");
  connection.release();
}
`,
    clean: `
import { createPool } from "mysql2/promise";

const pool = createPool("mysql://localhost/shop");

export async function lockTables(): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query("lock tables orders write");
  } finally {
    connection.release();
  }
}
`,
  },
  {
    id: "mysql2/pool-connection-callback",
    noun: "a pooled connection",
    acquire: call(memberOf(mysqlPool, "getConnection")),
    handle: callbackParameter(1),
    releases: [...methods("release", "destroy"), receiverTaking("releaseConnection")],
    heldBy: "process",
    reason: "The pool has ten connections unless told; each one that is not given back is gone.",
    docs: "https://sidorares.github.io/node-mysql2/docs#using-connection-pools",
    leaking: `
import { createPool } from "mysql2";

const pool = createPool("mysql://localhost/shop");

export function ping(done: (error: Error | null) => void): void {
  pool.getConnection((error, connection) => {
    if (error) return done(error);
    connection.ping((failure) => done(failure));
  });
}
`,
    clean: `
import { createPool } from "mysql2";

const pool = createPool("mysql://localhost/shop");

export function ping(done: (error: Error | null) => void): void {
  pool.getConnection((error, connection) => {
    if (error) return done(error);
    connection.ping((failure) => {
      connection.release();
      done(failure);
    });
  });
}
`,
  },
  {
    id: "mysql2/connection",
    noun: "a database connection",
    acquire: call(exported("mysql2/promise", "createConnection")),
    handle: awaited,
    releases: methods("end", "destroy", "[asyncDispose]"),
    heldBy: "process",
    reason: "The server keeps a thread for each connection, and allows some 150 unless told.",
    docs: "https://sidorares.github.io/node-mysql2/docs#first-query",
    leaking: `
import { createConnection } from "mysql2/promise";

export async function version(url: string): Promise<unknown> {
  const connection = await createConnection(url);
  const [rows] = await connection.query("select version()");
  await connection.end();
  return rows;
}
`,
    clean: `
import { createConnection } from "mysql2/promise";

export async function version(url: string): Promise<unknown> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query("select version()");
    return rows;
  } finally {
    await connection.end();
  }
}
`,
  },
  {
    id: "better-sqlite3/database",
    noun: "a database",
    acquire: construct(exported("better-sqlite3", "default")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It holds the file, its lock and its cache until it is closed.",
    docs: "https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#close---this",
    leaking: `
import Database from "better-sqlite3";

export function countUsers(path: string): unknown {
  const database = new Database(path);
  const count = database.prepare("select count(*) from users").get();
  database.close();
  return count;
}
`,
    clean: `
import Database from "better-sqlite3";

export function countUsers(path: string): unknown {
  const database = new Database(path);
  try {
    return database.prepare("select count(*) from users").get();
  } finally {
    database.close();
  }
}
`,
  },
];

/** Drivers of further databases: connections that are borrowed, and sessions on them. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, callbackParameter, construct, methods, result } from "../vocabulary.ts";

const driver = typed("neo4j-driver", "Driver", [resultOf(exported("neo4j-driver", "driver")), resultOf(exported("neo4j-driver", "default.driver"))]);
const mariadbPool = typed("mariadb", "Pool", [resultOf(exported("mariadb", "createPool"))]);
const oraclePool = typed("oracledb", "Pool", [resultOf(exported("oracledb", "createPool")), resultOf(exported("oracledb", "default.createPool"))]);
const mysqlPool = typed("mysql", "Pool", [resultOf(exported("mysql", "createPool"))]);

export const databaseDrivers: readonly CataloguedPair[] = [
  {
    id: "neo4j/session",
    noun: "a session",
    acquire: call(memberOf(driver, "session")),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It keeps a connection of the pool; when the pool is empty, everybody waits.",
    docs: "https://neo4j.com/docs/javascript-manual/current/transactions/",
    leaking: `
import type { Driver } from "neo4j-driver";

export async function names(driver: Driver): Promise<number> {
  const session = driver.session();
  const found = await session.run("MATCH (p:Person) RETURN p.name");
  const total = found.records.length;
  await session.close();
  return total;
}
`,
    clean: `
import type { Driver } from "neo4j-driver";

export async function names(driver: Driver): Promise<number> {
  const session = driver.session();
  try {
    const found = await session.run("MATCH (p:Person) RETURN p.name");
    return found.records.length;
  } finally {
    await session.close();
  }
}
`,
  },
  {
    id: "neo4j/driver",
    noun: "a driver",
    acquire: call(oneOf(exported("neo4j-driver", "driver"), exported("neo4j-driver", "default.driver"))),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "It holds a pool of connections, which keep the process alive.",
    docs: "https://neo4j.com/docs/javascript-manual/current/connect/",
    leaking: `
import neo4j from "neo4j-driver";

export async function isThere(url: string): Promise<boolean> {
  const driver = neo4j.driver(url);
  await driver.verifyConnectivity();
  const isMany = await driver.supportsMultiDb();
  await driver.close();
  return isMany;
}
`,
    clean: `
import neo4j from "neo4j-driver";

export async function isThere(url: string): Promise<boolean> {
  const driver = neo4j.driver(url);
  try {
    await driver.verifyConnectivity();
    return await driver.supportsMultiDb();
  } finally {
    await driver.close();
  }
}
`,
  },
  {
    id: "mariadb/pool-connection",
    noun: "a pooled connection",
    acquire: call(memberOf(mariadbPool, "getConnection")),
    handle: awaited,
    releases: methods("release", "end", "destroy"),
    heldBy: "process",
    reason: "The pool has one connection fewer with each failure, until everybody waits for ever.",
    docs: "https://mariadb.com/docs/connectors/mariadb-connector-nodejs/connector-nodejs-promise-api",
    leaking: `
import { createPool } from "mariadb";

const pool = createPool("mariadb://localhost");

export async function rename(id: number, name: string): Promise<void> {
  const connection = await pool.getConnection();
  await connection.query("UPDATE users SET name = ? WHERE id = ?", [name, id]);
  await connection.release();
}
`,
    clean: `
import { createPool } from "mariadb";

const pool = createPool("mariadb://localhost");

export async function rename(id: number, name: string): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.query("UPDATE users SET name = ? WHERE id = ?", [name, id]);
  } finally {
    await connection.release();
  }
}
`,
  },
  {
    id: "mariadb/connection",
    noun: "a database connection",
    acquire: call(exported("mariadb", "createConnection")),
    handle: awaited,
    releases: methods("end", "destroy"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "The server keeps a thread for it until it is ended.",
    docs: "https://mariadb.com/docs/connectors/mariadb-connector-nodejs/connector-nodejs-promise-api",
    leaking: `
import { createConnection } from "mariadb";

export async function versionOf(url: string): Promise<unknown> {
  const connection = await createConnection(url);
  const rows = await connection.query("SELECT VERSION()");
  await connection.end();
  return rows;
}
`,
    clean: `
import { createConnection } from "mariadb";

export async function versionOf(url: string): Promise<unknown> {
  const connection = await createConnection(url);
  try {
    return await connection.query("SELECT VERSION()");
  } finally {
    await connection.end();
  }
}
`,
  },
  {
    id: "oracledb/connection",
    noun: "a database connection",
    acquire: call(oneOf(exported("oracledb", "getConnection"), exported("oracledb", "default.getConnection"), memberOf(oraclePool, "getConnection"))),
    handle: awaited,
    releases: methods("close", "release"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It is not given back to the pool, and its session stays open at the server.",
    docs: "https://node-oracledb.readthedocs.io/en/latest/user_guide/connection_handling.html#closing-connections",
    leaking: `
import oracledb from "oracledb";

export async function countOf(sql: string): Promise<unknown> {
  const connection = await oracledb.getConnection();
  const found = await connection.execute(sql);
  const rows = found.rows;
  await connection.close();
  return rows;
}
`,
    clean: `
import oracledb from "oracledb";

export async function countOf(sql: string): Promise<unknown> {
  const connection = await oracledb.getConnection();
  try {
    const found = await connection.execute(sql);
    return found.rows;
  } finally {
    await connection.close();
  }
}
`,
  },
  {
    id: "mysql/pool-connection",
    noun: "a pooled connection",
    acquire: call(memberOf(mysqlPool, "getConnection")),
    handle: callbackParameter(1),
    releases: methods("release", "destroy"),
    heldBy: "process",
    reason: "The pool has one connection fewer with each failure, until everybody waits for ever.",
    docs: "https://github.com/mysqljs/mysql#pooling-connections",
    leaking: `
import { createPool } from "mysql";

const pool = createPool("mysql://localhost/shop");

export function ping(done: (error: Error | null) => void): void {
  pool.getConnection((error, connection) => {
    if (error) return done(error);
    connection.ping((failure) => done(failure));
  });
}
`,
    clean: `
import { createPool } from "mysql";

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
    id: "tedious/connection",
    noun: "a database connection",
    acquire: construct(exported("tedious", "Connection")),
    handle: result,
    releases: methods("close"),
    wrongReleases: [{ method: "cancel", because: "`cancel` ends the running request; the connection stays open" }],
    heldBy: "process",
    reason: "Its socket, and its session at the server, stay open until it is closed.",
    docs: "https://tediousjs.github.io/tedious/api-connection.html#function_close",
    leaking: `
import { Connection } from "tedious";
import type { ConnectionConfiguration } from "tedious";

export async function withConnection(config: ConnectionConfiguration, work: () => Promise<void>): Promise<void> {
  const connection = new Connection(config);
  await work();
  connection.close();
}
`,
    clean: `
import { Connection } from "tedious";
import type { ConnectionConfiguration } from "tedious";

export async function withConnection(config: ConnectionConfiguration, work: () => Promise<void>): Promise<void> {
  const connection = new Connection(config);
  try {
    await work();
  } finally {
    connection.close();
  }
}
`,
  },
];

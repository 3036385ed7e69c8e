/** Runners, transactions and clients of object mappers and query builders. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, resultOf, typed } from "../origin.ts";
import { awaited, call, construct, methods, receiver, result } from "../vocabulary.ts";

const dataSource = typed("typeorm", "DataSource", [instanceOf(exported("typeorm", "DataSource"))]);
const sequelize = typed("sequelize", "Sequelize", [instanceOf(exported("sequelize", "Sequelize"))]);
const knex = typed("knex", "Knex", [resultOf(exported("knex", "default")), resultOf(exported("knex", "knex"))]);
const postgres = typed("postgres", "Sql", [resultOf(exported("postgres", "default"))]);

export const orm: readonly CataloguedPair[] = [
  {
    id: "typeorm/query-runner",
    noun: "a query runner",
    acquire: call(memberOf(dataSource, "createQueryRunner")),
    handle: result,
    releases: methods("release", "[asyncDispose]"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It takes a connection of the pool with its first query and keeps it.",
    docs: "https://typeorm.io/docs/query-runner/",
    leaking: `
import type { DataSource } from "typeorm";

export async function dropTable(source: DataSource, table: string): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.dropTable(table);
  await runner.release();
}
`,
    clean: `
import type { DataSource } from "typeorm";

export async function dropTable(source: DataSource, table: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.dropTable(table);
  } finally {
    await runner.release();
  }
}
`,
  },
  {
    id: "typeorm/data-source",
    noun: "a data source",
    acquire: call(memberOf(dataSource, "initialize")),
    handle: receiver,
    releases: methods("destroy"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It opens a pool of connections.",
    docs: "https://typeorm.io/docs/data-source/data-source/",
    leaking: `
import { DataSource } from "typeorm";

export async function migrate(url: string): Promise<void> {
  const source = new DataSource({ type: "postgres", url });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
}
`,
    clean: `
import { DataSource } from "typeorm";

export async function migrate(url: string): Promise<void> {
  const source = new DataSource({ type: "postgres", url });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
`,
  },
  {
    id: "sequelize/transaction",
    noun: "a transaction",
    acquire: call(memberOf(sequelize, "transaction")),
    handle: awaited,
    releases: methods("commit", "rollback"),
    bounds: [{ callback: 0 }, { callback: -1 }],
    heldBy: "process",
    reason: "It keeps a connection of the pool, and its locks in the database, until it is committed or rolled back.",
    docs: "https://sequelize.org/docs/v6/other-topics/transactions/",
    leaking: `
import { Sequelize } from "sequelize";

const database = new Sequelize("sqlite::memory:");

export async function transfer(move: () => Promise<void>): Promise<void> {
  const transaction = await database.transaction();
  await move();
  await transaction.commit();
}
`,
    clean: `
import { Sequelize } from "sequelize";

const database = new Sequelize("sqlite::memory:");

export async function transfer(move: () => Promise<void>): Promise<void> {
  const transaction = await database.transaction();
  try {
    await move();
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
`,
  },
  {
    id: "sequelize/client",
    noun: "a database client",
    acquire: construct(exported("sequelize", "Sequelize")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps a pool of connections.",
    docs: "https://sequelize.org/docs/v6/getting-started/#closing-the-connection",
    leaking: `
import { Sequelize } from "sequelize";

export async function isReachable(url: string): Promise<void> {
  const database = new Sequelize(url);
  await database.authenticate();
  await database.close();
}
`,
    clean: `
import { Sequelize } from "sequelize";

export async function isReachable(url: string): Promise<void> {
  const database = new Sequelize(url);
  try {
    await database.authenticate();
  } finally {
    await database.close();
  }
}
`,
  },
  {
    id: "knex/transaction",
    noun: "a transaction",
    acquire: call(memberOf(knex, "transaction")),
    handle: awaited,
    releases: methods("commit", "rollback"),
    bounds: [{ callback: 0 }],
    heldBy: "process",
    reason: "It keeps a connection of the pool, and its locks in the database, until it is committed or rolled back.",
    docs: "https://knexjs.org/guide/transactions.html",
    leaking: `
import knex from "knex";

const database = knex({ client: "pg" });

export async function rename(id: number, name: string): Promise<void> {
  const transaction = await database.transaction();
  await transaction("users").where({ id }).update({ name });
  await transaction.commit();
}
`,
    clean: `
import knex from "knex";

const database = knex({ client: "pg" });

export async function rename(id: number, name: string): Promise<void> {
  const transaction = await database.transaction();
  try {
    await transaction("users").where({ id }).update({ name });
    await transaction.commit();
  } catch (error) {
    await transaction.rollback(error);
    throw error;
  }
}
`,
  },
  {
    id: "knex/client",
    noun: "a database client",
    acquire: call(exported("knex", "knex")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps a pool of connections.",
    docs: "https://knexjs.org/guide/#destroy",
    leaking: `
import { knex } from "knex";

export async function countUsers(connection: string): Promise<unknown> {
  const database = knex({ client: "pg", connection });
  const rows = await database("users").count();
  await database.destroy();
  return rows;
}
`,
    clean: `
import { knex } from "knex";

export async function countUsers(connection: string): Promise<unknown> {
  const database = knex({ client: "pg", connection });
  try {
    return await database("users").count();
  } finally {
    await database.destroy();
  }
}
`,
  },
  {
    id: "postgres/reserved",
    noun: "a reserved connection",
    acquire: call(memberOf(postgres, "reserve")),
    handle: awaited,
    releases: methods("release"),
    heldBy: "process",
    reason: "The pool has one connection fewer until it is given back.",
    docs: "https://github.com/porsager/postgres#reserving-connections",
    leaking: `
import postgres from "postgres";

const sql = postgres();

export async function withLock(work: () => Promise<void>): Promise<void> {
  const connection = await sql.reserve();
  await connection\`select pg_advisory_lock(1)\`;
  await work();
  connection.release();
}
`,
    clean: `
import postgres from "postgres";

const sql = postgres();

export async function withLock(work: () => Promise<void>): Promise<void> {
  const connection = await sql.reserve();
  try {
    await connection\`select pg_advisory_lock(1)\`;
    await work();
  } finally {
    connection.release();
  }
}
`,
  },
];

/** Clients and servers of further protocols, and what is put on them. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { call, construct, methods, receiver, receiverClearing, receiverTaking, result } from "../vocabulary.ts";

const server = typed("@hapi/hapi", "Server", [instanceOf(exported("@hapi/hapi", "Server")), resultOf(exported("@hapi/hapi", "server")), resultOf(exported("@hapi/hapi", "default.server"))]);
const application = resultOf(exported("express", "default"));
const interceptors = oneOf(...["interceptors.request", "interceptors.response"].flatMap((name) => [exported("axios", name), exported("axios", `default.${name}`)]));
const ownInterceptors = oneOf(...["request", "response"].map((name) => memberOf(memberOf(oneOf(resultOf(exported("axios", "create")), resultOf(exported("axios", "default.create"))), "interceptors"), name)));

export const servers: readonly CataloguedPair[] = [
  {
    id: "fastify/server",
    noun: "a server",
    acquire: call(oneOf(exported("fastify", "fastify"), exported("fastify", "default"))),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    releaseMayThrow: true,
    reason: "A listening server holds its port and keeps the process alive.",
    docs: "https://fastify.dev/docs/latest/Reference/Server/#close",
    leaking: `
import { fastify } from "fastify";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const server = fastify();
  await server.listen({ port });
  await work();
  await server.close();
}
`,
    clean: `
import { fastify } from "fastify";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const server = fastify();
  try {
    await server.listen({ port });
    await work();
  } finally {
    await server.close();
  }
}
`,
  },
  {
    id: "express/server",
    noun: "a server",
    acquire: call(memberOf(application, "listen")),
    handle: result,
    releases: methods("close", "closeAllConnections", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    reason: "A listening server holds its port and keeps the process alive.",
    docs: "https://expressjs.com/en/5x/api.html#app.listen",
    leaking: `
import express from "express";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const app = express();
  const server = app.listen(port);
  await work();
  server.close();
}
`,
    clean: `
import express from "express";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const app = express();
  const server = app.listen(port);
  try {
    await work();
  } finally {
    server.close();
  }
}
`,
  },
  {
    id: "hapi/server",
    noun: "a server",
    acquire: call(memberOf(server, "start")),
    handle: receiver,
    releases: methods("stop"),
    heldBy: "process",
    longLived: true,
    releaseMayThrow: true,
    reason: "A listening server holds its port and keeps the process alive.",
    docs: "https://hapi.dev/api/#-await-serverstopoptions",
    leaking: `
import { server } from "@hapi/hapi";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const web = server({ port });
  await web.start();
  await work();
  await web.stop();
}
`,
    clean: `
import { server } from "@hapi/hapi";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const web = server({ port });
  await web.start();
  try {
    await work();
  } finally {
    await web.stop();
  }
}
`,
  },
  {
    id: "axios/interceptor",
    noun: "an interceptor",
    acquire: call(oneOf(memberOf(interceptors, "use"), memberOf(ownInterceptors, "use"))),
    handle: result,
    releases: [receiverTaking("eject"), receiverClearing("clear")],
    heldBy: "process",
    longLived: true,
    reason: "The client keeps it and runs it for every request, once more with each call that adds one.",
    docs: "https://axios-http.com/docs/interceptors",
    leaking: `
import axios from "axios";

export async function signedDuring(token: string, work: () => Promise<void>): Promise<void> {
  const signing = axios.interceptors.request.use((config) => {
    config.headers.set("authorization", token);
    return config;
  });
  await work();
  axios.interceptors.request.eject(signing);
}
`,
    clean: `
import axios from "axios";

export async function signedDuring(token: string, work: () => Promise<void>): Promise<void> {
  const signing = axios.interceptors.request.use((config) => {
    config.headers.set("authorization", token);
    return config;
  });
  try {
    await work();
  } finally {
    axios.interceptors.request.eject(signing);
  }
}
`,
  },
  {
    id: "basic-ftp/client",
    noun: "an FTP connection",
    acquire: construct(exported("basic-ftp", "Client")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    reason: "Its control connection stays open, and a server allows few per user.",
    docs: "https://github.com/patrickjuchli/basic-ftp#closing-the-connection",
    leaking: `
import { Client } from "basic-ftp";

export async function names(host: string): Promise<number> {
  const client = new Client();
  await client.access({ host });
  const files = await client.list();
  const total = files.length;
  client.close();
  return total;
}
`,
    clean: `
import { Client } from "basic-ftp";

export async function names(host: string): Promise<number> {
  const client = new Client();
  try {
    await client.access({ host });
    const files = await client.list();
    return files.length;
  } finally {
    client.close();
  }
}
`,
  },
  {
    id: "ldapjs/client",
    noun: "an LDAP connection",
    acquire: call(exported("ldapjs", "createClient")),
    handle: result,
    releases: methods("unbind", "destroy"),
    heldBy: "process",
    reason: "Its socket stays open, and it connects again by itself where it is told to.",
    docs: "https://ldapjs.org/client.html",
    leaking: `
import { createClient } from "ldapjs";

export async function during(url: string, work: () => Promise<void>): Promise<void> {
  const client = createClient({ url });
  await work();
  client.unbind();
}
`,
    clean: `
import { createClient } from "ldapjs";

export async function during(url: string, work: () => Promise<void>): Promise<void> {
  const client = createClient({ url });
  try {
    await work();
  } finally {
    client.unbind();
  }
}
`,
  },
  {
    id: "vscode-jsonrpc/connection",
    noun: "a message connection",
    acquire: call(oneOf(exported("vscode-jsonrpc", "createMessageConnection"), exported("vscode-jsonrpc/node", "createMessageConnection"))),
    handle: result,
    releases: methods("dispose", "end"),
    heldBy: "process",
    longLived: true,
    reason: "It listens on its streams, and keeps what waits for an answer.",
    docs: "https://github.com/microsoft/vscode-languageserver-node/tree/main/jsonrpc",
    leaking: `
import { createMessageConnection } from "vscode-jsonrpc/node";
import type { Readable, Writable } from "node:stream";

export async function ask(input: Readable, output: Writable, question: string): Promise<string> {
  const connection = createMessageConnection(input, output);
  connection.listen();
  const answer = await connection.sendRequest<string>(question);
  connection.dispose();
  return answer;
}
`,
    clean: `
import { createMessageConnection } from "vscode-jsonrpc/node";
import type { Readable, Writable } from "node:stream";

export async function ask(input: Readable, output: Writable, question: string): Promise<string> {
  const connection = createMessageConnection(input, output);
  try {
    connection.listen();
    return await connection.sendRequest<string>(question);
  } finally {
    connection.dispose();
  }
}
`,
  },
];

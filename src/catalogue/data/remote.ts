/** Remote calls and sockets of packages. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf } from "../origin.ts";
import { awaited, call, construct, methods, result } from "../vocabulary.ts";

export const remote: readonly CataloguedPair[] = [
  {
    id: "mqtt/client",
    noun: "an MQTT client",
    acquire: call(exported("mqtt", "connect")),
    handle: result,
    releases: methods("end", "endAsync"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its socket and its timer, and connects again by itself.",
    docs: "https://github.com/mqttjs/MQTT.js#end",
    leaking: `
import { connect } from "mqtt";

export async function publishOnce(url: string, topic: string, text: string): Promise<void> {
  const client = connect(url);
  await client.publishAsync(topic, text);
  client.end();
}
`,
    clean: `
import { connect } from "mqtt";

export async function publishOnce(url: string, topic: string, text: string): Promise<void> {
  const client = connect(url);
  try {
    await client.publishAsync(topic, text);
  } finally {
    client.end();
  }
}
`,
  },
  {
    id: "mqtt/client-async",
    noun: "an MQTT client",
    acquire: call(exported("mqtt", "connectAsync")),
    handle: awaited,
    releases: methods("end", "endAsync"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its socket and its timer, and connects again by itself.",
    docs: "https://github.com/mqttjs/MQTT.js#connectasync",
    leaking: `
import { connectAsync } from "mqtt";

export async function publishOnce(url: string, topic: string, text: string): Promise<void> {
  const client = await connectAsync(url);
  await client.publishAsync(topic, text);
  await client.endAsync();
}
`,
    clean: `
import { connectAsync } from "mqtt";

export async function publishOnce(url: string, topic: string, text: string): Promise<void> {
  const client = await connectAsync(url);
  try {
    await client.publishAsync(topic, text);
  } finally {
    await client.endAsync();
  }
}
`,
  },
  {
    id: "ws/socket",
    noun: "a WebSocket",
    acquire: construct(oneOf(exported("ws", "default"), exported("ws", "WebSocket"))),
    handle: result,
    releases: methods("close", "terminate"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "It stays open, with its descriptor, until one side closes it.",
    docs: "https://github.com/websockets/ws/blob/master/doc/ws.md#websocketclosecode-reason",
    leaking: `
import { WebSocket } from "ws";

export function firstMessage(url: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.on("message", (data) => resolve(String(data)));
  });
}
`,
    clean: `
import { WebSocket } from "ws";

export function firstMessage(url: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.on("message", (data) => {
      socket.close();
      resolve(String(data));
    });
  });
}
`,
  },
  {
    id: "ws/server",
    noun: "a WebSocket server",
    acquire: construct(exported("ws", "WebSocketServer")),
    handle: result,
    releases: methods("close"),
    bounds: [{ option: "noServer", argument: 0, equals: true }],
    heldBy: "process",
    longLived: true,
    reason: "It holds its port; closing it leaves the sockets of its clients, which are closed one by one.",
    docs: "https://github.com/websockets/ws/blob/master/doc/ws.md#serverclosecallback",
    leaking: `
import { WebSocketServer } from "ws";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const server = new WebSocketServer({ port });
  await work();
  server.close();
}
`,
    clean: `
import { WebSocketServer } from "ws";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const server = new WebSocketServer({ port });
  try {
    await work();
  } finally {
    server.close();
  }
}
`,
  },
  {
    id: "socket.io-client/socket",
    noun: "a socket.io connection",
    acquire: call(oneOf(exported("socket.io-client", "io"), exported("socket.io-client", "connect"))),
    handle: result,
    releases: methods("close", "disconnect"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "It connects again by itself until it is closed.",
    docs: "https://socket.io/docs/v4/client-api/#socketdisconnect",
    leaking: `
import { io } from "socket.io-client";

export function readStatus(url: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = io(url);
    socket.on("status", (status: string) => resolve(status));
  });
}
`,
    clean: `
import { io } from "socket.io-client";

export function readStatus(url: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = io(url);
    socket.on("status", (status: string) => {
      socket.disconnect();
      resolve(status);
    });
  });
}
`,
  },
  {
    id: "socket.io/server",
    noun: "a socket.io server",
    acquire: construct(exported("socket.io", "Server")),
    handle: result,
    releases: methods("close", "disconnectSockets"),
    heldBy: "process",
    longLived: true,
    reason: "It holds its port and a timer for each client.",
    docs: "https://socket.io/docs/v4/server-api/#serverclosecallback",
    leaking: `
import { Server } from "socket.io";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const server = new Server(port);
  await work();
  await server.close();
}
`,
    clean: `
import { Server } from "socket.io";

export async function serveDuring(port: number, work: () => Promise<void>): Promise<void> {
  const server = new Server(port);
  try {
    await work();
  } finally {
    await server.close();
  }
}
`,
  },
  {
    id: "grpc/client",
    noun: "a gRPC client",
    acquire: construct(exported("@grpc/grpc-js", "Client")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "Its channel keeps connections and timers.",
    docs: "https://grpc.github.io/grpc/node/grpc.Client.html",
    leaking: `
import { Client, credentials } from "@grpc/grpc-js";

export function isReady(address: string, deadline: Date): Promise<boolean> {
  return new Promise((resolve) => {
    const client = new Client(address, credentials.createInsecure());
    client.waitForReady(deadline, (error) => resolve(error === undefined));
  });
}
`,
    clean: `
import { Client, credentials } from "@grpc/grpc-js";

export function isReady(address: string, deadline: Date): Promise<boolean> {
  return new Promise((resolve) => {
    const client = new Client(address, credentials.createInsecure());
    client.waitForReady(deadline, (error) => {
      client.close();
      resolve(error === undefined);
    });
  });
}
`,
  },
  {
    id: "grpc/server",
    noun: "a gRPC server",
    acquire: construct(exported("@grpc/grpc-js", "Server")),
    handle: result,
    releases: methods("tryShutdown", "forceShutdown"),
    wrongReleases: [{ method: "drain", because: "`drain` closes connections; the server goes on" }],
    heldBy: "process",
    longLived: true,
    reason: "It holds its port and its sessions.",
    docs: "https://grpc.github.io/grpc/node/grpc.Server.html",
    leaking: `
import { Server } from "@grpc/grpc-js";

export async function serveDuring(work: (server: string) => Promise<void>): Promise<void> {
  const server = new Server();
  await work("localhost");
  server.forceShutdown();
}
`,
    clean: `
import { Server } from "@grpc/grpc-js";

export async function serveDuring(work: (server: string) => Promise<void>): Promise<void> {
  const server = new Server();
  try {
    await work("localhost");
  } finally {
    server.forceShutdown();
  }
}
`,
  },
];

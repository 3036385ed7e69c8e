/** Sockets, servers and sessions of Node. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf, type ApiOrigin } from "../origin.ts";
import { call, construct, methods, result, signalIn } from "../vocabulary.ts";

const webServer = (name: string): ApiOrigin => oneOf(exported("node:http", name), exported("node:https", name));

export const nodeNet: readonly CataloguedPair[] = [
  {
    id: "node-net/socket",
    noun: "a socket",
    acquire: call(oneOf(exported("node:net", "connect"), exported("node:net", "createConnection"), exported("node:tls", "connect"))),
    handle: result,
    releases: methods("destroy", "end", "destroySoon", "resetAndDestroy", "[asyncDispose]"),
    wrongReleases: [{ method: "unref", because: "`unref` only lets the process end; the socket stays open" }],
    heldBy: "process",
    hasOtherSide: true,
    reason: "A socket stays open, with its descriptor, until one side ends it.",
    docs: "https://nodejs.org/api/net.html#socketdestroyerror",
    leaking: `
import { connect } from "node:net";

export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port);
    socket.on("connect", () => resolve(true));
    socket.on("error", () => resolve(false));
  });
}
`,
    clean: `
import { connect } from "node:net";

export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port);
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => {
      socket.destroy();
      resolve(false);
    });
  });
}
`,
  },
  {
    id: "node-net/server",
    noun: "a server",
    acquire: call(oneOf(exported("node:net", "createServer"), exported("node:tls", "createServer"))),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    reason: "A listening server holds its port and keeps the process alive.",
    docs: "https://nodejs.org/api/net.html#serverclosecallback",
    leaking: `
import { createServer } from "node:net";
import type { Server } from "node:net";

export class DebugSession {
  private server: Server | undefined;

  start(): void {
    this.server = createServer();
    this.server.listen(0);
  }

  isStarted(): boolean {
    return this.server !== undefined;
  }

  dispose(): void {
    console.log("disposed");
  }
}
`,
    clean: `
import { createServer } from "node:net";

export async function freePort(): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  } finally {
    server.close();
  }
}
`,
  },
  {
    id: "node-http/server",
    noun: "an HTTP server",
    acquire: call(oneOf(webServer("createServer"), exported("node:http2", "createServer"), exported("node:http2", "createSecureServer"))),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    heldBy: "process",
    longLived: true,
    reason: "A listening server holds its port and keeps the process alive.",
    docs: "https://nodejs.org/api/http.html#serverclosecallback",
    leaking: `
import { createServer } from "node:http";
import type { Server } from "node:http";

export class Preview {
  private server: Server | undefined;

  start(): void {
    this.server = createServer();
    this.server.listen(0);
  }

  isStarted(): boolean {
    return this.server !== undefined;
  }

  dispose(): void {
    console.log("disposed");
  }
}
`,
    clean: `
import { createServer } from "node:http";
import type { Server } from "node:http";

export class Preview {
  private server: Server | undefined;

  start(): void {
    this.server = createServer();
    this.server.listen(0);
  }

  dispose(): void {
    this.server?.close();
    this.server = undefined;
  }
}
`,
  },
  {
    id: "node-http/agent",
    noun: "an HTTP agent",
    acquire: construct(webServer("Agent")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "An agent with `keepAlive` keeps its sockets open after the last request.",
    docs: "https://nodejs.org/api/http.html#agentdestroy",
    leaking: `
import { Agent, get } from "node:http";

export function fetchOnce(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  return new Promise((resolve) => {
    get(url, { agent }, (response) => resolve(response.statusCode ?? 0));
  });
}
`,
    clean: `
import { Agent, get } from "node:http";

export function fetchOnce(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      agent.destroy();
      resolve(response.statusCode ?? 0);
    });
  });
}
`,
  },
  {
    id: "node-http2/session",
    noun: "an HTTP/2 session",
    acquire: call(exported("node:http2", "connect")),
    handle: result,
    releases: methods("close", "destroy"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "The session keeps its socket open after the last stream has ended.",
    docs: "https://nodejs.org/api/http2.html#http2sessionclosecallback",
    leaking: `
import { connect } from "node:http2";

export function statusOf(origin: string): Promise<unknown> {
  return new Promise((resolve) => {
    const session = connect(origin);
    session.request({ ":path": "/" }).on("response", (headers) => resolve(headers[":status"]));
  });
}
`,
    clean: `
import { connect } from "node:http2";

export function statusOf(origin: string): Promise<unknown> {
  return new Promise((resolve) => {
    const session = connect(origin);
    session.request({ ":path": "/" }).on("response", (headers) => {
      session.close();
      resolve(headers[":status"]);
    });
  });
}
`,
  },
  {
    id: "node-dgram/socket",
    noun: "a datagram socket",
    acquire: call(exported("node:dgram", "createSocket")),
    handle: result,
    releases: methods("close", "[asyncDispose]"),
    bounds: [signalIn(0)],
    heldBy: "process",
    reason: "A bound socket holds its port and keeps the process alive; `send` binds it.",
    docs: "https://nodejs.org/api/dgram.html#socketclosecallback",
    leaking: `
import { createSocket } from "node:dgram";

export function emitMetric(text: string): void {
  const socket = createSocket("udp4");
  socket.send(text, 8125, "localhost");
}
`,
    clean: `
import { createSocket } from "node:dgram";

export function emitMetric(text: string): void {
  const socket = createSocket("udp4");
  socket.send(text, 8125, "localhost", () => socket.close());
}
`,
  },
];

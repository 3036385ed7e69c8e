/** Listeners of Node's emitters. */
import type { CataloguedPair, Release } from "../entry.ts";
import { anything, exported, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { call, identity, receiverClearing, receiverRepeating } from "../vocabulary.ts";

const child = oneOf(resultOf(exported("node:child_process", "spawn")), resultOf(exported("node:child_process", "fork")), resultOf(exported("node:child_process", "execFile")));
const emitter = typed("node:events", "EventEmitter", [
  instanceOf(exported("node:events", "EventEmitter")),
  instanceOf(exported("node:events", "default")),
  child,
  memberOf(child, "stdin"),
  memberOf(child, "stdout"),
  memberOf(child, "stderr"),
]);
const processMember = (name: string): ApiOrigin => oneOf(globalNamed(`process.${name}`), exported("node:process", name));

const removal: readonly Release[] = [
  receiverRepeating("off", 0, 1),
  receiverRepeating("removeListener", 0, 1),
  receiverClearing("removeAllListeners"),
];

export const nodeEvents: readonly CataloguedPair[] = [
  {
    id: "node-process/listener",
    noun: "a process listener",
    acquire: call(oneOf(processMember("on"), processMember("addListener"), processMember("prependListener"))),
    handle: identity,
    releases: removal,
    heldBy: "receiver",
    reason: "The process never ends before the program: every listener and all it closes over stays.",
    docs: "https://nodejs.org/api/process.html#process-events",
    leaking: `
export class Agent {
  private stopped = false;
  private readonly onSignal = (): void => this.dispose();
  private readonly onHangUp = (): void => this.dispose();

  constructor() {
    process.on("SIGTERM", this.onSignal);
    process.on("SIGHUP", this.onHangUp);
  }

  dispose(): void {
    this.stopped = true;
    process.off("SIGTERM", this.onSignal);
  }

  isStopped(): boolean {
    return this.stopped;
  }
}
`,
    clean: `
export class Agent {
  private stopped = false;
  private readonly onSignal = (): void => this.dispose();
  private readonly onHangUp = (): void => this.dispose();

  constructor() {
    process.on("SIGTERM", this.onSignal);
    process.on("SIGHUP", this.onHangUp);
  }

  dispose(): void {
    this.stopped = true;
    process.off("SIGTERM", this.onSignal);
    process.off("SIGHUP", this.onHangUp);
  }

  isStopped(): boolean {
    return this.stopped;
  }
}
`,
  },
  {
    id: "node-process/once",
    noun: "a one-shot process listener",
    acquire: call(oneOf(processMember("once"), processMember("prependOnceListener"))),
    handle: identity,
    releases: removal,
    heldBy: "receiver",
    reason: "A signal or an exit comes once in a process, if at all: until then the listeners of all instances add up.",
    docs: "https://nodejs.org/api/process.html#process-events",
    leaking: `
export class Reporter {
  private readonly lines: string[] = [];
  private readonly onInterrupt = (): void => {
    this.flush();
  };
  private readonly onExit = (): void => {
    this.flush();
  };

  constructor() {
    process.once("SIGINT", this.onInterrupt);
    process.once("beforeExit", this.onExit);
  }

  flush(): number {
    return this.lines.length;
  }

  dispose(): void {
    this.lines.length = 0;
    process.off("SIGINT", this.onInterrupt);
  }
}
`,
    clean: `
export class Reporter {
  private readonly lines: string[] = [];
  private readonly onInterrupt = (): void => {
    this.flush();
  };
  private readonly onExit = (): void => {
    this.flush();
  };

  constructor() {
    process.once("SIGINT", this.onInterrupt);
    process.once("beforeExit", this.onExit);
  }

  flush(): number {
    return this.lines.length;
  }

  dispose(): void {
    this.lines.length = 0;
    process.off("SIGINT", this.onInterrupt);
    process.off("beforeExit", this.onExit);
  }
}
`,
  },
  {
    id: "node-events/listener",
    noun: "a listener",
    acquire: call(oneOf(memberOf(emitter, "on"), memberOf(emitter, "addListener"), memberOf(emitter, "prependListener"))),
    handle: identity,
    releases: removal,
    heldBy: "receiver",
    reason: "The emitter keeps the listener and all that it closes over for as long as the emitter lives.",
    docs: "https://nodejs.org/api/events.html#emitteroneventname-listener",
    leaking: `
import { EventEmitter } from "node:events";

const bus = new EventEmitter();

export function waitFor(id: string): Promise<void> {
  return new Promise((resolve) => {
    bus.on("done", (done) => {
      if (done === id) resolve();
    });
  });
}
`,
    clean: `
import { EventEmitter } from "node:events";

const bus = new EventEmitter();

export function waitFor(id: string): Promise<void> {
  return new Promise((resolve) => {
    const onDone = (done: string): void => {
      if (done !== id) return;
      bus.off("done", onDone);
      resolve();
    };
    bus.on("done", onDone);
  });
}
`,
  },
  {
    id: "node-events/once",
    noun: "a one-shot listener",
    acquire: call(oneOf(memberOf(emitter, "once"), memberOf(emitter, "prependOnceListener"))),
    handle: identity,
    releases: removal,
    heldBy: "receiver",
    endsByItself: true,
    reason: "Of two alternative events one never comes, and its listener stays on the emitter.",
    docs: "https://nodejs.org/api/events.html#emitteronceeventname-listener",
    leaking: `
import { EventEmitter } from "node:events";

export async function answerOf(bus: EventEmitter, ask: () => Promise<string>): Promise<string> {
  const onFailure = (): void => console.error("failed");
  bus.once("failure", onFailure);
  const answer = await ask();
  bus.off("failure", onFailure);
  return answer;
}
`,
    clean: `
import { EventEmitter } from "node:events";

export async function answerOf(bus: EventEmitter, ask: () => Promise<string>): Promise<string> {
  const onFailure = (): void => console.error("failed");
  bus.once("failure", onFailure);
  try {
    return await ask();
  } finally {
    bus.off("failure", onFailure);
  }
}
`,
  },
  {
    id: "node-events/listener-by-name",
    noun: "a listener",
    acquire: call(oneOf(memberOf(anything, "on"), memberOf(anything, "addListener"))),
    handle: identity,
    releases: removal,
    heldBy: "receiver",
    confidence: "likely",
    needsEvent: true,
    reason: "Most emitters are known by their methods only: a subscription on a longer-lived one keeps the listener.",
    docs: "https://nodejs.org/api/events.html#class-eventemitter",
    unproven: "It matches by the name of the method alone, on purpose, and counts in the strict preset only.",
    leaking: `
interface Client {
  on(event: string, listener: (text: string) => void): void;
  off(event: string, listener: (text: string) => void): void;
}

export class Connection {
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  nextMessage(): Promise<string> {
    return new Promise((resolve) => {
      this.client.on("message", (text) => resolve(text));
    });
  }
}
`,
    clean: `
interface Client {
  on(event: string, listener: (text: string) => void): void;
  off(event: string, listener: (text: string) => void): void;
}

export class Connection {
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  nextMessage(): Promise<string> {
    return new Promise((resolve) => {
      const onMessage = (text: string): void => {
        this.client.off("message", onMessage);
        resolve(text);
      };
      this.client.on("message", onMessage);
    });
  }
}
`,
  },
];

/** All that an application finds around it: timers, emitters, a page, a process, requests that come and end. */
import { Clock } from "./clock.ts";
import { Holdings, WeaklyKeyed } from "./holdings.ts";
import { controllerClass, emitterClass, targetClass, type BreakablePart, type EmitterClass } from "./listening.ts";

/** What an application calls the things it is given; the world hands them over under these names. */
export type NameOf = (role: string) => string;

/** How the world behaves where the text of an application does not say it. */
export interface Surroundings {
  /** Whether the work that an application calls fails for some requests. */
  readonly workFails: boolean;
  /** Whether some requests are refused by what they carry. */
  readonly hasBadRequests: boolean;
  /** Whether some requests are cut off: they close, and never finish. */
  readonly hasAborts: boolean;
}

type Component = (properties: Readonly<Record<string, unknown>>) => unknown;
type Cleanup = () => unknown;

const KINDS = ["read", "write", "list"];
const PARTS = ["head", "tail"];

/** One failure for all: a stack costs more than the round. */
const FAILURE = new Error("failed");

export class World {
  readonly holdings = new Holdings();
  readonly clock: Clock;
  readonly #emitter: EmitterClass;
  readonly #surroundings: Surroundings;
  readonly #name: NameOf;
  readonly #process: InstanceType<EmitterClass>;
  readonly #standing: InstanceType<EmitterClass>;
  readonly #page: { readonly window: { dispatchEvent(event: { readonly type: string }): boolean }; readonly globals: Readonly<Record<string, unknown>> };
  #effects: (() => unknown)[] = [];

  constructor(surroundings: Surroundings, name: NameOf, broken: ReadonlySet<BreakablePart>) {
    this.clock = new Clock(this.holdings, broken.has("clearInterval"));
    this.#emitter = emitterClass(this.holdings, broken);
    this.#surroundings = surroundings;
    this.#name = name;
    this.#process = new this.#emitter();
    this.#standing = new this.#emitter();
    const Target = targetClass(this.holdings, broken);
    const window = new Target();
    const document = Object.assign(new Target(), { body: new Target(), createElement: () => new Target() });
    this.#page = { window, globals: { window, document, AbortController: controllerClass(broken), Event: PageEvent } };
  }

  /** The globals that the text of an application names. */
  get globals(): Readonly<Record<string, unknown>> {
    return {
      at: (thing: number) => this.holdings.at(thing),
      tracked: (thing: number, collection: object) => this.holdings.tracked(thing, collection),
      ...this.clock.calls,
      ...this.#page.globals,
      process: this.#process,
      console: { log: () => {}, warn: () => {} },
      WeakMap: WeaklyKeyed,
    };
  }

  /** The packages and files that are there without being a part of the application. */
  module(path: string): Readonly<Record<string, unknown>> | undefined {
    if (path === "node:events") return { EventEmitter: this.#emitter };
    if (path === "react") return { useEffect: (effect: () => unknown) => void this.#effects.push(effect) };
    if (path === `./${this.#name("$workFile")}.js`) return { [this.#name("$load")]: (request: object) => this.#load(request) };
    return undefined;
  }

  /** A request that comes in a round: an emitter with what tells it from others. */
  request(round: number): object {
    const { hasBadRequests } = this.#surroundings;
    const request = new this.#emitter() as unknown as Record<string, unknown> & { round: number };
    request.round = round;
    const set = (role: string, value: unknown): void => {
      request[this.#name(role)] = value;
    };
    set("$id", `R${String(round)}`);
    set("$kind", KINDS[round % KINDS.length]);
    set("$title", `Title ${String(round)}`);
    set("$context", new Context(round));
    set("$state", { at: round });
    set("$parts", PARTS);
    set("$bad", hasBadRequests && round % 3 === 0);
    set("$body", hasBadRequests && round % 4 === 0 ? undefined : "body");
    return request;
  }

  /** Ends a request, and lets the rest of the world have its say. */
  endRound(request: object): void {
    const { round } = request as { readonly round: number };
    const emitter = request as InstanceType<EmitterClass>;
    const isCut = this.#surroundings.hasAborts && round % 3 === 0;
    if (!isCut) emitter.emit("finish");
    emitter.emit("close");
    this.#process.emit("SIGHUP");
    this.#standing.emit(this.#name("$event"));
    this.#page.window.dispatchEvent(new PageEvent("resize"));
    this.clock.advance(1000);
  }

  /** Mounts a component; the answer unmounts it. */
  mount(component: Component, request: object): () => void {
    this.#effects = [];
    component({ ...request, [this.#name("$source")]: this.#standing, [this.#name("$element")]: this.#page.window });
    const cleanups = this.#effects.map((effect) => effect()).filter((cleanup): cleanup is Cleanup => typeof cleanup === "function");
    this.#effects = [];
    return () => {
      for (const cleanup of cleanups) cleanup();
    };
  }

  async #load(request: object): Promise<string> {
    await Promise.resolve();
    const { round } = request as { readonly round: number };
    (request as Record<string, { at: number }>)[this.#name("$state")] = { at: round + 1 };
    if (this.#surroundings.workFails && round % 4 === 0) throw FAILURE;
    return "loaded";
  }
}

/** What comes with a request and prints the time that it has left. */
class Context {
  readonly #round: number;
  #left = 100;

  constructor(round: number) {
    this.#round = round;
  }

  toString(): string {
    this.#left -= 1;
    return `context ${String(this.#round)}, ${String(this.#left)} ms left`;
  }
}

class PageEvent {
  readonly type: string;

  constructor(type: string) {
    this.type = type;
  }
}

/** Observables, stores and state machines. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { call, fluentCall, identity, invoking, methods, receiver, receiverRepeating, result, signalIn } from "../vocabulary.ts";

const CREATORS = ["from", "of", "interval", "timer", "fromEvent", "fromEventPattern", "merge", "combineLatest", "concat", "defer", "race", "zip", "forkJoin"];
const SUBJECTS = ["Subject", "BehaviorSubject", "ReplaySubject", "AsyncSubject", "Observable"];
const source: ApiOrigin = typed("rxjs", "Observable", [
  ...CREATORS.map((name) => resultOf(exported("rxjs", name))),
  ...SUBJECTS.map((name) => instanceOf(exported("rxjs", name))),
]);
const subject = typed("rxjs", "Subject", SUBJECTS.slice(0, 4).map((name) => instanceOf(exported("rxjs", name))));
const observable: ApiOrigin = typed("rxjs", "Observable", [source, resultOf(memberOf(source, "pipe")), resultOf(memberOf(subject, "asObservable"))]);

const actor = typed("xstate", "Actor", [resultOf(exported("xstate", "createActor"))]);
const queryObserver = typed("@tanstack/query-core", "QueryObserver", [instanceOf(exported("@tanstack/query-core", "QueryObserver"))]);
const svelteStore = typed("svelte/store", "Readable", ["writable", "readable", "derived"].map((name) => resultOf(exported("svelte/store", name))));
const signal = oneOf(typed("@lumino/signaling", "ISignal", []), typed("@lumino/signaling", "Signal", [instanceOf(exported("@lumino/signaling", "Signal"))]));

export const reactive: readonly CataloguedPair[] = [
  {
    id: "rxjs/subscription",
    noun: "a subscription",
    acquire: call(memberOf(observable, "subscribe")),
    handle: result,
    releases: methods("unsubscribe"),
    heldBy: "receiver",
    confidence: "likely",
    reason: "A source that does not complete keeps the observer and all that it closes over.",
    docs: "https://rxjs.dev/guide/subscription",
    leaking: `
import { interval } from "rxjs";

export function poll(refresh: () => void): void {
  interval(1000).subscribe(() => refresh());
}
`,
    clean: `
import { interval } from "rxjs";

export function poll(refresh: () => void): () => void {
  const subscription = interval(1000).subscribe(() => refresh());
  return () => subscription.unsubscribe();
}
`,
  },
  {
    id: "mobx/reaction",
    noun: "a reaction",
    acquire: call(oneOf(exported("mobx", "autorun"), exported("mobx", "reaction"), exported("mobx", "observe"), exported("mobx", "intercept"))),
    handle: result,
    releases: invoking,
    bounds: [signalIn(1), signalIn(2)],
    heldBy: "process",
    reason: "What it has read keeps it, and it runs again with each change.",
    docs: "https://mobx.js.org/reactions.html#always-dispose-of-reactions",
    leaking: `
import { autorun } from "mobx";

export function showTotal(cart: { total: number }, show: (total: number) => void): void {
  autorun(() => show(cart.total));
}
`,
    clean: `
import { autorun } from "mobx";

export function showTotal(cart: { total: number }, show: (total: number) => void): () => void {
  const stop = autorun(() => show(cart.total));
  return () => stop();
}
`,
  },
  {
    id: "xstate/actor",
    noun: "an actor",
    acquire: fluentCall(memberOf(actor, "start")),
    handle: receiver,
    releases: methods("stop"),
    heldBy: "process",
    reason: "A started actor keeps its timers and its children until it is stopped or reaches its end.",
    docs: "https://stately.ai/docs/actors#stopping-actors",
    leaking: `
import { createActor } from "xstate";
import type { AnyStateMachine } from "xstate";

export async function runDuring(machine: AnyStateMachine, work: () => Promise<void>): Promise<void> {
  const actor = createActor(machine);
  actor.start();
  await work();
  actor.stop();
}
`,
    clean: `
import { createActor } from "xstate";
import type { AnyStateMachine } from "xstate";

export async function runDuring(machine: AnyStateMachine, work: () => Promise<void>): Promise<void> {
  const actor = createActor(machine);
  actor.start();
  try {
    await work();
  } finally {
    actor.stop();
  }
}
`,
  },
  {
    id: "xstate/subscription",
    noun: "a subscription",
    acquire: call(memberOf(actor, "subscribe")),
    handle: result,
    releases: methods("unsubscribe"),
    heldBy: "receiver",
    reason: "The actor keeps the observer until the actor stops.",
    docs: "https://stately.ai/docs/actors#actorsubscribe",
    leaking: `
import type { AnyStateMachine, Actor } from "xstate";

export function logStates(actor: Actor<AnyStateMachine>): void {
  actor.subscribe((snapshot) => console.log(snapshot.status));
}
`,
    clean: `
import type { AnyStateMachine, Actor } from "xstate";

export function logStates(actor: Actor<AnyStateMachine>): () => void {
  const subscription = actor.subscribe((snapshot) => console.log(snapshot.status));
  return () => subscription.unsubscribe();
}
`,
  },
  {
    id: "svelte/store-subscription",
    noun: "a store subscription",
    acquire: call(memberOf(svelteStore, "subscribe")),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "The store keeps the callback; outside a component nobody takes it off.",
    docs: "https://svelte.dev/docs/svelte/stores#Store-contract",
    leaking: `
import { writable } from "svelte/store";

const theme = writable("light");

export function followTheme(apply: (theme: string) => void): void {
  theme.subscribe((value) => apply(value));
}
`,
    clean: `
import { writable } from "svelte/store";

const theme = writable("light");

export function followTheme(apply: (theme: string) => void): () => void {
  const stop = theme.subscribe((value) => apply(value));
  return () => stop();
}
`,
  },
  {
    id: "tanstack-query/observer-subscription",
    noun: "a query subscription",
    acquire: call(memberOf(queryObserver, "subscribe")),
    handle: result,
    releases: invoking,
    heldBy: "process",
    reason: "A query with a subscriber is never collected from the cache, and is fetched again and again.",
    docs: "https://tanstack.com/query/latest/docs/reference/QueryObserver",
    leaking: `
import { QueryObserver } from "@tanstack/query-core";
import type { QueryClient } from "@tanstack/query-core";

export function follow(client: QueryClient, show: (data: unknown) => void): void {
  const observer = new QueryObserver(client, { queryKey: ["users"] });
  observer.subscribe((result) => show(result.data));
}
`,
    clean: `
import { QueryObserver } from "@tanstack/query-core";
import type { QueryClient } from "@tanstack/query-core";

export function follow(client: QueryClient, show: (data: unknown) => void): () => void {
  const observer = new QueryObserver(client, { queryKey: ["users"] });
  const stop = observer.subscribe((result) => show(result.data));
  return () => stop();
}
`,
  },
  {
    id: "lumino/signal-connection",
    noun: "a signal connection",
    acquire: call(memberOf(signal, "connect")),
    handle: identity,
    releases: [receiverRepeating("disconnect", 0, 1)],
    heldBy: "receiver",
    reason: "The sender keeps the slot, and through it the receiver, until both arguments are given to `disconnect` again.",
    docs: "https://lumino.readthedocs.io/en/latest/api/interfaces/signaling.ISignal.html",
    leaking: `
import type { ISignal } from "@lumino/signaling";

export class Status {
  private readonly changed: ISignal<object, string>;

  constructor(changed: ISignal<object, string>) {
    this.changed = changed;
  }

  nextText(): Promise<string> {
    return new Promise((resolve) => {
      this.changed.connect((_sender, text) => resolve(text));
    });
  }
}
`,
    clean: `
import type { ISignal } from "@lumino/signaling";

export class Status {
  private readonly changed: ISignal<object, string>;

  constructor(changed: ISignal<object, string>) {
    this.changed = changed;
  }

  nextText(): Promise<string> {
    return new Promise((resolve) => {
      const onChange = (_sender: object, text: string): void => {
        this.changed.disconnect(onChange);
        resolve(text);
      };
      this.changed.connect(onChange);
    });
  }
}
`,
  },
];

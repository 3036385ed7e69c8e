/** Stores and signals: what subscribes to them is given its end as a function. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { call, invoking, methods, receiverClearing, result } from "../vocabulary.ts";

const redux = typed("redux", "Store", [resultOf(exported("redux", "createStore")), resultOf(exported("@reduxjs/toolkit", "configureStore"))]);
const zustand = typed("zustand", "StoreApi", [resultOf(exported("zustand", "create")), resultOf(exported("zustand/vanilla", "createStore"))]);
const jotai = resultOf(oneOf(exported("jotai", "createStore"), exported("jotai", "getDefaultStore"), exported("jotai/vanilla", "createStore")));
const nanostore = typed("nanostores", "ReadableAtom", [...["atom", "map", "computed", "deepMap"].map((name) => resultOf(exported("nanostores", name)))]);
const listenerMiddleware = resultOf(exported("@reduxjs/toolkit", "createListenerMiddleware"));
const effectorUnit = oneOf(...["Store", "Event", "Effect"].map((name) => typed("effector", name, [resultOf(exported("effector", `create${name}`))])));

export const stateStores: readonly CataloguedPair[] = [
  {
    id: "redux/subscription",
    noun: "a store subscription",
    acquire: call(memberOf(redux, "subscribe")),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "The store lives as long as the page, and calls the listener after each action.",
    docs: "https://redux.js.org/api/store#subscribelistener",
    leaking: `
import type { Store } from "redux";

export async function saveDuring(store: Store, save: () => void, work: () => Promise<void>): Promise<void> {
  const stop = store.subscribe(() => save());
  await work();
  stop();
}
`,
    clean: `
import type { Store } from "redux";

export async function saveDuring(store: Store, save: () => void, work: () => Promise<void>): Promise<void> {
  const stop = store.subscribe(() => save());
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "zustand/subscription",
    noun: "a store subscription",
    acquire: call(memberOf(zustand, "subscribe")),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "The store lives as long as the page, and calls the listener at each change.",
    docs: "https://zustand.docs.pmnd.rs/reference/apis/create-store#subscribe-function",
    leaking: `
import { createStore } from "zustand/vanilla";

const cart = createStore(() => ({ total: 0 }));

export async function showDuring(show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = cart.subscribe(({ total }) => show(total));
  await work();
  stop();
}
`,
    clean: `
import { createStore } from "zustand/vanilla";

const cart = createStore(() => ({ total: 0 }));

export async function showDuring(show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = cart.subscribe(({ total }) => show(total));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "jotai/subscription",
    noun: "an atom subscription",
    acquire: call(memberOf(jotai, "sub")),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "The atom stays mounted, and so does all it is derived from.",
    docs: "https://jotai.org/docs/core/store#createstore",
    leaking: `
import { atom, createStore } from "jotai";

const store = createStore();
const total = atom(0);

export async function showDuring(show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = store.sub(total, () => show(store.get(total)));
  await work();
  stop();
}
`,
    clean: `
import { atom, createStore } from "jotai";

const store = createStore();
const total = atom(0);

export async function showDuring(show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = store.sub(total, () => show(store.get(total)));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "nanostores/listener",
    noun: "a store listener",
    acquire: call(oneOf(memberOf(nanostore, "listen"), memberOf(nanostore, "subscribe"))),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "A store with a listener stays mounted, with the work that mounting it started.",
    docs: "https://github.com/nanostores/nanostores#atoms",
    leaking: `
import { atom } from "nanostores";

const total = atom(0);

export async function showDuring(show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = total.listen((value) => show(value));
  await work();
  stop();
}
`,
    clean: `
import { atom } from "nanostores";

const total = atom(0);

export async function showDuring(show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = total.listen((value) => show(value));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "valtio/subscription",
    noun: "a state subscription",
    acquire: call(oneOf(exported("valtio", "subscribe"), exported("valtio/vanilla", "subscribe"), exported("valtio/utils", "subscribeKey"))),
    handle: result,
    releases: invoking,
    heldBy: "argument",
    reason: "The state keeps the callback for as long as it lives.",
    docs: "https://valtio.dev/docs/api/advanced/subscribe",
    leaking: `
import { subscribe } from "valtio";

export async function saveDuring(cart: { total: number }, save: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = subscribe(cart, () => save(cart.total));
  await work();
  stop();
}
`,
    clean: `
import { subscribe } from "valtio";

export async function saveDuring(cart: { total: number }, save: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = subscribe(cart, () => save(cart.total));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "preact-signals/effect",
    noun: "an effect",
    acquire: call(exported("@preact/signals-core", "effect")),
    handle: result,
    releases: invoking,
    heldBy: "process",
    reason: "Every signal it has read keeps it, and runs it again.",
    docs: "https://preactjs.com/guide/v10/signals/#effectfn",
    leaking: `
import { effect } from "@preact/signals-core";
import type { Signal } from "@preact/signals-core";

export async function showDuring(total: Signal<number>, show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = effect(() => show(total.value));
  await work();
  stop();
}
`,
    clean: `
import { effect } from "@preact/signals-core";
import type { Signal } from "@preact/signals-core";

export async function showDuring(total: Signal<number>, show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = effect(() => show(total.value));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "redux-toolkit/listener",
    noun: "a listener",
    acquire: call(memberOf(listenerMiddleware, "startListening")),
    handle: result,
    releases: [...invoking, receiverClearing("clearListeners")],
    heldBy: "receiver",
    confidence: "likely",
    reason: "The middleware lives as long as the store, and runs the effect for each action.",
    docs: "https://redux-toolkit.js.org/api/createListenerMiddleware#startlistening",
    leaking: `
import { createListenerMiddleware } from "@reduxjs/toolkit";

const listeners = createListenerMiddleware();

export async function countDuring(type: string, count: () => void, work: () => Promise<void>): Promise<void> {
  const stop = listeners.startListening({ type, effect: () => count() });
  await work();
  stop();
}
`,
    clean: `
import { createListenerMiddleware } from "@reduxjs/toolkit";

const listeners = createListenerMiddleware();

export async function countDuring(type: string, count: () => void, work: () => Promise<void>): Promise<void> {
  const stop = listeners.startListening({ type, effect: () => count() });
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "effector/watcher",
    noun: "a watcher",
    acquire: call(memberOf(effectorUnit, "watch")),
    handle: result,
    releases: [...invoking, ...methods("unsubscribe")],
    heldBy: "receiver",
    reason: "Stores and events live as long as the page, and call the watcher at each update.",
    docs: "https://effector.dev/en/api/effector/store/#store-watch-watcher",
    leaking: `
import type { Store } from "effector";

export async function showDuring(total: Store<number>, show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = total.watch((value) => show(value));
  await work();
  stop();
}
`,
    clean: `
import type { Store } from "effector";

export async function showDuring(total: Store<number>, show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const stop = total.watch((value) => show(value));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
];

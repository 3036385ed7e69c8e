/** What UI frameworks hand out beside the life of their components. */
import type { CataloguedPair } from "../entry.ts";
import { exported, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { call, invoking, methods, passingTo, receiver, result } from "../vocabulary.ts";

const app = oneOf(typed("vue", "App", [resultOf(exported("vue", "createApp")), resultOf(exported("vue", "createSSRApp"))]), typed("@vue/runtime-core", "App", []));
const renderer = typed("@angular/core", "Renderer2", []);
const reactNative = (name: string): ApiOrigin => exported("react-native", `${name}.addEventListener`);
const NATIVE_SOURCES = ["AppState", "BackHandler", "Linking", "Dimensions", "AccessibilityInfo"];
const browserHistory = resultOf(oneOf(...["createBrowserHistory", "createHashHistory", "createMemoryHistory"].map((name) => exported("history", name))));

export const frameworks: readonly CataloguedPair[] = [
  {
    id: "vue/effect-scope",
    noun: "an effect scope",
    acquire: call(oneOf(exported("vue", "effectScope"), exported("@vue/reactivity", "effectScope"))),
    handle: result,
    releases: methods("stop"),
    wrongReleases: [{ method: "pause", because: "`pause` keeps the effects on what they have read" }],
    heldBy: "process",
    longLived: true,
    confidence: "likely",
    reason: "Its watchers and computed values go on until it is stopped.",
    docs: "https://vuejs.org/api/reactivity-advanced.html#effectscope",
    leaking: `
import { effectScope, watchEffect } from "vue";

export async function showDuring(cart: { total: number }, show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const scope = effectScope(true);
  scope.run(() => watchEffect(() => show(cart.total)));
  await work();
  scope.stop();
}
`,
    clean: `
import { effectScope, watchEffect } from "vue";

export async function showDuring(cart: { total: number }, show: (total: number) => void, work: () => Promise<void>): Promise<void> {
  const scope = effectScope(true);
  try {
    scope.run(() => watchEffect(() => show(cart.total)));
    await work();
  } finally {
    scope.stop();
  }
}
`,
  },
  {
    id: "vue/app",
    noun: "a mounted app",
    acquire: call(memberOf(app, "mount")),
    handle: receiver,
    releases: methods("unmount"),
    heldBy: "process",
    longLived: true,
    reason: "Its components stay alive, with their timers and listeners, also when the element is gone.",
    docs: "https://vuejs.org/api/application.html#app-unmount",
    leaking: `
import { createApp } from "vue";
import type { Component } from "vue";

export async function showDuring(dialog: Component, element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const app = createApp(dialog);
  app.mount(element);
  await work();
  app.unmount();
}
`,
    clean: `
import { createApp } from "vue";
import type { Component } from "vue";

export async function showDuring(dialog: Component, element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const app = createApp(dialog);
  app.mount(element);
  try {
    await work();
  } finally {
    app.unmount();
  }
}
`,
  },
  {
    id: "angular/component",
    noun: "a component",
    acquire: call(exported("@angular/core", "createComponent")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "Nothing but `destroy` runs its `ngOnDestroy` and takes its element away.",
    docs: "https://angular.dev/api/core/createComponent",
    leaking: `
import { createComponent } from "@angular/core";
import type { EnvironmentInjector, Type } from "@angular/core";

export async function showDuring(dialog: Type<object>, environmentInjector: EnvironmentInjector, work: () => Promise<void>): Promise<void> {
  const shown = createComponent(dialog, { environmentInjector });
  await work();
  shown.destroy();
}
`,
    clean: `
import { createComponent } from "@angular/core";
import type { EnvironmentInjector, Type } from "@angular/core";

export async function showDuring(dialog: Type<object>, environmentInjector: EnvironmentInjector, work: () => Promise<void>): Promise<void> {
  const shown = createComponent(dialog, { environmentInjector });
  try {
    await work();
  } finally {
    shown.destroy();
  }
}
`,
  },
  {
    id: "angular/dom-listener",
    noun: "a DOM listener",
    acquire: call(memberOf(renderer, "listen")),
    handle: result,
    releases: invoking,
    heldBy: "argument",
    confidence: "likely",
    reason: "On `document` and `window` the listener outlives the component that added it.",
    docs: "https://angular.dev/api/core/Renderer2#listen",
    leaking: `
import type { Renderer2 } from "@angular/core";

export async function closeOnEscape(renderer: Renderer2, close: () => void, work: () => Promise<void>): Promise<void> {
  const stop = renderer.listen("document", "keydown.escape", () => close());
  await work();
  stop();
}
`,
    clean: `
import type { Renderer2 } from "@angular/core";

export async function closeOnEscape(renderer: Renderer2, close: () => void, work: () => Promise<void>): Promise<void> {
  const stop = renderer.listen("document", "keydown.escape", () => close());
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "svelte/component",
    noun: "a mounted component",
    acquire: call(oneOf(exported("svelte", "mount"), exported("svelte", "hydrate"))),
    handle: result,
    releases: [passingTo(exported("svelte", "unmount"))],
    heldBy: "process",
    longLived: true,
    versions: "from Svelte 5 on",
    reason: "Its effects go on, also when its element is gone.",
    docs: "https://svelte.dev/docs/svelte/imperative-component-api#unmount",
    leaking: `
import { mount, unmount } from "svelte";
import type { Component } from "svelte";

export async function showDuring(dialog: Component, target: HTMLElement, work: () => Promise<void>): Promise<void> {
  const shown = mount(dialog, { target });
  await work();
  void unmount(shown);
}
`,
    clean: `
import { mount, unmount } from "svelte";
import type { Component } from "svelte";

export async function showDuring(dialog: Component, target: HTMLElement, work: () => Promise<void>): Promise<void> {
  const shown = mount(dialog, { target });
  try {
    await work();
  } finally {
    void unmount(shown);
  }
}
`,
  },
  {
    id: "react-native/subscription",
    noun: "a device listener",
    acquire: call(oneOf(...NATIVE_SOURCES.map(reactNative))),
    handle: result,
    releases: [...methods("remove"), { by: "receiver-method", name: "removeEventListener", same: [0, 1], versions: "up to 0.76" }],
    heldBy: "process",
    reason: "The module lives as long as the app, and calls the listener of a screen that is gone.",
    docs: "https://reactnative.dev/docs/appstate#addeventlistener",
    leaking: `
import { AppState } from "react-native";

export async function watchDuring(changed: (state: string) => void, work: () => Promise<void>): Promise<void> {
  const subscription = AppState.addEventListener("change", (state) => changed(state));
  await work();
  subscription.remove();
}
`,
    clean: `
import { AppState } from "react-native";

export async function watchDuring(changed: (state: string) => void, work: () => Promise<void>): Promise<void> {
  const subscription = AppState.addEventListener("change", (state) => changed(state));
  try {
    await work();
  } finally {
    subscription.remove();
  }
}
`,
  },
  {
    id: "netinfo/listener",
    noun: "a network listener",
    acquire: call(oneOf(exported("@react-native-community/netinfo", "addEventListener"), exported("@react-native-community/netinfo", "default.addEventListener"))),
    handle: result,
    releases: invoking,
    heldBy: "process",
    reason: "The module lives as long as the app, and calls the listener of a screen that is gone.",
    docs: "https://github.com/react-native-netinfo/react-native-netinfo#addeventlistener",
    leaking: `
import NetInfo from "@react-native-community/netinfo";

export async function watchDuring(changed: (isUp: boolean) => void, work: () => Promise<void>): Promise<void> {
  const stop = NetInfo.addEventListener((state) => changed(state.isConnected === true));
  await work();
  stop();
}
`,
    clean: `
import NetInfo from "@react-native-community/netinfo";

export async function watchDuring(changed: (isUp: boolean) => void, work: () => Promise<void>): Promise<void> {
  const stop = NetInfo.addEventListener((state) => changed(state.isConnected === true));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
  {
    id: "history/listener",
    noun: "a history listener",
    acquire: call(oneOf(memberOf(browserHistory, "listen"), memberOf(browserHistory, "block"))),
    handle: result,
    releases: invoking,
    heldBy: "receiver",
    reason: "The history lives as long as the page.",
    docs: "https://github.com/remix-run/history/blob/main/docs/api-reference.md#history.listen",
    leaking: `
import { createBrowserHistory } from "history";

const history = createBrowserHistory();

export async function followDuring(moved: (path: string) => void, work: () => Promise<void>): Promise<void> {
  const stop = history.listen(({ location }) => moved(location.pathname));
  await work();
  stop();
}
`,
    clean: `
import { createBrowserHistory } from "history";

const history = createBrowserHistory();

export async function followDuring(moved: (path: string) => void, work: () => Promise<void>): Promise<void> {
  const stop = history.listen(({ location }) => moved(location.pathname));
  try {
    await work();
  } finally {
    stop();
  }
}
`,
  },
];

/**
 * Methods whose call ends the life of their object, by name: the language's own, Node's habits, and the hooks that
 * frameworks call. A class that has one is expected to let go there of what it holds.
 */
export const teardownNames: ReadonlySet<string> = new Set([
  // The language and common habit.
  "[dispose]", "[asyncDispose]", "dispose", "disposeAsync", "destroy", "close", "stop", "end", "shutdown", "shutDown", "terminate",
  "teardown", "tearDown", "cleanup", "cleanUp", "disconnect", "unsubscribe", "detach", "uninstall", "deactivate", "unload", "quit",
  "release", "abort", "cancel", "finish", "kill", "free", "_destroy", "_final", "unbind", "unmount", "disable", "clear", "reset", "dealloc",
  // Frameworks.
  "componentWillUnmount", "disconnectedCallback", "hostDisconnected", "ngOnDestroy", "onModuleDestroy", "onApplicationShutdown",
  "beforeApplicationShutdown", "beforeUnmount", "unmounted", "beforeDestroy", "destroyed", "onUnload", "onunload", "onClose", "onDestroy",
]);

/** Methods that set an object up; what they acquire belongs to the object. */
export const setupNames: ReadonlySet<string> = new Set([
  "init", "initialize", "initialise", "setup", "start", "connect", "open", "attach", "mount", "listen", "enable", "install", "activate", "load", "boot", "bootstrap", "run",
  "componentDidMount", "connectedCallback", "hostConnected", "ngOnInit", "ngAfterViewInit", "onModuleInit", "mounted", "created", "firstUpdated", "onload",
]);

/**
 * Teardown names that may also only pause an object: it can be started again, or has a fuller teardown beside it.
 * Where a class has both, the fuller one counts.
 */
export const pausingNames: ReadonlySet<string> = new Set([
  "stop", "disable", "deactivate", "detach", "disconnect", "unbind", "unsubscribe", "end", "quit", "unload", "uninstall", "kill",
]);

/** Teardown names that mostly empty an object that lives on, or end one piece of its work. */
export const emptyingNames: ReadonlySet<string> = new Set(["clear", "reset", "cancel", "abort", "finish", "release", "free", "enable"]);

/** Calls whose callback runs when what surrounds them ends: scope hooks of frameworks, and lists of disposables. */
export const cleanupCalls =
  /dispos|clean_?up|tear_?down|unmount|destroy|onClose|onStop|onExit|onInvalidate|onAbort|^_?(?:register|add|push|own|adopt|defer|use|track|finally|addHook|addFinalizer|takeUntil|set)$/i;

/** Events after which their emitter is gone. */
export const endingEvents: ReadonlySet<string> = new Set([
  "close", "closed", "end", "ended", "finish", "exit", "destroy", "destroyed", "dispose", "disposed", "disconnect", "disconnected", "abort", "unload",
  "beforeunload", "pagehide", "stop", "stopped", "shutdown", "remove", "removed", "unmount", "unmounted", "terminate", "terminated", "detach", "detached",
  "unplug", "unplugged", "unloaded", "unregistered", "gattserverdisconnected",
]);

/** Calls of frameworks that run their callback again and again and take its result as the cleanup. */
export const effectCalls = /^(?:use\w*Effect|useMount\w*|onMount|\$effect)$/;

/** Base classes whose objects are mounted and unmounted by a framework, with the hook that ends them. */
export const componentBases: ReadonlyMap<string, string> = new Map([
  ["Component", "componentWillUnmount"], ["PureComponent", "componentWillUnmount"],
  ["HTMLElement", "disconnectedCallback"], ["LitElement", "disconnectedCallback"], ["ReactiveElement", "disconnectedCallback"], ["FASTElement", "disconnectedCallback"],
]);

/** Decorators of classes that a framework makes and ends, with the hook that ends them. */
export const componentDecorators: ReadonlyMap<string, string> = new Map([
  ["Component", "ngOnDestroy"], ["Directive", "ngOnDestroy"], ["customElement", "disconnectedCallback"],
]);

/** The frameworks that run the script of a single-file component for each instance of it, with the hook that ends the instance. */
export const scriptHooks: ReadonlyMap<string, string> = new Map([["vue", "onUnmounted"], ["svelte", "onDestroy"]]);

const vueHooks = { names: new Set(["onMounted", "onBeforeMount"]), end: "onUnmounted" };

/** Hooks of frameworks, by their module, that run their callback once for each instance of a component, with the hook that ends the instance. */
export const mountHooks: ReadonlyMap<string, { readonly names: ReadonlySet<string>; readonly end: string }> = new Map([
  ["vue", vueHooks],
  ["vue-demi", vueHooks],
  ["@vue/composition-api", vueHooks],
  ["svelte", { names: new Set(["onMount"]), end: "onDestroy" }],
]);

/** The option that runs when an instance of a component ends. */
export const endOfOptions = "beforeUnmount";

const vueMakers: ReadonlyMap<string, string> = new Map([["defineComponent", endOfOptions], ["extend", "beforeDestroy"], ["component", "beforeDestroy"]]);
const nuxtMakers: ReadonlyMap<string, string> = new Map([["defineComponent", endOfOptions], ["defineNuxtComponent", endOfOptions]]);

/** What makes a component of an object of options, by its module, with the option that ends the instances: the default export of Vue is that of its second major. */
export const componentMakers: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["vue", vueMakers],
  ["vue-demi", vueMakers],
  ["@vue/composition-api", vueMakers],
  ["nuxt/app", nuxtMakers],
  ["#app", nuxtMakers],
  ["#imports", nuxtMakers],
]);

/** Options of a component that run once for each instance of it. */
export const beginningOptions: ReadonlySet<string> = new Set(["beforeCreate", "created", "beforeMount", "mounted"]);

/** Modules whose reactive scopes end: what a composable function of theirs keeps is to be let go by a scope hook. */
export const scopedModules: ReadonlySet<string> = new Set(["vue", "vue-demi", "@vue/composition-api", "@vue/reactivity", "@vue/runtime-core", "solid-js"]);

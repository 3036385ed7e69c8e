/** Words about what is to be disposed of: who makes it, where it is kept, what ends it. */

/** Functions that by their name make something disposable for who calls them. */
export const makingDisposables = /^(?:create|open|make|build|new|start|connect|acquire|lock|watch|subscribe|begin|spawn|fork|listen|get(?:Connection|Lock|Reader|Writer|Client|Session)|allocate|attach|register|add|on[A-Z])/;

/** Types that can be disposed but are as a rule left to end by themselves, or that the catalogue knows better. */
export const leftToThemselves = /^(?:Timeout|Immediate|NodeJS\.\w+|.*(?:Iterator|Generator|Iterable|IteratorObject))$/;

/** Modules of Node, whose types the catalogue knows better. */
export const nodeModules: ReadonlySet<string> = new Set([
  "node", "fs", "net", "http", "https", "http2", "timers", "child_process", "worker_threads", "readline", "stream", "events", "dgram", "sqlite", "async_hooks", "perf_hooks", "test", "repl", "tls", "zlib", "crypto",
]);

/** Functions that by their name create what is for one use. */
export const creatingVerbs = /^(?:create|open|acquire|checkout|checkOut|obtain|reserve|allocate|lease|lock|borrow|take|spawn|start|begin|connect|make|build|new)(?![a-z])|^get(?:Connection|Client|Session|Lock|Reader|Writer|Runner|Handle)$/;

/** Verbs that end what was created for one use, and are not also a step of ordinary use (`end`, `stop`, `cancel` are). */
export const endsOfOneUse: ReadonlySet<string> = new Set(["release", "close", "dispose", "destroy", "unlock", "[dispose]", "[asyncDispose]"]);

/** What else ends it on one of its ways, though it does not tell that something must. */
export const otherEndsOfOneUse: readonly string[] = ["abort", "cancel", "disconnect", "end", "finish", "free", "kill", "quit", "shutdown", "stop", "terminate"];

/** The verbs under which disposable types also offer their release. */
export const verbsOfDisposal: readonly string[] = [
  "[dispose]", "[asyncDispose]", "dispose", "disposeAsync", "close", "end", "destroy", "release", "cancel", "stop", "terminate", "unsubscribe", "disconnect", "abort", "shutdown", "return", "kill", "unlock", "rollback", "commit", "finish", "unref", "move",
];

/** The names under which types offer what their disposal does, the truest first. `end` of a stream is not its disposal. */
export const truestDisposals: readonly string[] = ["dispose", "disposeAsync", "asyncDispose", "close", "release", "free", "unlock", "terminate", "destroy", "stop", "disable", "kill", "cancel", "unsubscribe"];

/** How what is owned by its declaration is released where that does not say how. */
export const usualReleases: readonly string[] = ["close", "release", "dispose", "destroy", "[dispose]", "[asyncDispose]"];

/** Methods of a promise that hand on what it gives. */
export const chainingMethods = /^(?:then|catch|finally)$/;

/** Lists of disposables that hold nothing by themselves. */
export const disposableLists = /Dispos(?:able|al)(?:Collection|Store|Set|Stack|s)|CompositeDisposable/;

/** Classes that take what is to be ended with them when they are made. */
export const registryClasses = /^(?:Disposable|DisposableCollection|DisposableStore|DisposableSet|CompositeDisposable|Subscription)$/;

/** What names a list for a part of the life of its object: `toDisposeOnHide`. */
export const partialRegistries = /(?:On|For|Until|By|While|Per)[A-Z]/;

/** Methods by which an object is iterated. */
export const iterators: ReadonlySet<string> = new Set(["[asyncIterator]", "[iterator]"]);

/** Names under which libraries export the type of what is good for nothing but to be ended: by which method, and of which modules if other things go by the name. */
export const importedDisposables: ReadonlyMap<string, { readonly end: string; readonly modules?: readonly string[] }> = new Map([
  ["Disposable", { end: "dispose" }],
  ["IDisposable", { end: "dispose" }],
  ["Subscription", { end: "unsubscribe", modules: ["rxjs", "rxjs/Subscription", "zen-observable-ts", "@apollo/client", "observable-fns"] }],
  ["SubscriptionLike", { end: "unsubscribe", modules: ["rxjs"] }],
  ["Unsubscribable", { end: "unsubscribe", modules: ["rxjs"] }],
  ["OutputRefSubscription", { end: "unsubscribe", modules: ["@angular/core"] }],
  ["EmitterSubscription", { end: "remove", modules: ["react-native"] }],
  ["NativeEventSubscription", { end: "remove", modules: ["react-native"] }],
  ["EventSubscription", { end: "remove", modules: ["react-native", "expo-modules-core", "fbemitter"] }],
  ["PluginListenerHandle", { end: "remove", modules: ["@capacitor/core"] }],
]);

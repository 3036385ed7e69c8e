/** Words for how an owner ends, beside the names of teardowns that users can extend. */

/** A teardown with a word after it that does not change what it is. */
export const suffixedTeardowns = /^(dispose|destroy|close|shutdown|teardown|stop)(?:Internal|Async|Sync|Impl|Self|Client|Server|_+)$/;

/** Ends that are verbs of a program's own, and no hooks of a framework or a protocol. */
export const closingVerbs = /^[_#]*(?:on_?|On)?(?:[Cc]lose|[Dd]isconnect|[Kk]ill|[Ss]hut_?[Dd]own|[Ss]top|[Tt]erminate|[Tt]ear_?[Dd]own|[Cc]lean_?[Uu]p|[Qq]uit|[Ee]xit|[Ee]nd|[Ff]inish|[Hh]alt|[Hh]ang_?[Uu]p|[Ll]eave|[Dd]etach|[Dd]isable)(?![a-z])/;

/** Further hooks that end their object. */
export const furtherTeardowns: ReadonlySet<string> = new Set(["willDestroy", "willDestroyElement", "onBeforeDetach", "onRemove", "onremove", "beforeUnload"]);

/** Teardowns that empty an object which lives on. */
export const emptyingTeardowns = /^[_#]?(?:clear|reset|cancel|abort|finish|end|release)$/;

/** Beside one of these, `close` only hides what can be opened again. */
export const togglingNames = /^(?:open|toggle|show|hide|expand|collapse)$/;

/** Beside one of these, `close` only hides what is shown again. */
export const showingNames = /^[_#]*(?:toggle|show|hide|expand|collapse)$/;

/** Hooks of the scope that the code runs in, whose callback is its end: `onScopeDispose(stop)`, `onUnmounted(() => …)`. */
export const scopeHooks = /^(?:tryOn|on)(?:[A-Z]\w*)?(?:Dispose|Unmount|Unmounted|Cleanup|Destroy|Destroyed|Stop)$/;

/** Those of them that run before their watcher or effect does again, which the component outlives. */
export const rerunCleanups = /Cleanup$/;

/** Parameters that tell a teardown which of several things to end. */
export const onePartNames = /(?:id|key|name|item|node|el|elem|element|path|uri|url|target|topic|channel|event|handler|listener|session|client|connection|socket|index|worker|entry|track|stream|type)$/i;

/** Parameters of a function that ends its own object: how it ends, and whom to tell, not what to end. */
export const argumentsOfEnds = /^_|^(?:cb|callback|done|next|err|error|reason|code|signal|options?|opts|force)$/i;

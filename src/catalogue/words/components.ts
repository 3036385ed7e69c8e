/** Words of user-interface frameworks: effects, components, and what lives as long as they. */

/** Effects, whose callback runs again with their dependencies. */
export const effectNames = /^(?:use(?:Layout|Insertion|Isomorphic\w*|Mount\w*)?Effect|\$effect)$/;

/** Dependencies that by their names never change: setters, dispatchers and references. */
export const stableDependencies = /^(?:set[A-Z]\w*|dispatch|\w*[rR]ef)$/;

/** Names of the one component that all others stand in. */
export const rootComponents = /^(?:(?:[A-Z]\w*[a-z])?App|Root)(?:Component)?$/;

/** Calls that show the root of a page. */
export const renderingCalls: ReadonlySet<string> = new Set(["render", "hydrate", "hydrateRoot", "createRoot"]);

/** Members of an options object whose functions run with the component as `this`. */
export const methodGroups: ReadonlySet<string> = new Set(["methods", "computed", "watch", "actions", "hooks", "events", "handlers", "proto", "prototype"]);

/** Calls that make a reactive value, which ends with its scope. */
export const reactiveMakers = /^(?:(?!un|is|to)\w*[rR]ef|computed|reactive|watch\w*|create(?:Signal|Effect|Memo))$/;

/** Calls whose result ends with the scope that they are made in. */
export const scopedCalls = /^(?:effect|watch(?:Effect)?|computed|toSignal|autorun)$/;

/** Stream operators after which a subscription needs no end of its own. */
export const scopedOperators = /^(?:take\w*|until\w*|first|last|single|toArray)$/;

/** Members of a definition whose functions run for whichever object it is mixed into. */
export const hookTables = /^(?:on|hooks|methods|lifetimes|listeners|created|mounted)$/;

/** Hooks whose callback runs when a component comes into being, and again only with the dependencies that it is given. */
export const mountHooks = /^use(?:Layout|Insertion)?Effect$/;
/** Hooks that call the function which they are given once for each component. */
export const firstStateHooks: ReadonlySet<string> = new Set(["useState"]);
/** Methods of a component's class that run when it comes into being. */
export const mountMethods: ReadonlySet<string> = new Set(["componentDidMount", "componentWillMount", "UNSAFE_componentWillMount"]);
/** Calls that give back a component which renders the one that they are given. */
export const componentWrappers = /^(?:memo|forwardRef|observer|connect|inject|hot|with(?!out)[A-Z]\w*)$/;
/** Components that show their children as long as they are there themselves. */
export const lastingParents = /(?:^|\.)(?:\w*Provider|StrictMode|Fragment|\w*Boundary)$/;

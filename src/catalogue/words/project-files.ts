/** Words of the files of a project. */

/** Files that may use what another one exports; of component files only the text is looked at. */
export const sourceExtensions = /(?<!\.d)\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
/** Files that say how modules are called. */
export const moduleMaps = /^(?:package|[tj]sconfig(?:\.[\w-]+)?)\.json$/;
/** Folders that hold what others wrote, or what was made from the sources. */
export const unreadFolders = /^(?:node_modules|bower_components|vendor|third[-_]?party|dist|build|out|coverage|target|__snapshots__)$/i;
/** Folders that a package's entry names, and that are made from its sources. */
export const builtFolders = /^(?:dist|build|out|lib|libs|es|esm|cjs|umd|commonjs|module|bundle|compiled|release|output|typings|types)$/i;
/** Calls that run their callback again and again. */
export const repeatingCalls = /^(?:on|addListener|addEventListener|prependListener|setInterval|forEach|map|flatMap|filter|reduce|some|every|subscribe|watch|watchEffect|observe|handle|register(?:TextEditor)?Command|onDid[A-Z]\w*|onWill[A-Z]\w*)$/;
/** Those of them that take the name of an event. */
export const listeningVerbs = /^(?:on|addListener|addEventListener|prependListener)$/;
/** Names of modules that a build tool resolves, and no package has. */
export const aliasedModules = /^(?:[@~]\/|[~#$]|(?:src|app|lib)\/)/;
/** Events that come once to whoever listens: what begins or ends a program or a page. */
export const eventsThatComeOnce: ReadonlySet<string> = new Set(["ready", "load", "DOMContentLoaded", "deviceready", "will-finish-launching", "will-quit", "exit", "beforeExit", "beforeunload", "unload"]);
/** Packages that make a program for people to install out of a package: nobody imports what they are run on. */
export const packagersOfPrograms: readonly string[] = ["electron-builder", "electron-packager", "@electron/packager", "@electron-forge/cli", "@tauri-apps/cli", "nw-builder", "@capacitor/cli"];
/** Programs that a package can be an extension of, by its `engines`: they load it, and nobody imports it. */
export const hostsOfExtensions = ["vscode", "atom", "theia", "code-oss"] as const;
/** The function by which such a host begins with its extension. */
export const startOfExtensions = "activate";
/** Calls that run what they are given once: as a store is put together, as a page is ready, when there is time. */
export const callsForOnce = /^(?:applyMiddleware|(?:on|when)?(?:[dD]ocument|[dD]om|DOM)Ready|requestIdleCallback)$/;
/** Members of a page that keep the handler of an event which comes once. */
export const handlersForOnce: ReadonlySet<string> = new Set(["onload", "onbeforeunload", "onunload", "onpagehide"]);
/** Members by which other code comes to a class as a whole. */
export const membersOfWhole = /^(?:prototype|bind|call|apply|constructor)$/;
/** Methods of a server that take a path and what answers its requests. */
export const routeVerbs = /^(?:get|post|put|patch|delete|all|options|head|use|route)$/;
/** Methods that a program is put together by. */
export const pluginVerbs = /^(?:use|register|plugin|addPlugin|install)$/;
/** First parameters of what is called back once, with a failure or without. */
export const failureParameter = /^_?(?:er|err|error)$/i;
/** Calls that keep what is called back with a failure, for whatever fails from then on. */
export const failureKeepers = /^(?:use|find\w*|sort)$|^on[A-Z]|^set[A-Z]|handler|hook|middleware|listen|observ|error$/i;

/** Names of a package's scripts that do a piece of work and end. */
export const endingScripts = /(?:^|[:_.-])(?:pre|post)?(?:build|bundle|compile|generate|gen|codegen|lint|format|release|publish|deploy|migrate|migrations?|seed|clean|docs?|assets|icons|prepare|install|pack|package|i18n|translations?|version|changelog)(?:$|[:_.-])/i;
/** Those that go on, whatever else they are called. */
export const lastingScripts = /(?:^|[:_.-])(?:start|serve|server|dev|develop|watch|watcher|preview|listen|daemon|up|worker|cron|proxy|demo|storybook|electron|debug|live)(?:$|[:_.-])/i;
/** Programs that run the file which they are given. */
export const scriptRunners = /^(?:node|tsx|ts-node(?:-esm|-script)?|bun|deno|jiti|esno|esr|vite-node|babel-node|zx|swc-node)$/;
/** A module that a command line loads as one of its commands: what it exports the name by, and what it does. */
export const commandModule = { name: "command", handler: "handler" } as const;

/** Decorators by which a container makes one object of a class for the whole program. */
export interface Container {
  readonly module: string;
  readonly names: readonly string[];
  /** Options that say otherwise. */
  readonly unless: readonly string[];
  /** The option that has to say so. */
  readonly only?: { readonly property: string; readonly values: readonly string[] };
}

export const containers: readonly Container[] = [
  { module: "@nestjs/common", names: ["Injectable", "Controller", "Module"], unless: ["scope", "durable"] },
  { module: "@angular/core", names: ["Injectable"], unless: [], only: { property: "providedIn", values: ["root", "platform"] } },
  { module: "typedi", names: ["Service"], unless: ["transient", "factory", "multiple", "scope"] },
  { module: "tsyringe", names: ["singleton"], unless: [] },
];

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
export const repeatingCalls = /^(?:on|addListener|addEventListener|prependListener|setInterval|forEach|map|flatMap|filter|reduce|some|every|subscribe|watch|watchEffect)$/;
/** Names of modules that a build tool resolves, and no package has. */
export const aliasedModules = /^(?:[@~]\/|[~#$]|(?:src|app|lib)\/)/;
/** Events that come once to whoever listens: what begins or ends a program or a page. */
export const eventsThatComeOnce: ReadonlySet<string> = new Set(["ready", "load", "DOMContentLoaded", "deviceready", "will-finish-launching", "will-quit", "exit", "beforeExit", "beforeunload", "unload"]);
/** Programs that a package can be an extension of, by its `engines`: they load it, and nobody imports it. */
export const hostsOfExtensions = ["vscode", "atom", "theia", "code-oss"] as const;

/** Names of folders and files that tell what is in them. */

/** Code of a test or benchmark. */
export const testPaths = /(?:^|[\\/])(?:__tests__|__mocks__|tests?|testing|test-?(?:utils|helpers|support|kit|containers|fixtures)|specs?|e2e|cypress|playwright|fixtures?|bench(?:marks?|marking)?(?:[._-][^\\/]*)?)[\\/]|[._-]tests?[\\/]|[._-](?:tests?|spec|e2e|bench|stories|mock|fixtures?)\.[^\\/.]+$|(?:ForTests?|ForTesting)(?:\.[^\\/.]+)+$|(?:^|[\\/])tests?[_-][^\\/]+$/i;

/** Configuration of a tool. */
export const configurationPaths = /(?:^|[\\/])(?:\.[^\\/]+|[^\\/]+\.config|gulpfile|gruntfile|webpack[^\\/]*)\.[cm]?[jt]s$/i;

/** A folder of migrations, or of scripts beside the sources; `src/scripts/` has code of the page. */
export const scriptPaths = /^(?:[\\/]?(?!(?:src|app|public|static|assets|client|web|www|lib|js)[\\/])[^\\/]+[\\/])*[\\/]?(?:[^\\/]+-)?scripts[\\/]|(?:^|[\\/])migrations[\\/]/i;

/** Test runners, and what fits something into another program. */
export const testRunners = /(?:^|[\\/._-])(?:jest|mocha|jasmine|vitest|cucumber|cypress|playwright|karma|ava|qunit|nightwatch|webdriverio|wdio|testcafe)(?:[\\/._-]|$)/i;
export const adapters = /(?:^|[\\/._-])(?:plugins?|instrumentations?|integrations?|adapters?|reporters?|presets?)(?:[\\/._-]|$)/i;

/** A folder of a command. */
export const commandPaths = /(?:^|[\\/])(?:[\w.]+-)*cli(?:-[\w.]+)*[\\/]/i;

/** A file that exports the options of its component. */
export const componentOfOptionsPaths = /\.vue$/;

/** The single-file component that all others stand in. */
export const rootComponentPaths = /(?:^|[\\/])(?:[Aa]pp|\w*[a-z]App|[Rr]oot|\+layout|__layout)\.(?:vue|svelte|astro)$/;

/** How the line begins with which a bundler marks what it wrote. */
export const bundleStart = /^\(?(?:self|window|global(?:This)?)\[["']webpack|^\/\*{6}\/ |^\/\/# sourceMappingURL=/m;

/** One of them is in each text that `bundleStart` matches: searching a whole text for words is cheaper than trying an expression at each of its lines. */
export const bundleWords: readonly string[] = ['["webpack', "['webpack", "/******/ ", "# sourceMappingURL="];

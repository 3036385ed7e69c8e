/** Which files the command looks at. */
export const JAVASCRIPT_FILES = "**/*.{js,mjs,cjs,jsx}";
export const COMMONJS_FILES = "**/*.cjs";
export const TYPESCRIPT_FILES = "**/*.{ts,mts,cts,tsx}";
export const LINTED_FILE = /\.(?:[mc]?[jt]s|[jt]sx|vue|svelte|astro)$/u;

/** What nobody maintains by hand. ESLint leaves out `node_modules` and `.git` by itself. */
export const GENERATED_FILES = [
  "**/dist/",
  "**/build/",
  "**/coverage/",
  "**/.yarn/",
  "**/.pnp.*",
  "**/*.min.{js,mjs,cjs}",
  "**/*.d.{ts,mts,cts}",
  "**/*.d.*.ts",
];

/** The same by the name of a directory, and by that of a file. */
export const GENERATED_DIRECTORIES: ReadonlySet<string> = new Set(["dist", "build", "coverage", ".yarn"]);
export const GENERATED_NAME = /\.min\.[mc]?js$|\.d\.(?:\w+\.)?[mc]?ts$/u;

/** The same in words, with what is left out elsewhere. */
export const LEFT_OUT = "dependencies, build output, minified files, type declarations and what git ignores";

import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import eslintPlugin from "eslint-plugin-eslint-plugin";
import * as regexp from "eslint-plugin-regexp";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const leakproof = await loadOurselves();
// The site has packages of its own; without them nothing is known of its types.
const isSiteInstalled = existsSync(path.join(import.meta.dirname, "site/node_modules"));

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "examples/*/out/", "examples/**/leaky/", "tests/**/fixtures/", isSiteInstalled ? "site/dist/" : "site/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    // What reads somebody else's code answers in linear time, its regular expressions too.
    files: ["src/**/*.ts", "scripts/**/*.mjs"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": "error",
    },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in a message need no ceremony.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `{}` and `() => {}` stand for "nothing of note" throughout the engine.
      "@typescript-eslint/no-empty-function": "off",
      // `import()` types name peers that may be missing.
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      // `() => done()` and `return done()` read as well as their longer forms.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Node types are compared with string literals, so that @typescript-eslint/utils is never loaded at run time.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // It asks for the `!` that no-non-null-assertion forbids.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // `== null` asks for null and undefined at once.
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["src/**/*.ts"],
    extends: [leakproof.configs.strict],
    rules: {
      // The types describe the trees of the TypeScript parser; espree leaves out fields that they promise.
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    files: ["src/rules/**/*.ts", "tests/rules/**/*.ts"],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      "eslint-plugin/require-meta-docs-description": ["error", { pattern: "^(Disallow|Require|Enforce|Prefer) .*[^.]$" }],
      "eslint-plugin/require-meta-default-options": "error",
      "eslint-plugin/require-meta-schema-description": "error",
      // Placeholders are filled by functions of src/report/ that this rule cannot see; tests/support/rule-tester.ts checks every real report.
      "eslint-plugin/no-missing-placeholders": "off",
      "eslint-plugin/no-unused-placeholders": "off",
      // createRule sets it.
      "eslint-plugin/require-meta-languages": "off",
    },
  },
  {
    // Tests and the demo read untyped data, build odd inputs and print objects on purpose.
    files: ["tests/**/*.ts", "examples/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    extends: [tseslint.configs.strict],
    rules: { eqeqeq: ["error", "always", { null: "ignore" }] },
  },
);

/** Loads our own plugin from its build, since that is what users run. */
async function loadOurselves() {
  const built = path.join(import.meta.dirname, "dist/index.js");
  if (!existsSync(built)) throw new Error("We lint ourselves with our own plugin, and dist/index.js is missing: run `npm run build` first.");
  const { default: plugin } = await import(pathToFileURL(built).href);
  return plugin;
}

import type { ESLint } from "eslint";

import { presetsFor, type Presets } from "./presets.ts";
import { rules } from "./rules/index.ts";
import { version } from "./version.ts";

const NAMESPACE = "leakproof";

interface LeakproofPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<ESLint.Plugin["rules"]>;
  readonly configs: Presets & NonNullable<ESLint.Plugin["configs"]>;
}

// The rule objects are typed by typescript-eslint, whose context still declares members that ESLint 10
// has removed; the shapes agree in everything that either linter calls.
const base = {
  meta: { name: "eslint-plugin-leakproof", version, namespace: NAMESPACE },
  rules: rules as unknown as NonNullable<ESLint.Plugin["rules"]>,
};

/** The ESLint plugin: rules, and the presets `recommended` and `strict`. */
const plugin: LeakproofPlugin = { ...base, configs: {} as LeakproofPlugin["configs"] };
Object.assign(plugin.configs, presetsFor(plugin, NAMESPACE, rules));

export default plugin;

export type { LeakproofSettings } from "./catalogue/user-settings.ts";

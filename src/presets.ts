import type { ESLint, Linter } from "eslint";

/** What the presets ask of a rule. The rules' own type names a package that users do not install. */
interface PresetMember {
  readonly meta: { readonly docs?: { readonly preset: string } };
}

/** The flat configs of the plugin. */
export interface Presets {
  readonly recommended: Linter.Config;
  readonly strict: Linter.Config;
  readonly audit: Linter.Config;
}

/**
 * Derives the presets from each rule's own `meta.docs.preset`: `recommended` runs its rules with
 * `confidence: "certain"`, `strict` runs every rule with `confidence: "likely"`, `audit` with `confidence: "possible"`. It is a function of
 * the plugin, since a flat config names its plugin and a plugin names its configs.
 */
export function presetsFor(plugin: ESLint.Plugin, namespace: string, rules: Readonly<Record<string, PresetMember>>): Presets {
  const entries = Object.entries(rules);
  const config = (name: string, selected: readonly (readonly [string, Linter.RuleEntry])[]): Linter.Config => ({
    name: `${namespace}/${name}`,
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(selected.map(([rule, entry]) => [`${namespace}/${rule}`, entry])),
  });
  return {
    recommended: config(
      "recommended",
      entries.filter(([, rule]) => rule.meta.docs?.preset === "recommended").map(([name]) => [name, ["error", { confidence: "certain" }]]),
    ),
    strict: config(
      "strict",
      entries.map(([name]) => [name, ["error", { confidence: "likely" }]]),
    ),
    audit: config(
      "audit",
      entries.map(([name]) => [name, ["error", { confidence: "possible" }]]),
    ),
  };
}

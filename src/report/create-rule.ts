import type { JSONSchema, TSESLint } from "@typescript-eslint/utils";

import { isAsSureAs, type Confidence } from "../facts/confidence.ts";
import { wantConfidence } from "../facts/wanted-confidence.ts";
import { withinComponent } from "../syntax/component.ts";
import { PROJECT_PAGE } from "./project-page.ts";

/** The option every rule takes: the least confidence a verdict must have to be reported. */
export interface ConfidenceOption {
  readonly confidence: Confidence;
}

/** The smallest preset a rule belongs to. Every rule is in `strict`. */
export type PresetName = "recommended" | "strict";

interface RuleDocs {
  readonly description: string;
  readonly preset: PresetName;
  readonly url?: string;
}

/** A rule as this plugin writes it; `configs` of the plugin are derived from `meta.docs`. */
export type LeakproofRule<MessageId extends string = string, Options extends readonly unknown[] = readonly unknown[]> =
  TSESLint.RuleModule<MessageId, Options, RuleDocs>;

interface RuleDefinition<MessageId extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: Omit<TSESLint.RuleMetaData<MessageId, RuleDocs, Options>, "docs" | "defaultOptions"> & {
    readonly docs: RuleDocs;
    readonly defaultOptions: Options;
  };
  readonly create: (context: Readonly<TSESLint.RuleContext<MessageId, Options>>) => TSESLint.RuleListener;
}

const RULE_PAGES = `${PROJECT_PAGE}/blob/main/docs/rules`;

/** Completes a rule with the link to its page and the language it is written for, and has it read a component's script as a function. */
export function createRule<MessageId extends string, Options extends readonly unknown[]>(
  rule: RuleDefinition<MessageId, Options>,
): LeakproofRule<MessageId, Options> {
  const meta = { ...rule.meta, docs: { ...rule.meta.docs, url: `${RULE_PAGES}/${rule.name}.md` }, languages: ["js/js"] };
  return {
    meta,
    create(context) {
      const [option] = context.options as unknown as readonly [ConfidenceOption?];
      wantConfidence(context.sourceCode, option?.confidence ?? "certain");
      const listeners = Object.entries(rule.create(context)) as [string, (node: never) => void][];
      return Object.fromEntries(listeners.map(([event, listen]) => [event, (node: never) => withinComponent(context.sourceCode, () => listen(node))]));
    },
  };
}

/** The schema of the `confidence` option; every rule takes it. */
export const confidenceSchema: JSONSchema.JSONSchema4 = {
  type: "string",
  enum: ["certain", "likely", "possible"],
  description: "`certain` asks for both sites, the lifetimes, and that nothing takes the thing away; `likely` also speaks on names or with one of these missing; `possible` also where nothing tells, for whoever hunts a leak.",
};

/** Answers whether a verdict of `confidence` is to be reported under `option`. */
export function speaks(option: ConfidenceOption["confidence"], confidence: Confidence): boolean {
  return isAsSureAs(confidence, option);
}

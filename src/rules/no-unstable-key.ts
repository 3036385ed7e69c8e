/**
 * Reports keys that cannot do their job: a text that changes, that different objects share or that leaves
 * parts out, and objects and readings that are new for each look-up.
 */
import { analyzeFile } from "../analyze-file.ts";
import type { UnstableKey, UnstableReason } from "../keys/verdicts.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { excerptOfKey, joinClauses, joinLines } from "../report/describe-keys.ts";
import { collectStableKeySuggestions, type StableKeyId } from "../report/suggest-keys.ts";
import { lineOf } from "../syntax/tree.ts";

type MessageId = "textChanges" | "textIsShared" | "textIsSource" | "textLosesParts" | "textHasNoFixedOrder" | "identityIsNew" | "valueIsReadAgain" | StableKeyId;

const MESSAGES: Readonly<Record<UnstableReason, MessageId>> = {
  changes: "textChanges",
  shared: "textIsShared",
  source: "textIsSource",
  lossy: "textLosesParts",
  order: "textHasNoFixedOrder",
  identity: "identityIsNew",
  recomputed: "valueIsReadAgain",
};

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-unstable-key",
  meta: {
    type: "problem",
    docs: { description: "Disallow keys whose value or text changes, or is shared by different objects", preset: "recommended" },
    hasSuggestions: true,
    messages: {
      textChanges: "{{key}} is a key of `{{holder}}` on {{uses}}, but {{reason}}. Key by something that stays, such as an id.",
      textIsShared: "{{key}} is a key of `{{holder}}` on {{uses}}, but {{reason}}. Key by an id, or use the object itself as key of a `WeakMap`.",
      textIsSource: "{{key}} is part of a key of `{{holder}}` on {{uses}}, but {{reason}}. Key by a name or a version.",
      textLosesParts: "{{key}} is part of a key of `{{holder}}` on {{uses}}, but {{reason}}. Build the key from the few values that tell entries apart.",
      textHasNoFixedOrder: "{{key}} is part of a key of `{{holder}}` on {{uses}}, but {{reason}}. Sort the properties, or name them one by one.",
      identityIsNew: "{{key}} never finds the entry that {{insert}} puts into `{{holder}}`: {{reason}}. Keep the object that the entry was stored under, or key by what it holds.",
      valueIsReadAgain: "{{key}} is read anew for `{{holder}}`, which {{insert}} filled under an earlier reading: {{reason}}. Keep the key in a variable or in the entry.",
      keepKey: "Keep the key in a variable.",
      keyById: "Key by `{{member}}`.",
      useWeakMap: "Use the object itself as key of a `WeakMap`.",
      listFields: "List the fields in one order.",
      serializeKey: "Key by the JSON text of the values.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    const { sourceCode } = context;
    const dataOf = ({ subject, holder, sites, insert, clauses }: UnstableKey): Record<string, string> => ({
      key: excerptOfKey(sourceCode, subject),
      holder,
      uses: joinLines(sites.map(lineOf)),
      insert: insert === undefined ? "" : joinLines([lineOf(insert)]),
      reason: joinClauses(clauses),
    });

    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const verdict of analysis.unstableKeys()) {
          if (!speaks(confidence, verdict.confidence)) continue;
          const suggest = collectStableKeySuggestions(analysis.facts, verdict);
          context.report({ node: verdict.subject, messageId: MESSAGES[verdict.reason], data: dataOf(verdict), suggest });
        }
      },
    };
  },
});

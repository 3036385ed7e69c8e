/**
 * Reports keys that cannot do their job: a text that changes, that different objects share or that leaves
 * parts out, and objects and readings that are new for each look-up.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { analyzeFile } from "../analyze-file.ts";
import type { UnstableKey, UnstableReason } from "../bench/judge-unstable-keys.ts";
import { accountOfUnstableKey } from "../report/account-of-keys.ts";
import { withAccount } from "../report/account.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { excerptOfKey, joinClauses, joinLines } from "../report/describe-keys.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { collectStableKeySuggestions, type StableKeyId } from "../report/suggest-keys.ts";
import { lineOf } from "../syntax/tree.ts";

type MessageId = "textChanges" | "textIsShared" | "textIsSource" | "textLosesParts" | "textIsContents" | "inputIsLeftOut" | "textHasNoFixedOrder" | "identityIsNew" | "entryIsNotFound" | "resultIsNotFound" | "valueIsReadAgain" | StableKeyId;

const MESSAGES: Readonly<Record<UnstableReason, MessageId>> = {
  changes: "textChanges",
  shared: "textIsShared",
  source: "textIsSource",
  lossy: "textLosesParts",
  contents: "textIsContents",
  order: "textHasNoFixedOrder",
  ignored: "inputIsLeftOut",
  identity: "identityIsNew",
  recomputed: "valueIsReadAgain",
};

/** What is reported at the insert, or at what makes a memoized function, names the key that finds nothing. */
function messageOf({ reason, at, store }: UnstableKey): MessageId {
  return reason !== "identity" || at === undefined ? MESSAGES[reason] : store === undefined ? "resultIsNotFound" : "entryIsNotFound";
}

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
      textIsContents: "{{key}} is part of a key of `{{holder}}` on {{uses}}: {{reason}}. Key by the path, or by a hash of the contents.",
      textHasNoFixedOrder: "{{key}} is part of a key of `{{holder}}` on {{uses}}, but {{reason}}. Sort the properties, or name them one by one.",
      inputIsLeftOut: "{{key}} is no part of the keys that `{{holder}}` makes on {{uses}}, although the result depends on it: {{reason}}. Pass a resolver that names it.",
      identityIsNew: "{{key}} never finds the entry that {{insert}} puts into `{{holder}}`: {{reason}}. Keep the object that the entry was stored under, or key by what it holds.",
      entryIsNotFound: "{{key}} on {{uses}} never finds the entry that is put into `{{holder}}` here: {{reason}}. Keep the object that the entry was stored under, or key by what it holds.",
      resultIsNotFound: "{{key}} on {{uses}} never finds a result that `{{holder}}` keeps: {{reason}}. Hand over one object for all calls, or let it key by what the object holds.",
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
      reason: joinClauses(clauses.map((clause) => withoutSubject(clause, subject))),
    });

    // The message begins with the key, so that a clause about it says "it".
    const withoutSubject = (clause: string, subject: TSESTree.Node): string => {
      const name = `${excerptOfKey(sourceCode, subject)} `;
      return clause.startsWith(name) ? `it ${clause.slice(name.length)}` : clause;
    };
    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const verdict of analysis.unstableKeys().found) {
          if (!speaks(confidence, verdict.confidence)) continue;
          const suggest = collectStableKeySuggestions(analysis.facts, verdict);
          context.report({ node: verdict.at ?? verdict.subject, messageId: messageOf(verdict), data: dataOf(verdict), suggest: inLineBreaksOf(context.sourceCode, suggest), ...withAccount(() => accountOfUnstableKey(verdict)) });
        }
      },
    };
  },
});

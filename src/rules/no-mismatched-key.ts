/**
 * Reports a look-up or delete under a key that no insert used, so that the entry is never found again.
 * One key of the same kind that may match keeps the rule silent for the whole store.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { analyzeFile } from "../analyze-file.ts";
import { describePlace } from "../facts/places.ts";
import type { MismatchedKey, UnmatchedKey } from "../bench/judge-keys.ts";
import { accountOfMismatchedKey } from "../report/account-of-keys.ts";
import { withAccount } from "../report/account.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { excerptOfKey, joinClauses } from "../report/describe-keys.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { collectMatchingKeySuggestions, type MatchingKeyId } from "../report/suggest-keys.ts";
import { lineOf } from "../syntax/tree.ts";

type MessageId = "keyComputedAgain" | "keyOverwritten" | "keysDiffer" | "wrongStore" | MatchingKeyId;

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-mismatched-key",
  meta: {
    type: "problem",
    docs: { description: "Disallow looking up or deleting entries under keys that no insert used", preset: "recommended" },
    hasSuggestions: true,
    messages: {
      keyComputedAgain: "`{{store}}` is filled under {{filled}} on line {{line}} and {{asked}} under {{key}} here, computed again: {{reason}}. Keep the key in a variable or in the entry.",
      keyOverwritten: "`{{store}}` is {{asked}} under {{key}} here and filled under {{filled}} on line {{line}}, but {{reason}}. Keep the first value in a variable of its own.",
      keysDiffer: "`{{store}}` is {{done}} under {{filled}} on line {{line}} and {{asked}} under {{key}} here, which never match: {{reason}}. Make the key in one place for both.",
      wrongStore: "`{{store}}` is {{asked}} under {{key}} here, but nothing is ever put into it: line {{line}} puts the entry into `{{other}}`. Fill the collection that is looked up.",
      keepKey: "Keep the key in a variable.",
      keyById: "Key by `{{member}}`.",
      useWeakMap: "Use the object itself as key of a `WeakMap`.",
      useInsertedKey: "Use the key of the insert: {{filled}}.",
      fillLookedUp: "Put the entry into `{{store}}`.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    const { sourceCode } = context;

    const dataOf = (verdict: MismatchedKey): Record<string, string> => {
      const use = verdict.kind === "wrongStore" ? verdict.lookup : verdict.use;
      return {
        store: describePlace(use.store),
        other: describePlace(verdict.insert.store),
        done: verdict.insert.operation === "lookup" ? "looked up" : "filled",
        asked: use.operation === "delete" ? "emptied" : "looked up",
        key: excerptOfKey(sourceCode, use.key),
        filled: excerptOfKey(sourceCode, verdict.insert.key),
        line: String(lineOf(verdict.insert.node)),
        reason: verdict.kind === "wrongStore" ? "" : describeDifference(verdict, sourceCode),
      };
    };

    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const verdict of analysis.mismatchedKeys().found) {
          if (!speaks(confidence, verdict.confidence)) continue;
          const node = verdict.kind === "wrongStore" ? verdict.lookup.node : verdict.use.node;
          const suggest = collectMatchingKeySuggestions(analysis.facts, verdict).map((suggestion) => ({ ...suggestion, data: { ...dataOf(verdict), ...suggestion.data } }));
          context.report({ node, messageId: messageOf(verdict), data: dataOf(verdict), suggest: inLineBreaksOf(context.sourceCode, suggest), ...withAccount(() => accountOfMismatchedKey(verdict)) });
        }
      },
    };
  },
});

function messageOf(verdict: MismatchedKey): MessageId {
  if (verdict.kind === "wrongStore") return "wrongStore";
  switch (verdict.difference.kind) {
    case "recomputed":
    case "render":
      return "keyComputedAgain";
    case "overwritten":
    case "state":
      return "keyOverwritten";
    default:
      return "keysDiffer";
  }
}

function describeAdded(part: TSESTree.Node | string, sourceCode: Parameters<typeof excerptOfKey>[0]): string {
  return typeof part === "string" ? quote(part) : excerptOfKey(sourceCode, part);
}

function describeDifference({ difference, insert, use }: UnmatchedKey, sourceCode: Parameters<typeof excerptOfKey>[0]): string {
  const asks = use.operation === "delete" ? "the delete" : "the look-up";
  const sideOf = (on: "filled" | "asked"): string => (on === "asked" ? asks : insert.operation === "lookup" ? "the look-up" : "the insert");
  switch (difference.kind) {
    case "literal":
      return `the insert has ${quote(difference.filled)} where ${asks} has ${quote(difference.asked)}`;
    case "surplus":
      return `only ${sideOf(difference.on)} adds ${quote(difference.text)}`;
    case "order":
      return "the parts stand in another order";
    case "count":
      return `the list of the insert has ${String(difference.filled)} elements and that of ${asks} ${String(difference.asked)}`;
    case "missing":
      return `only ${sideOf(difference.on)} gives all parts`;
    case "recomputed":
      return joinClauses(difference.reasons);
    case "overwritten":
      return `\`${difference.name}\` is overwritten between the two on line ${String(difference.line)}`;
    case "normalized":
      return `only ${sideOf(difference.on)} applies \`${difference.by}\``;
    case "identity":
      return "the object is made anew for each use";
    case "text":
      return `only ${sideOf(difference.on)} turns the value into text`;
    case "sort":
      return `the insert has a ${difference.filled} where ${asks} has a ${difference.asked}`;
    case "moment":
      return `the insert has ${printOf(difference.filled)} where ${asks} has ${printOf(difference.asked)}`;
    case "otherObject":
      return "the insert takes the member of the object that was made after the look-up";
    case "value":
      return `${asks} takes the value that was stored, and not its key`;
    case "absent":
      return `no value that is put in has a property \`${difference.name}\``;
    case "level":
      return `${asks} asks the outer collection for the key of an inner one`;
    case "state":
      return `\`${difference.name}\` changes what the key is made of between the two on line ${String(difference.line)}`;
    case "render":
      return `each render makes \`${difference.name}\` anew, and the two can be of two renders`;
    case "twice":
      if (difference.use === use.node) return `the collection is walked for finished keys, to one of which the delete adds ${describeAdded(difference.part, sourceCode)} once more`;
      return `the call hands over a finished key, to which line ${String(lineOf(difference.use))} adds ${describeAdded(difference.part, sourceCode)} once more`;
    case "contents":
      return `${sideOf(difference.on)} takes the contents that were read, and the other what they are found by`;
    case "otherSource":
      return "the two are results of different calls";
  }
}

function quote(text: string): string {
  return `\`"${text.replaceAll("`", "'")}"\``;
}

function printOf(method: string | undefined): string {
  return method === undefined ? "the text of the date" : `its \`${method}()\``;
}

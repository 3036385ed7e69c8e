/**
 * Reports an entry of a long-lived collection that is removed on some way out, and stays on another.
 * The engine knows which removals there are and what they miss; this file knows only what to say.
 */
import type { TSESLint } from "@typescript-eslint/utils";

import { analyzeFile } from "../analyze-file.ts";
import type { StrandedEntry } from "../bench/stranded-entry.ts";
import { describePlace } from "../facts/places.ts";
import { accountOfStranded } from "../report/account-of-collections.ts";
import { withAccount } from "../report/account.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { LEFT_OPEN, reportLeftOpen } from "../report/report-left-open.ts";
import { collectStrandedSuggestions, type StrandedSuggestionId } from "../report/suggest-removal.ts";
import { describeLine, excerpt } from "../report/wording.ts";

type ReasonId =
  | "keptOnFailure" | "keptWithoutAnswer" | "keptOnReturn" | "keptOnReject" | "siblingForgotten" | "clearForgotten" | "blankedOnly" | "keptAtZero" | "keptByRender" | "innerEmptiedOnly" | "endedOnly"
  | "markedOnly" | "keptAlone" | "neverStored" | "resultDropped";
type MessageId = "leftOpen" | ReasonId | StrandedSuggestionId;

const MESSAGE_OF: Readonly<Record<StrandedEntry["reason"], ReasonId>> = {
  "failure": "keptOnFailure",
  "early-exit": "keptOnReturn",
  "success-only": "keptOnReject",
  "render-only": "keptByRender",
  "answer-only": "keptWithoutAnswer",
  "forgotten-sibling": "siblingForgotten",
  "forgotten-clear": "clearForgotten",
  "blanked": "blankedOnly",
  "zero-count": "keptAtZero",
  "inner-only": "innerEmptiedOnly",
  "kept-by-end": "endedOnly",
  "marked": "markedOnly",
  "kept-alone": "keptAlone",
  "never-stored": "neverStored",
  "result-dropped": "resultDropped",
};

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-stranded-entry",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: { description: "Require every way out to remove the entry that one way out removes", preset: "recommended" },
    messages: {
      leftOpen: LEFT_OPEN,
      keptOnFailure: "The entry put into `{{collection}}` here is removed on {{other}}, but stays when {{cause}}. Remove it in a `finally` block.",
      keptOnReturn: "The entry put into `{{collection}}` here is removed on {{other}}, but stays when the function is left on {{cause}}. Remove it on that way as well.",
      keptOnReject: "The entry put into `{{collection}}` here is removed on {{other}} when the promise is fulfilled, and stays when it is rejected. Remove it in `finally()`.",
      keptWithoutAnswer: "The entry put into `{{collection}}` here is removed on {{other}} when its answer comes, and stays when none does. Remove it on failure, timeout and cancellation too.",
      keptByRender: "The entry put into `{{collection}}` while rendering is removed by an effect on {{other}}, which does not run for a render that is dropped. Put it in where the effect begins.",
      siblingForgotten: "The entry put into `{{collection}}` here stays when {{within}} removes that of `{{sibling}}` under the same id ({{other}}). Remove both.",
      clearForgotten: "The entry put into `{{collection}}` here stays when {{within}} empties `{{sibling}}` ({{other}}), although both are filled and emptied together. Empty both.",
      blankedOnly: "`{{collection}}` keeps the key of the entry put in here: {{within}} only blanks the value ({{other}}). Delete the key.",
      keptAtZero: "`{{collection}}` keeps the key of the count made here when it comes down to zero on {{other}}. Delete the key at zero.",
      innerEmptiedOnly: "The entry put into `{{collection}}` here stays when the collection inside it is emptied on {{other}}. Delete the entry with its last element.",
      endedOnly: "The entry put into `{{collection}}` here stays when {{within}} ends what it is for ({{other}}), and nothing in this file removes it. Delete it there.",
      markedOnly: "The end of what is put into `{{collection}}` here only marks it ({{other}}), and nothing in this file takes out what is marked. Take it out there.",
      keptAlone: "What is put into `{{collection}}` here stays when {{within}} runs for its end: `{{test}}` on {{other}} keeps it, and drops all others. Compare with `!==`.",
      neverStored: "What is put into `{{collection}}` here is never found by the removal on {{other}}: it looks for the promise that the stored one was derived from. Look for the stored one.",
      resultDropped: "`{{call}}` removes nothing from `{{collection}}`: it answers a smaller copy, which is dropped here. Assign the result, or remove in place.",
      moveToFinally: "Move `{{removal}}` into a `finally` block.",
      useFinally: "Remove the entry in `finally()`.",
      removeBesideSibling: "Delete from `{{collection}}` as well.",
      emptyBesideSibling: "Empty `{{collection}}` as well.",
      deleteKey: "Delete the key.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    const { sourceCode } = context;
    return {
      "Program:exit"() {
        reportLeftOpen(context, context.options[0], () => analyzeFile(context).leftOpen("no-stranded-entry"));
        for (const entry of analyzeFile(context).collections().stranded) {
          if (!speaks(confidence, entry.confidence)) continue;
          context.report({
            node: entry.node,
            messageId: MESSAGE_OF[entry.reason],
            data: {
              collection: describePlace(entry.collection.place),
              sibling: entry.sibling === undefined ? "" : describePlace(entry.sibling.place),
              other: describeLine(entry.other),
              within: entry.within === undefined ? "the handler" : `\`${entry.within}\``,
              cause: describeCause(sourceCode, entry),
              call: excerpt(sourceCode, entry.node),
              test: excerpt(sourceCode, entry.other),
            },
            suggest: inLineBreaksOf(sourceCode, collectStrandedSuggestions(sourceCode, entry)),
            ...withAccount(() => accountOfStranded(entry)),
          });
        }
      },
    };
  },
});

function describeCause(sourceCode: Readonly<TSESLint.SourceCode>, { reason, cause }: StrandedEntry): string {
  if (cause === undefined) return "";
  if (reason === "early-exit") return describeLine(cause);
  if (cause.type === "ThrowStatement") return `the function throws on ${describeLine(cause)}`;
  return `\`${excerpt(sourceCode, cause)}\` ${cause.type === "AwaitExpression" ? "rejects" : "throws"} (${describeLine(cause)})`;
}

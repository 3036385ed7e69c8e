/**
 * Reports a release by hand that `using` or `await using` says better: it stands where the handle is declared, and no exit misses it.
 * The engine knows what can be disposed and when; this file knows only what to say.
 */
import { analyzeFile } from "../analyze-file.ts";
import type { UsingCandidate } from "../bench/judge-using.ts";
import { accountOfUsing } from "../report/account-of-path.ts";
import { withAccount } from "../report/account.ts";
import { allowsUsing } from "../report/allows-using.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { suggestUsingFor } from "../report/suggest-using.ts";
import { describeLine } from "../report/wording.ts";

type MessageId = "releasedInFinally" | "releasedAtEnd" | "declareWithUsing";

export default createRule<MessageId, [ConfidenceOption]>({
  name: "prefer-using",
  meta: {
    type: "suggestion",
    hasSuggestions: true,
    docs: { description: "Prefer `using` to a release by hand at the end of a block", preset: "strict" },
    messages: {
      releasedInFinally: "`{{handle}}` is declared here only to be released by the `finally` block on {{release}}. Declare it with `{{keyword}}`.",
      releasedAtEnd: "`{{handle}}` is declared here and released where its block ends, on {{release}}. Declare it with `{{keyword}}`, which no exit misses.",
      declareWithUsing: "Declare `{{handle}}` with `{{keyword}}`.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    if (!allowsUsing(context)) return {};
    const dataOf = ({ variable, disposal, release }: UsingCandidate): Record<string, string> => ({
      handle: variable.name,
      keyword: disposal === "sync" ? "using" : "await using",
      release: describeLine(release),
    });

    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const candidate of analysis.releasesByHand().usable) {
          if (!speaks(confidence, candidate.confidence)) continue;
          const suggestion = suggestUsingFor(analysis.facts, candidate);
          context.report({
            node: candidate.name,
            messageId: candidate.around === undefined ? "releasedAtEnd" : "releasedInFinally",
            data: dataOf(candidate),
            suggest: inLineBreaksOf(context.sourceCode, suggestion === undefined ? [] : [suggestion]),
            ...withAccount(() => accountOfUsing(candidate)),
          });
        }
      },
    };
  },
});

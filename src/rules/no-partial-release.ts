/**
 * Reports a resource that is released on some ways out of its owner and forgotten on another.
 * The engine finds the way; this file knows only what to say.
 */
import { analyzeFile } from "../analyze-file.ts";
import type { PartlyReleasedResource } from "../bench/reasons/held-on-way.ts";
import type { HeldPath } from "../subjects/way/held-path.ts";
import { accountOfHeldPath, accountOfRace, accountOfRejection, accountOfSettlement } from "../report/account-of-path.ts";
import { withAccount } from "../report/account.ts";
import { allowsUsing } from "../report/allows-using.ts";
import { describePath } from "../report/describe-path.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { LEFT_OPEN, reportLeftOpen } from "../report/report-left-open.ts";
import { collectPartialReleaseSuggestions, type PartialReleaseId } from "../report/suggest-release.ts";
import { describeLine, excerpt } from "../report/wording.ts";
import { enclosingFunction, isWithin } from "../syntax/tree.ts";

type MessageId = "leftOpen" | "releaseMissedOnPath" | "releaseMissedOnThrow" | "releaseMissedOnSettle" | "releaseMissedOnAnswer" | "releaseMissedOnBranch" | "releaseMissedOnOutcome" | "outlivesPromise" | "outlivesAnswer" | "releaseMissedOnRejection" | "outlivesRace" | PartialReleaseId;

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-partial-release",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: { description: "Require a resource that is released on one path to be released on every path", preset: "recommended" },
    messages: {
      leftOpen: LEFT_OPEN,
      releaseMissedOnPath: "`{{acquire}}` acquired here is released on {{release}}, but not {{path}}. Release it on that path as well.",
      releaseMissedOnThrow: "`{{acquire}}` acquired here is released on {{release}}, but not {{path}}. Move the release into a `finally` block.",
      releaseMissedOnSettle: "`{{acquire}}` set up here is ended on {{release}}, but not when the promise settles on {{settler}}. End it there as well.",
      releaseMissedOnAnswer: "`{{acquire}}` set up here is ended on {{release}}, but not in the callback on {{settler}}, which answers as well. End it there too.",
      outlivesAnswer: "`{{acquire}}` set up here stays when the callback on {{settler}} answers. End it in every callback that answers.",
      releaseMissedOnBranch: "`{{acquire}}` set up here is ended on {{release}}, but not on every way through the callback on {{settler}}. End it on all of them.",
      releaseMissedOnOutcome: "`{{acquire}}` set up here is ended on {{release}}, but not in the handler of the other outcome on {{settler}}. End it there as well.",
      outlivesPromise: "`{{acquire}}` set up here stays when the promise settles on {{settler}}. End it in every callback that settles the promise.",
      declareWithUsing: "Declare `{{handle}}` with `{{keyword}}`.",
      wrapInFinally: "Move `{{release}}` into a `finally` block.",
      releaseInFinally: "Call `{{release}}` in a `finally` block of this `try`.",
      startTryEarlier: "Let the `try` block begin on line {{line}}.",
      releaseMissedOnRejection: "`{{acquire}}` acquired here is released on {{release}}, but not when what that callback waits for is rejected. Release it in a `finally` callback of that promise.",
      outlivesRace: "`{{acquire}}` goes on when another entrant wins the race on {{race}}. Keep the handle and call `clearTimeout` when the race is over.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    const { sourceCode } = context;

    return {
      "Program:exit"() {
        reportLeftOpen(context, context.options[0], () => analyzeFile(context).leftOpen("no-partial-release"));
        for (const verdict of analyzeFile(context).ownership().forgottenOnSettle) {
          if (!speaks(confidence, verdict.confidence)) continue;
          const data = { acquire: excerpt(sourceCode, verdict.resource.acquisition), settler: describeLine(verdict.settler) };
          const { acquisition: node } = verdict.resource;
          const account = withAccount(() => accountOfSettlement(verdict));
          if (verdict.release === undefined) context.report({ node, messageId: verdict.wait === "promise" ? "outlivesPromise" : "outlivesAnswer", data, ...account });
          else context.report({ node, messageId: isWithin(verdict.release, verdict.settler) ? "releaseMissedOnBranch" : MISSED[verdict.wait], data: { ...data, release: describeLine(verdict.release) }, ...account });
        }
        for (const timer of analyzeFile(context).ownership().losingTimers) {
          if (!speaks(confidence, timer.confidence)) continue;
          const { acquisition: node } = timer.resource;
          const data = { acquire: excerpt(sourceCode, node), race: describeLine(timer.race) };
          context.report({ node, messageId: "outlivesRace", data, ...withAccount(() => accountOfRace(timer)) });
        }
        for (const verdict of analyzeFile(context).ownership().releasedOnFulfilment) {
          if (!speaks(confidence, verdict.confidence)) continue;
          const { acquisition: node } = verdict.resource;
          const data = { acquire: excerpt(sourceCode, node), release: describeLine(verdict.release) };
          context.report({ node, messageId: "releaseMissedOnRejection", data, ...withAccount(() => accountOfRejection(verdict)) });
        }
        for (const verdict of analyzeFile(context).ownership().partlyReleased) {
          if (!speaks(confidence, verdict.confidence)) continue;
          context.report({
            node: verdict.resource.acquisition,
            messageId: isByException(verdict.path) && !isInMethod(verdict) ? "releaseMissedOnThrow" : "releaseMissedOnPath",
            data: {
              acquire: excerpt(sourceCode, verdict.resource.acquisition),
              release: describeLine(verdict.release),
              path: describePath(sourceCode, verdict.path),
            },
            suggest: inLineBreaksOf(context.sourceCode, collectPartialReleaseSuggestions(analyzeFile(context).facts, verdict, allowsUsing(context))),
            ...withAccount(() => accountOfHeldPath(sourceCode, verdict)),
          });
        }
      },
    };
  },
});

/** What is said of a release that some callback misses. */
const MISSED = { promise: "releaseMissedOnSettle", answer: "releaseMissedOnAnswer", attempt: "releaseMissedOnOutcome" } as const;

/** Whether the release stands in a method that is handed out with the handle, as that of an iterator: a `finally` block would end it with each call. */
function isInMethod({ resource, release }: PartlyReleasedResource): boolean {
  const around = enclosingFunction(release);
  return around?.parent.type === "Property" && around !== enclosingFunction(resource.acquisition);
}

/** Whether something fails on the path: a `finally` block mends it then, even where a handler catches the failure. */
function isByException(path: HeldPath): boolean {
  return path.edges.some((edge) => edge.kind === "exception");
}

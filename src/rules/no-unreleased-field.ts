/**
 * Reports a resource that a field keeps longer than the owner of the field lives, or that the field loses before its release.
 * The engine knows what is kept and how its owner ends; this file knows only what to say.
 */
import { analyzeFile } from "../analyze-file.ts";
import type { FieldReason, FieldVerdict } from "../bench/judge-fields.ts";
import { describeRelease } from "../subjects/resource/releases.ts";
import { accountOfField } from "../report/account-of-resources.ts";
import { withAccount } from "../report/account.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { LEFT_OPEN, reportLeftOpen } from "../report/report-left-open.ts";
import { describeLine, excerpt } from "../report/wording.ts";

type MessageId = "leftOpen" | "childReplaced" | "childUnended" | "childUnregistered" | "fieldForgotten" | "fieldSkipped" | "fieldUnregistered" | "noTeardown" | "hookMissing" | "acquiredAgain" | "replacedBeforeRelease" | "setAsideUnreleased" | "emptiedUnreleased" | "timerLoopDropped";

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-unreleased-field",
  meta: {
    type: "problem",
    docs: { description: "Require a resource kept in a field to be released when the owner of the field ends", preset: "recommended" },
    messages: {
      leftOpen: LEFT_OPEN,
      childReplaced: "`{{field}}` gets {{noun}} here each time this runs, and the one before keeps {{held}} until its `{{end}}()` is called ({{where}}). Call `{{field}}.{{end}}()` before.",
      childUnended: "`{{field}}` keeps {{noun}} here, which holds {{held}} until `{{end}}()` is called ({{where}}), and {{teardown}} does not call it. Call `{{field}}.{{end}}()` there{{doubt}}.",
      childUnregistered: "`{{field}}` keeps {{noun}} here, which holds {{held}} until `{{end}}()` is called ({{where}}), and nothing gives it to `{{hook}}()`, which disposes of the rest. Register it as well.",
      fieldForgotten: "`{{field}}` keeps {{noun}} from `{{acquire}}` here, and {{teardown}} does not release it. Call `{{release}}` there{{doubt}}.",
      fieldSkipped: "`{{field}}` keeps {{noun}} from `{{acquire}}` here, and {{teardown}} does not come to its release when {{other}} turns it away. Release it before that test.",
      fieldUnregistered: "`{{field}}` keeps {{noun}} from `{{acquire}}` here, and nothing gives it to `{{hook}}()`, which disposes of the rest. Register it as well.",
      noTeardown: "`{{field}}` keeps {{noun}} from `{{acquire}}` here, and nothing in this class releases it. Add a method that calls `{{release}}`.",
      hookMissing: "`{{field}}` keeps {{noun}} from `{{acquire}}` here, and there is no `{{hook}}()` that releases it. Call `{{release}}` in one.",
      acquiredAgain: "Where `{{field}}` still holds {{noun}} when `{{acquire}}` here runs again, the release on {{other}} misses the first. Call `{{release}}` before.",
      replacedBeforeRelease: "`{{field}}` gets another value here, so that the release on {{other}} ends that one and leaves the first. Release it before it is replaced.",
      setAsideUnreleased: "`{{field}}` is emptied here without a release, so that {{teardown}} finds nothing to release on {{other}}. Release it here, or keep it elsewhere.",
      emptiedUnreleased: "`{{field}}` is emptied here while it can hold {{noun}} from {{other}}, which then nothing can release. Call `{{release}}` first.",
      timerLoopDropped: "The handle of `{{acquire}}` is dropped here, so that {{teardown}} cannot stop it. Keep the handle in a field and clear it there{{doubt}}.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    const { sourceCode } = context;
    const dataOf = (verdict: FieldVerdict): Record<string, string> => ({
      field: verdict.field,
      noun: verdict.resource?.pair.noun ?? "a resource",
      acquire: verdict.resource === undefined ? "" : excerpt(sourceCode, verdict.resource.acquisition),
      release: verdict.resource === undefined ? "its release" : (describeRelease(verdict.resource.pair, verdict.field) ?? "its release"),
      teardown: describeTeardown(verdict),
      other: verdict.other === undefined ? "" : describeLine(verdict.other),
      hook: verdict.hook ?? "",
      held: verdict.held?.noun ?? "",
      end: verdict.held?.end ?? "",
      where: verdict.held?.where ?? describeLine(verdict.held?.at ?? verdict.node),
      doubt: describeDoubt(verdict),
    });

    return {
      "Program:exit"() {
        reportLeftOpen(context, context.options[0], () => analyzeFile(context).leftOpen("no-unreleased-field"));
        for (const verdict of analyzeFile(context).fields().verdicts) {
          if (!speaks(confidence, verdict.confidence)) continue;
          context.report({ node: verdict.node, messageId: messageIdOf(verdict), data: dataOf(verdict), ...withAccount(() => accountOfField(verdict)) });
        }
      },
    };
  },
});

const MESSAGES: Readonly<Record<FieldReason, MessageId>> = {
  child: "childUnended",
  "child-replaced": "childReplaced",
  forgotten: "fieldForgotten",
  "no-teardown": "noTeardown",
  "acquired-again": "acquiredAgain",
  replaced: "replacedBeforeRelease",
  "set-aside": "setAsideUnreleased",
  emptied: "emptiedUnreleased",
  "dropped-loop": "timerLoopDropped",
};

function messageIdOf({ reason, teardown, hook, other }: FieldVerdict): MessageId {
  if (reason === "no-teardown" && hook !== undefined) return "hookMissing";
  if (reason === "child" && teardown === undefined) return "childUnregistered";
  if (reason === "forgotten" && other !== undefined) return "fieldSkipped";
  return reason === "forgotten" && teardown === undefined ? "fieldUnregistered" : MESSAGES[reason];
}

/** What is only likely to be the end of the owner is told with that condition; a timer that is to run to its end is none to clear. */
function describeDoubt({ confidence, reason }: FieldVerdict): string {
  if (confidence === "certain") return "";
  return reason === "dropped-loop" ? ", unless it has to run to its end" : ", if that is the end of its owner";
}

/** The second site: the function that should have released it. */
function describeTeardown({ teardown }: FieldVerdict): string {
  if (teardown === undefined) return "the teardown";
  const line = describeLine(teardown.node);
  return teardown.name === undefined ? `the cleanup on ${line}` : `\`${teardown.name}()\` on ${line}`;
}

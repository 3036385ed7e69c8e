/**
 * Reports a resource that nothing releases: its handle is dropped, kept without a release, or it is a listener that stays.
 * The engine knows what is acquired and who owns it; this file knows only what to say.
 */
import { analyzeFile } from "../analyze-file.ts";
import { describeEffectEnd, hasCleanup } from "../subjects/owner/effects.ts";
import { describeRelease } from "../subjects/resource/releases.ts";
import type { UnreleasedResource } from "../bench/judge-resources.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { optionNamed, optionsOf } from "../facts/options.ts";
import { accountOfUnreleased } from "../report/account-of-resources.ts";
import { withAccount } from "../report/account.ts";
import { allowsUsing } from "../report/allows-using.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { LEFT_OPEN, reportLeftOpen } from "../report/report-left-open.ts";
import { collectUnreleasedSuggestions, type UnreleasedId } from "../report/suggest-release.ts";
import { describeLine, excerpt } from "../report/wording.ts";
import { calleeName, type CallNode } from "../syntax/tree.ts";

type MessageId = "leftOpen" | "handleDiscarded" | "neverReleased" | "listenerStays" | "targetReplaced" | "deadNotifier" | "cleanupIgnored" | "deadlineLeft" | UnreleasedId;

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-unreleased-resource",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: { description: "Require every acquired resource to be released", preset: "recommended" },
    messages: {
      leftOpen: LEFT_OPEN,
      handleDiscarded: "The handle of `{{acquire}}` is dropped here, so nothing can release {{noun}}{{place}}. Keep the handle and call `{{release}}`.",
      neverReleased: "`{{handle}}` has {{noun}} from `{{acquire}}` here and is neither released nor handed on{{place}}. Call `{{release}}`.",
      listenerStays: "The listener that `{{acquire}}` adds here stays on `{{target}}`{{place}}. {{removal}}",
      targetReplaced: "The listener that `{{acquire}}` adds here stays on it when `{{target}}`, filled on {{line}}, gets another object: only that one is asked to remove it. Call {{removal}} on the old one first.",
      deadNotifier: "`{{acquire}}` ends nothing: `{{target}}` never emits in this file{{place}}. Call `{{target}}.next()` there, or give the notifier that emits.",
      cleanupIgnored: "`{{acquire}}` does not call the cleanup that its callback returns on {{line}}, so each run leaves one behind. {{advice}}",
      deadlineLeft: "`{{acquire}}` is still set when `{{target}}` on {{line}}, which it is to cut short, is over{{place}}. Keep the handle and call `{{release}}` then.",
      declareWithUsing: "Declare `{{handle}}` with `{{keyword}}`.",
      returnCleanup: "Return a cleanup that calls `{{release}}`.",
      passSignal: "Pass the signal of `{{controller}}`, which line {{line}} aborts.",
      removeInTeardown: "Call `{{release}}` in {{teardown}}.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    const { sourceCode } = context;
    const dataOf = (verdict: UnreleasedResource): Record<string, string> => ({
      acquire: excerpt(sourceCode, verdict.resource.acquisition),
      noun: verdict.resource.pair.noun,
      release: describeRelease(verdict.resource.pair, verdict.variable) ?? "its release",
      handle: verdict.variable ?? "",
      target: verdict.target === undefined ? "window" : excerpt(sourceCode, verdict.target),
      place: describeOwner(verdict),
      line: verdict.target === undefined ? "" : describeLine(verdict.target),
      advice: describeAdvice(verdict.resource),
      removal: describeRemoval(verdict, hasDeadSignal(analyzeFile(context).facts, verdict.resource)),
    });

    return {
      "Program:exit"() {
        reportLeftOpen(context, context.options[0], () => analyzeFile(context).leftOpen("no-unreleased-resource"));
        for (const verdict of analyzeFile(context).ownership().unreleased) {
          if (!speaks(confidence, verdict.confidence)) continue;
          const suggest = collectUnreleasedSuggestions(analyzeFile(context).facts, verdict, analyzeFile(context).ownership().unreleased, allowsUsing(context));
          context.report({ node: verdict.resource.acquisition, messageId: MESSAGES[verdict.reason], data: dataOf(verdict), suggest: inLineBreaksOf(context.sourceCode, suggest), ...withAccount(() => accountOfUnreleased(verdict)) });
        }
      },
    };
  },
});

const MESSAGES: Record<UnreleasedResource["reason"], MessageId> = {
  "discarded": "handleDiscarded",
  "never-released": "neverReleased",
  "listener-stays": "listenerStays",
  "target-replaced": "targetReplaced",
  "dead-notifier": "deadNotifier",
  "cleanup-ignored": "cleanupIgnored",
  "deadline-left": "deadlineLeft",
};

/** How the listener goes: by the same function, and for events of the DOM also by a signal. */
function describeRemoval({ reason, resource: { pair, acquisition }, owner, confidence }: UnreleasedResource, isSignalled: boolean): string {
  const [release] = pair.releases;
  const call = `\`${release !== undefined && "name" in release ? release.name : "off"}\` with the same function`;
  if (reason === "target-replaced") return call;
  const signal = calleeName(acquisition) !== "addEventListener" ? "" : isSignalled ? ", or keep the controller of its signal, which nothing can abort, and abort it there" : ", or pass `{ signal }`";
  if (owner.kind === "effect") return hasCleanup(acquisition) ? `Call ${call} in the cleanup${signal}.` : `Return a cleanup that calls ${call}${signal}.`;
  if (owner.teardown === undefined && isOnAbort(acquisition)) return `Call ${call} when the call is over, or give it a signal from \`AbortSignal.any\`.`;
  const doubt = confidence === "certain" ? "" : ", if that is the end of what adds it";
  if (owner.teardown !== undefined) return `Call ${call} there${signal}${doubt}.`;
  return owner.hook === undefined ? `Call ${call} when it has served${signal}.` : `Call ${call} in \`${owner.hook}()\`${signal}.`;
}

/** A signal as a rule outlives the call and is never aborted: no event takes the listener off. */
function isOnAbort({ arguments: [event] }: CallNode): boolean {
  return event?.type === "Literal" && event.value === "abort";
}

/** Whether it is given a signal; one that could be aborted would end it. */
function hasDeadSignal(file: FileFacts, { acquisition }: UnreleasedResource["resource"]): boolean {
  return acquisition.arguments.slice(2).some((argument) => optionNamed(optionsOf(file, argument), "signal") !== undefined);
}

/** Where the framework wants its cleanup instead. */
function describeAdvice({ pair, acquisition }: UnreleasedResource["resource"]): string {
  if (pair.id === "language/promised-cleanup") return "Make the callback a plain function that returns it.";
  return calleeName(acquisition)?.startsWith("watch") === true ? "Hand it to `onCleanup` instead." : "Hand it to the hook that runs at the end.";
}

/** The second site: where the release is expected. */
function describeOwner({ owner, resource }: UnreleasedResource): string {
  if (owner.kind === "effect") return describeEffectEnd(resource.acquisition);
  if (owner.teardown === undefined) return owner.hook === undefined ? "" : " when the component unmounts";
  const { name, node } = owner.teardown;
  return `; ${name === undefined ? "the cleanup" : `\`${name}()\``} on ${describeLine(node)} does not end it`;
}

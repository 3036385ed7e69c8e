/**
 * Reports a release that is there and cannot do its work: a listener removed with another function, event, target or flag,
 * a timer that the clear cannot reach, a method that ends nothing or is not called.
 * The engine knows what matches; this file knows only what to say.
 */
import { analyzeFile } from "../analyze-file.ts";
import { accountOfMismatch } from "../report/account-of-resources.ts";
import { withAccount } from "../report/account.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { describeMismatch, type MismatchId } from "../report/describe-mismatch.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { findMend, type MendId } from "../report/mend-release.ts";

export default createRule<MismatchId | MendId, [ConfidenceOption]>({
  name: "no-mismatched-release",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: { description: "Disallow releases that cannot match what was acquired", preset: "recommended" },
    messages: {
      newFunction: "`{{remove}}` is given a function that nobody added ({{made}}), so the listener of line {{line}} stays. Keep one function and give it to both calls.",
      otherFunction: "`{{remove}}` is given {{given}} here, but line {{line}} adds {{added}}, so that listener stays. Give both calls the same function.",
      functionMadeAgain: "{{given}} is made anew each time this function runs, so `{{remove}}` here never gets the one that line {{line}} added. Make it once, outside.",
      otherEvent: "`{{remove}}` names {{event}} here, but line {{line}} adds the listener for {{otherEvent}}, so it stays. Name the same event.",
      otherTarget: "`{{remove}}` asks `{{target}}` here, but line {{line}} adds the listener to `{{otherTarget}}`, where it stays. Remove it there.",
      otherCapture: "`{{remove}}` is {{capture}} the capture flag here, but line {{line}} adds the listener {{otherCapture}} it, so it stays. Give both calls the same flag.",
      otherContext: "`{{remove}}` is {{context}} `this` here, but line {{line}} connects {{otherContext}} it, so the connection stays. Give both calls the same context.",
      missingEvent: "`{{remove}}` has no event name here, so the listener that line {{line}} adds for {{otherEvent}} stays. Put the event first.",
      missingListener: "`{{remove}}` names no function here, so the listener that line {{line}} adds stays. Give it {{added}} as well.",
      newcomerAsked: "`{{remove}}` asks {{target}}, which becomes `{{old}}` only on line {{filled}}, so the listener of line {{line}} stays on what `{{old}}` still is here. Ask that.",
      tokenMissing: "`{{release}}` ends nothing, since `{{acquire}}` on line {{line}} is given no token that it can be known by. Give it one as argument {{position}}.",
      emptiedBefore: "`{{remove}}` is given nothing here, since line {{emptied}} has emptied `{{empty}}`, so the listener of line {{line}} stays. Remove it before that.",
      emptiedTarget: "`{{remove}}` asks nothing here, since line {{emptied}} has emptied `{{empty}}`, so the listener of line {{line}} stays. Remove it before that.",
      emptiedForRemoval: "`{{empty}}` is emptied here before `{{name}}` reads it on line {{removal}} to remove the listener of line {{line}}, which stays. Empty it afterwards.",
      releaseSpent: "`{{release}}` releases nothing here, since line {{emptied}} has emptied `{{empty}}`, so what line {{line}} put there stays. Release it before that.",
      releaseUnasked: "`{{release}}` runs only if a caller gives `{{parameter}}`, which no call in this file does, and nothing else here releases what line {{line}} puts into `{{place}}`. Release it whoever calls.",
      addedAgain: "`{{add}}` adds the listener of line {{line}} a second time here, where its neighbours remove theirs. Call `{{remove}}`.",
      timerDropped: "The timer of `{{start}}` is dropped here, so `{{clear}}` on line {{line}} never clears it. Assign it to `{{handle}}`.",
      otherTimer: "`{{clear}}` clears nothing here, since `{{handle}}` comes from `{{start}}` on line {{line}}. Call `{{remedy}}`.",
      timerElsewhere: "`{{clear}}` clears nothing here, since `{{handle}}` is never given a timer: `{{kept}}` has the one of line {{line}}. Clear that.",
      callbackForHandle: "`{{clear}}` is given the callback here and not what `{{start}}` on line {{line}} returns, so the timer runs on. Keep that and clear it.",
      wrongVerb: "`{{call}}` does not release {{noun}} of line {{line}}: {{because}}. Call `{{release}}`.",
      notCalled: "`{{method}}` is only named here and not called, so nothing is released. Call it.",
      calledEarly: "`{{call}}` runs here, right after `{{acquire}}` on line {{line}}, and not when the effect ends. Return a function that calls it.",
      giveSameFunction: "Give {{text}} here as well.",
      giveSameEvent: "Name {{text}} here as well.",
      giveSameCapture: "Pass {{text}} here, as the other call does.",
      giveSameContext: "Pass {{text}} here, as the other call does.",
      insertEvent: "Put {{text}} before the function.",
      removeInstead: "Call `{{text}}` instead.",
      clearWithOther: "Call `{{text}}` instead.",
      keepHandle: "Assign the timer to `{{text}}`.",
      callMethod: "Call `{{text}}`.",
      returnFunction: "Return a function that calls `{{text}}`.",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;

    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const mismatch of analysis.mismatches().found) {
          if (!speaks(confidence, mismatch.confidence)) continue;
          const mend = findMend(analysis.facts, mismatch);
          const suggest = mend === undefined ? [] : [{ messageId: mend.messageId, data: { text: mend.text }, fix: mend.fix }];
          context.report({ node: mismatch.node, ...describeMismatch(analysis.facts, mismatch), suggest: inLineBreaksOf(context.sourceCode, suggest), ...withAccount(() => accountOfMismatch(mismatch)) });
        }
      },
    };
  },
});

/** The words for releases that do not match: message and its parts. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { describePlace } from "../facts/places.ts";
import { captureOf } from "../subjects/listener/capture-flag.ts";
import { freshnessOf, type Freshness } from "../subjects/listener/listener-identity.ts";
import { isSamePlace } from "../subjects/listener/listener-uses.ts";
import type { Mismatch, MismatchedListener, MismatchedTimer } from "../bench/judge-mismatches.ts";
import { describeRelease } from "../subjects/resource/releases.ts";
import { lineOf } from "../syntax/tree.ts";
import { excerpt } from "./wording.ts";

/** The messages of the rule, by what is wrong. */
export type MismatchId =
  | "newFunction" | "otherFunction" | "functionMadeAgain" | "otherEvent" | "otherTarget" | "otherCapture" | "otherContext" | "missingEvent" | "missingListener"
  | "newcomerAsked" | "tokenMissing" | "emptiedBefore" | "emptiedTarget" | "emptiedForRemoval" | "releaseSpent" | "releaseUnasked" | "addedAgain" | "timerDropped" | "otherTimer" | "timerElsewhere" | "callbackForHandle" | "wrongVerb" | "notCalled" | "calledEarly";

/** A message and what fills its placeholders. */
export interface Wording {
  readonly messageId: MismatchId;
  readonly data: Record<string, string>;
}

const TIMER_IDS: Readonly<Record<MismatchedTimer["difference"], MismatchId>> = {
  dropped: "timerDropped", callback: "callbackForHandle", "other-kind": "otherTimer", "other-place": "timerElsewhere",
};

type Source = Readonly<TSESLint.SourceCode>;

/** Puts a mismatch into words. */
export function describeMismatch(file: FileFacts, mismatch: Mismatch): Wording {
  const source = file.sourceCode;
  switch (mismatch.kind) {
    case "listener":
      return { messageId: idOf(file, mismatch), data: listenerData(file, mismatch) };
    case "added-again":
      return { messageId: "addedAgain", data: { add: excerpt(source, mismatch.repeated.call), line: line(mismatch.added.call), remove: mismatch.removal } };
    case "spent":
      return { messageId: spentId(mismatch), data: spentData(file, mismatch) };
    case "spent-release":
      return { messageId: "releaseSpent", data: { release: excerpt(source, mismatch.release), empty: excerpt(source, mismatch.emptying.assignment.left), emptied: line(mismatch.emptying.assignment), line: line(mismatch.filling) } };
    case "unasked-release":
      return { messageId: "releaseUnasked", data: { release: excerpt(source, mismatch.release), parameter: mismatch.parameter.name, line: line(mismatch.filling), place: describePlace(mismatch.place) } };
    case "newcomer":
      return { messageId: "newcomerAsked", data: { remove: excerpt(source, mismatch.removed.call), target: textOr(source, mismatch.removed.target, "the new object"), old: describePlace(mismatch.slot), filled: line(mismatch.filling), line: line(mismatch.added.call) } };
    case "no-token":
      return { messageId: "tokenMissing", data: { release: excerpt(source, mismatch.release), acquire: excerpt(source, mismatch.resource.acquisition), line: line(mismatch.resource.acquisition), position: String(mismatch.index + 1) } };
    case "timer":
      return {
        messageId: TIMER_IDS[mismatch.difference],
        data: {
          start: excerpt(source, mismatch.started), clear: excerpt(source, mismatch.cleared), remedy: mismatch.remedy,
          kept: mismatch.kept === undefined ? "" : describePlace(mismatch.kept),
          handle: argumentText(source, mismatch.cleared), line: line(mismatch.difference === "dropped" ? mismatch.cleared : mismatch.started),
        },
      };
    case "wrong-verb": {
      const handle = excerpt(source, mismatch.handle);
      const release = describeRelease(mismatch.resource.pair, handle) ?? handle;
      return { messageId: "wrongVerb", data: { call: excerpt(source, mismatch.release), noun: mismatch.resource.pair.noun, line: line(mismatch.resource.acquisition), because: mismatch.wrong.because, release } };
    }
    case "uncalled":
      return { messageId: "notCalled", data: { method: excerpt(source, mismatch.release) } };
    case "early":
      return { messageId: "calledEarly", data: { call: excerpt(source, mismatch.release), acquire: excerpt(source, mismatch.acquired), line: line(mismatch.acquired) } };
  }
}

type Spent = Extract<Mismatch, { kind: "spent" }>;

function spentId({ inside, part }: Spent): MismatchId {
  if (inside !== undefined) return "emptiedForRemoval";
  return part === "listener" ? "emptiedBefore" : "emptiedTarget";
}

function spentData(file: FileFacts, { removed, added, emptying, inside }: Spent): Record<string, string> {
  const source = file.sourceCode;
  return {
    remove: excerpt(source, removed.call),
    empty: excerpt(source, emptying.assignment.left),
    emptied: line(emptying.assignment),
    removal: line(removed.call),
    name: (inside === undefined ? undefined : file.functions.factOf(inside).name) ?? "that function",
    line: line(added.call),
  };
}

function idOf(file: FileFacts, { difference, removed, added }: MismatchedListener): MismatchId {
  switch (difference) {
    case "listener":
      if (removed.listener !== undefined && freshnessOf(file, removed.listener) !== undefined) return "newFunction";
      return removed.listener !== undefined && added.listener !== undefined && isSamePlace(file, removed.listener, added.listener) ? "functionMadeAgain" : "otherFunction";
    case "event":
      return "otherEvent";
    case "target":
      return "otherTarget";
    case "third":
      return added.verbs.third === "context" ? "otherContext" : "otherCapture";
    case "no-event":
      return "missingEvent";
    case "no-listener":
      return "missingListener";
  }
}

function listenerData(file: FileFacts, { removed, added }: MismatchedListener): Record<string, string> {
  const source = file.sourceCode;
  const isCapture = captureOf(file, removed.third) === true;
  return {
    remove: excerpt(source, removed.call),
    line: line(added.call),
    made: howMade(removed.listener === undefined ? undefined : freshnessOf(file, removed.listener)),
    given: textOr(source, removed.listener, "the function"),
    added: addedText(file, added.listener, removed.listener),
    event: textOr(source, removed.event, "no event"),
    otherEvent: textOr(source, added.event, "no event"),
    target: removed.target === undefined ? "window" : excerpt(source, removed.target),
    otherTarget: added.target === undefined ? "window" : excerpt(source, added.target),
    capture: isCapture ? "with" : "without",
    otherCapture: isCapture ? "without" : "with",
    context: removed.third === undefined ? "without" : "with",
    otherContext: added.third === undefined ? "without" : "with",
  };
}

function howMade(freshness: Freshness | undefined): string {
  switch (freshness) {
    case "bind":
      return "`bind` gives a new function each time";
    case "wrapper":
    case "factory":
      return "the call gives a new function each time";
    case "nothing":
      return "it is called here, and gives none";
    default:
      return "it is written here";
  }
}

/** The added function by its name, or by how it is made. */
function addedText(file: FileFacts, listener: TSESTree.Node | undefined, given: TSESTree.Node | undefined): string {
  if (listener === undefined) return "another function";
  const freshness = freshnessOf(file, listener);
  const text = excerpt(file.sourceCode, listener);
  if (freshness === "function") return "a function written there";
  if (freshness !== undefined) return `what \`${text}\` gives there`;
  const isOfSameName = given !== undefined && excerpt(file.sourceCode, given) === text;
  return `${isOfSameName ? "another " : ""}${textOr(file.sourceCode, listener, "another function")}`;
}

function textOr(source: Source, node: TSESTree.Node | undefined, otherwise: string): string {
  const text = node === undefined ? "" : excerpt(source, node);
  return text === "" || text.includes("`") ? otherwise : `\`${text}\``;
}

function argumentText(source: Source, call: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const [argument] = call.arguments;
  return argument === undefined ? "" : excerpt(source, argument);
}

function line(node: TSESTree.Node): string {
  return String(lineOf(node));
}

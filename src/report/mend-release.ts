/** One-token repairs of releases that do not match: what is written elsewhere in the file, written here as well. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { freshnessOf } from "../subjects/listener/listener-identity.ts";
import type { Mismatch, MismatchedListener } from "../bench/judge-mismatches.ts";
import { unwrap } from "../syntax/tree.ts";
import { meansSame } from "./same-meaning.ts";

/** The suggestions of the rule, by what they do. */
export type MendId = "giveSameFunction" | "giveSameEvent" | "giveSameCapture" | "giveSameContext" | "insertEvent" | "removeInstead" | "clearWithOther" | "keepHandle" | "callMethod" | "returnFunction";

export interface Mend {
  readonly messageId: MendId;
  readonly text: string;
  readonly fix: TSESLint.ReportFixFunction;
}

/** Finds the repair that is safe to offer; undefined where one has to think. */
export function findMend(file: FileFacts, mismatch: Mismatch): Mend | undefined {
  switch (mismatch.kind) {
    case "listener":
      return mendListener(file, mismatch);
    case "added-again":
      return renameMethod("removeInstead", mismatch.repeated.call, mismatch.removal);
    case "timer":
      if (mismatch.difference === "other-kind") return renameMethod("clearWithOther", mismatch.cleared, mismatch.remedy);
      return mismatch.difference === "dropped" && mismatch.confidence === "certain" ? keepHandle(file, mismatch.started, mismatch.cleared.arguments[0]) : undefined;
    case "uncalled":
      return { messageId: "callMethod", text: textOf(file, mismatch.release), fix: (fixer) => fixer.insertTextAfter(mismatch.release, "()") };
    case "early":
      return { messageId: "returnFunction", text: textOf(file, mismatch.release.callee), fix: (fixer) => fixer.insertTextBefore(mismatch.release, "() => ") };
    case "wrong-verb":
    case "spent":
    case "spent-release":
    case "unasked-release":
    case "newcomer":
    case "no-token":
      return undefined;
  }
}

function mendListener(file: FileFacts, { difference, added, removed }: MismatchedListener): Mend | undefined {
  switch (difference) {
    case "listener": {
      const isKept = added.listener !== undefined && freshnessOf(file, added.listener) === undefined && added.listener.type !== "AssignmentExpression";
      return isKept ? repeat(file, "giveSameFunction", removed.listener, added.listener) : undefined;
    }
    case "event":
      return repeat(file, "giveSameEvent", removed.event, added.event);
    case "third":
      return mendThird(file, added.verbs.third === "context" ? "giveSameContext" : "giveSameCapture", added.third, removed);
    case "no-event": {
      const { listener } = removed;
      if (added.event === undefined || listener === undefined || !meansSame(file, added.event, listener)) return undefined;
      const text = textOf(file, added.event);
      return { messageId: "insertEvent", text, fix: (fixer) => fixer.insertTextBefore(listener, `${text}, `) };
    }
    default:
      return undefined;
  }
}

function mendThird(file: FileFacts, messageId: MendId, wanted: TSESTree.Node | undefined, { listener, third }: MismatchedListener["removed"]): Mend | undefined {
  if (listener === undefined) return undefined;
  if (wanted === undefined) return third === undefined ? undefined : { messageId, text: "nothing", fix: (fixer) => fixer.removeRange([listener.range[1], third.range[1]]) };
  if (!meansSame(file, wanted, listener)) return undefined;
  const text = textOf(file, wanted);
  return { messageId, text, fix: (fixer) => (third === undefined ? fixer.insertTextAfter(listener, `, ${text}`) : fixer.replaceText(third, text)) };
}

function repeat(file: FileFacts, messageId: MendId, given: TSESTree.Node | undefined, wanted: TSESTree.Node | undefined): Mend | undefined {
  if (given === undefined || wanted === undefined || !meansSame(file, wanted, given)) return undefined;
  const text = textOf(file, wanted);
  return text === textOf(file, given) ? undefined : { messageId, text, fix: (fixer) => fixer.replaceText(given, text) };
}

function renameMethod(messageId: MendId, call: TSESTree.CallExpression | TSESTree.NewExpression, name: string): Mend | undefined {
  const callee = unwrap(call.callee);
  const node = callee.type === "MemberExpression" && !callee.computed ? callee.property : callee;
  return node.type === "Identifier" ? { messageId, text: name, fix: (fixer) => fixer.replaceText(node, name) } : undefined;
}

function keepHandle(file: FileFacts, started: TSESTree.Node, handle: TSESTree.Node | undefined): Mend | undefined {
  if (handle === undefined || !meansSame(file, handle, started)) return undefined;
  const text = textOf(file, handle);
  return { messageId: "keepHandle", text, fix: (fixer) => fixer.insertTextBefore(started, `${text} = `) };
}

function textOf(file: FileFacts, node: TSESTree.Node): string {
  return file.sourceCode.getText(node);
}

/**
 * Reports an insert into a long-lived collection from which nothing can remove the entry.
 * The engine knows what lives long, what is bounded and which deletes can match; this file knows only what to say.
 */
import { analyzeFile } from "../analyze-file.ts";
import type { UnboundedCollection } from "../bench/judge-growth.ts";
import { describePlace } from "../facts/places.ts";
import { accountOfUnbounded } from "../report/account-of-collections.ts";
import { withAccount } from "../report/account.ts";
import { confidenceSchema, createRule, speaks, type ConfidenceOption } from "../report/create-rule.ts";
import { inLineBreaksOf } from "../report/line-breaks.ts";
import { LEFT_OPEN, reportLeftOpen } from "../report/report-left-open.ts";
import { suggestRemover } from "../report/suggest-remover.ts";
import type { Suggestion } from "../report/suggestion.ts";
import { lineOf } from "../syntax/tree.ts";

type MessageId = "leftOpen" | "makeWeak" | "returnRemover" | "neverRemoved" | "keyNeverMatches" | "onlyEmptiedAtEnd" | "removedInVain";

export default createRule<MessageId, [ConfidenceOption]>({
  name: "no-unbounded-collection",
  meta: {
    type: "problem",
    hasSuggestions: true,
    docs: { description: "Disallow inserts into long-lived collections without a delete path that can match", preset: "recommended" },
    messages: {
      leftOpen: LEFT_OPEN,
      makeWeak: "Create a `{{weak}}`, which lets go of an entry with its key.",
      returnRemover: "Return a function that takes `{{element}}` out again.",
      neverRemoved: "`{{collection}}` (created on line {{created}}) {{grows}}, and nothing in this file removes {{entry}}{{heard}}. {{remedy}}",
      keyNeverMatches: "`{{collection}}` (created on line {{created}}) {{grows}}, but {{removals}}. Keep the key that was inserted and delete by it.",
      removedInVain: "`{{collection}}` (created on line {{created}}) {{grows}}, but {{removals}}. {{remedy}}",
      onlyEmptiedAtEnd: "`{{collection}}` (created on line {{created}}) {{grows}}, but {{removals}}. {{remedy}}",
    },
    schema: [{ type: "object", properties: { confidence: confidenceSchema }, additionalProperties: false }],
    defaultOptions: [{ confidence: "certain" }],
  },
  create(context) {
    const [{ confidence }] = context.options;
    return {
      "Program:exit"() {
        reportLeftOpen(context, context.options[0], () => analyzeFile(context).leftOpen("no-unbounded-collection"));
        const textOf = (verdict: UnboundedCollection): string => (verdict.insert.key === undefined ? "" : context.sourceCode.getText(verdict.insert.key));
        for (const verdict of analyzeFile(context).collections().unbounded) {
          if (!speaks(confidence, verdict.confidence)) continue;
          context.report({
            node: verdict.insert.node,
            messageId: messageFor(verdict),
            data: {
              collection: describePlace(verdict.collection.place),
              created: String(lineOf(verdict.collection.creation.site)),
              grows: describeGrowth(verdict, textOf(verdict)),
              entry: verdict.collection.kind === "array" || verdict.isInner ? "an element again" : "an entry again",
              heard: describeHeard(verdict),
              removals: describeRemovals(verdict, (node) => context.sourceCode.getText(node)),
              remedy: describeRemedy(verdict),
            },
            suggest: inLineBreaksOf(context.sourceCode, [...suggestWeak(verdict), ...suggestRemover(context.sourceCode, verdict)]),
            ...withAccount(() => accountOfUnbounded(verdict)),
          });
        }
      },
    };
  },
});

function suggestWeak({ weakable, collection }: UnboundedCollection): Suggestion<"makeWeak">[] {
  if (weakable === undefined) return [];
  const weak = collection.kind === "set" ? "WeakSet" : "WeakMap";
  return [{ messageId: "makeWeak", data: { weak }, fix: (fixer) => fixer.replaceText(weakable.callee, weak) }];
}

function messageFor({ useless }: UnboundedCollection): MessageId {
  const reasons = new Set(useless.map(({ reason }) => reason));
  if (reasons.has("key-never-matches")) return "keyNeverMatches";
  if (reasons.has("owner-end")) return "onlyEmptiedAtEnd";
  return reasons.size > 0 ? "removedInVain" : "neverRemoved";
}

function describeGrowth({ collection, within, isInner }: UnboundedCollection, key: string): string {
  const thing = isInner ? "gains an element in one of its lists" : collection.kind === "array" ? "gains an element" : collection.kind === "set" ? "gains a member" : isShort(key) ? `gains an entry under \`${key}\`` : "gains an entry";
  return within === undefined ? `${thing} here each time the function around it runs` : `${thing} here whenever \`${within}\` runs`;
}

/** What says that entries are meant to go, if nothing else does: where the end of what is put in is heard, or the declaration. */
function describeHeard({ collection, heardEnd, useless, isInner, isDeclaredWeak }: UnboundedCollection): string {
  if (isDeclaredWeak) return `, although it is declared as a \`${collection.kind === "set" ? "WeakSet" : "WeakMap"}\``;
  if (heardEnd === undefined || useless.some(({ reason }) => reason === "owner-end")) return "";
  return `, although the ${isInner ? "element" : "entry"}'s own end is heard on line ${String(lineOf(heardEnd))}`;
}

function describeRemovals({ useless, heardEnd, isInner }: UnboundedCollection, textOf: (node: NonNullable<UnboundedCollection["insert"]["key"]>) => string): string {
  const clauses = useless.map(({ reason, operation, within }) => {
    const line = String(lineOf(operation.node));
    switch (reason) {
      case "owner-end":
        return `\`${within ?? "teardown"}()\` on line ${line} only empties it with its owner${heardEnd === undefined ? "" : `, although the ${isInner ? "element" : "entry"}'s own end is heard on line ${String(lineOf(heardEnd))}`}`;
      case "key-never-matches":
        return `the delete on line ${line} uses \`${operation.key === undefined ? "another key" : textOf(operation.key)}\`, which never equals the inserted key`;
      case "switched-off":
        return `${within === undefined ? "the assignment" : `\`${within}()\``} on line ${line} only ends it for good`;
      case "left-to-others":
        return `it loses one only in ${within === undefined ? "a function" : `\`${within}()\``} on line ${line}, which nothing in this file calls`;
      case "never-run":
        return `nothing runs ${within === undefined ? "the function" : `\`${within}()\``} that removes on line ${line}`;
      case "element-only":
        return `line ${line} only takes something out of one of them`;
      case "reinserted":
        return `the delete on line ${line} is undone by the insert after it`;
    }
  });
  const shown = [...new Set(clauses)].slice(0, 3);
  return shown.length <= 1 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

function describeRemedy({ collection, hasObjectKey, isInner, heardEnd }: UnboundedCollection): string {
  if (isInner && heardEnd !== undefined) return "Take the element off its list at that end.";
  if (isInner) return "Return a function that takes the element out.";
  if (collection.kind === "array") return "Remove the element when it is done with, or cap the length.";
  if (!hasObjectKey) return "Delete the entry when it is done with, or bound the size.";
  return `Delete the entry when its ${collection.kind === "set" ? "member" : "key"} ends, or use a \`Weak${collection.kind === "set" ? "Set" : "Map"}\`.`;
}

function isShort(text: string): boolean {
  return text !== "" && text.length <= 60 && !text.includes("\n");
}

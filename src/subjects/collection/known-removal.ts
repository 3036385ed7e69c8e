/** Whether a file knows that things of a kind are removed: it names their removal, or deletes them from another collection. */
import { anything, removal } from "../../catalogue/words/removal-words.ts";
import { codeWordsOf } from "../../facts/code-text.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { memberName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { namesInKey } from "./names-in-key.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import { lastWordOf } from "../../catalogue/words/key-names.ts";
import type { Operation } from "./operations.ts";

const NAMED = new Set<string>(["Identifier", "MemberExpression", "TemplateLiteral"]);

/** Answers it for the things that words name: `onServerRemoved`, `this.finders.delete(serverId)`. */
export function knowsRemoval(file: FileFacts, words: readonly string[]): boolean {
  const things = new Set(words.map(singular));
  const isTold = [...codeWordsOf(file)].some((word) => {
    const parts = wordsOf(word);
    return parts.some((part) => things.has(singular(part))) && parts.some((part) => removal.test(part));
  });
  return isTold || file.calls.named("delete").some((call) => {
    const receiver = receiverOf(call);
    const name = receiver?.type === "MemberExpression" ? memberName(receiver) : receiver?.type === "Identifier" ? receiver.name : undefined;
    return things.has(singular(wordsOf(name ?? "").at(-1) ?? ""));
  });
}

/** Answers it for what an insert puts in, by the names in its key: `target` of `target.targetId`. */
export function knowsRemovalOfInserted(file: FileFacts, { key }: Operation): boolean {
  // A call or a fresh object is made of many things, of which none is what is put in.
  if (key === undefined || !NAMED.has(unwrap(key).type)) return false;
  const words = namesInKey(file, key).map((name) => singular(lastWordOf(name) ?? "")).filter((word) => !anything.test(word));
  return words.length > 0 && knowsRemoval(file, words);
}

function singular(word: string): string {
  return word === "repository" || word === "repositories" ? "repo" : word.replace(/s$/, "");
}

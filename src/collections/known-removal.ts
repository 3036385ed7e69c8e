/** Whether a file knows that things of a kind are removed: it names their removal, or deletes them from another collection. */
import type { FileFacts } from "../facts/file-facts.ts";
import { memberName, receiverOf, unwrap } from "../syntax/tree.ts";
import { namesInKey } from "./key-names.ts";
import { lastWordOf, wordsOf } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";

const REMOVAL = /^(?:removed?|removing|deleted?|deleting|disposed?|unregistered?|disconnect(?:ed)?|uninstalled?|evicted?|gone)$/;
// Words of every program: `removeItem` and `removeListener` tell of no thing of its own.
const ANYTHING = /^(?:.{1,2}|item|data|value|entry|entrie|node|object|element|event|listener|handler|callback|this|path|file|uri|url|child|key|index|name)$/;
const NAMED = new Set<string>(["Identifier", "MemberExpression", "TemplateLiteral"]);

/** Answers it for the things that words name: `onServerRemoved`, `this.finders.delete(serverId)`. */
export function knowsRemoval(file: FileFacts, words: readonly string[]): boolean {
  const things = new Set(words.map(singular));
  const isTold = file.sourceCode.ast.tokens.some(({ type, value }) => {
    const parts = type === "Identifier" || type === "PrivateIdentifier" ? wordsOf(value) : [];
    return parts.some((part) => things.has(singular(part))) && parts.some((part) => REMOVAL.test(part));
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
  const words = namesInKey(file, key).map((name) => singular(lastWordOf(name) ?? "")).filter((word) => !ANYTHING.test(word));
  return words.length > 0 && knowsRemoval(file, words);
}

function singular(word: string): string {
  return word === "repository" || word === "repositories" ? "repo" : word.replace(/s$/, "");
}

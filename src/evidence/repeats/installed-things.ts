import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { domainOfName, lastWordOf } from "../../catalogue/words/key-names.ts";
import { address, installed, opened } from "../../catalogue/words/removal-words.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Collection } from "../../subjects/collection/collection.ts";
import { nameOfCollection } from "../../subjects/collection/growing-inserts.ts";
import { isOfPassingType } from "../../subjects/collection/key-kind.ts";
import { knowsRemoval } from "../../subjects/collection/known-removal.ts";
import { namesInKey } from "../../subjects/collection/names-in-key.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { wordsOf } from "../../syntax/words-of.ts";
import type { Evidence } from "../evidence.ts";

export const installedThings: Evidence<GrowingCollection, "few" | "opened" | "installed"> = {
  id: "repeats/installed-things",
  asks: "Does the key by its name say which of the things installed, configured or opened on a machine is meant?",
  levels: {
    few: ["its key names one of the few things that are installed or opened on a machine, and stay", "no leak"],
    opened: ["its key names one of the things that a user opens, and the file knows that they are removed", "open"],
    installed: ["its key names one of the things installed on a machine, and the file knows that they are removed", "open"],
  },
  ask(file, { collection, insert: { key } }) {
    const words = key === undefined || isOfPassingType(file, key) ? [] : installedWords(file, collection, key);
    if (words.length === 0) return { level: "unknown", basis: "named" };
    return { level: !knowsRemoval(file, words) ? "few" : words.every((word) => opened.test(word)) ? "opened" : "installed", basis: "named", at: key };
  },
};

function installedWords(file: FileFacts, collection: Collection, key: NonNullable<Operation["key"]>): readonly string[] {
  const last = namesInKey(file, key).map((name) => ({ name, word: lastWordOf(name) ?? "" }));
  // `host.id + request.id` is as many as there are requests.
  if (last.some(({ name, word }) => !address.test(word) && domainOfName(`${name}Id`) === "unbounded")) return [];
  const inKey = last.map(({ word }) => word).filter(isInstalledWord);
  return inKey.length > 0 ? inKey : wordsOf(nameOfCollection(collection)).filter(isInstalledWord);
}

function isInstalledWord(word: string): boolean {
  return installed.test(word) || opened.test(word);
}

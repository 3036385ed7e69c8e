/** Keys that say which of the things installed, configured or opened on a machine is meant: there are a few, and they stay. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Collection } from "../subjects/collection/collection.ts";
import { nameOfCollection } from "./growing-inserts.ts";
import { isOfPassingType } from "./key-domain.ts";
import { namesInKey } from "./key-names.ts";
import { knowsRemoval } from "./known-removal.ts";
import { domainOfName, lastWordOf, wordsOf } from "../subjects/collection/name-evidence.ts";
import type { Operation } from "../subjects/collection/operations.ts";

// On the machine, or in its settings: a handful for as long as the program runs.
const INSTALLED = /^(?:interpreter|kernel|env|environment|host|hostname|region|hub|machine|runtime|sdk|toolchain|compiler|product|printer|disk|drive|volume)s?$/;
// A user opens and adds them one by one, and some remove them again.
const OPENED = /^(?:workspace|folder|project|repo|repository|repositories|remote|server|agent)s?$/;
// What the things are reached by: there are as many as there are things.
const ADDRESS = /^(?:url|uri|href|query)$/;

/**
 * How many there are of what the key names:
 * - `few`: of what the machine has or the user opened, and the file knows nothing of their removal;
 * - `removable`: few too, yet the file knows that they are removed;
 * - undefined: the names tell of something else.
 */
export type InstalledKey = "few" | "removable" | undefined;

/** Answers it by the names in the key; by the collection's name where the key's own tells nothing. */
export function installedKeyOf(file: FileFacts, collection: Collection, { key }: Operation): InstalledKey {
  const words = key === undefined || isOfPassingType(file, key) ? [] : installedWords(file, collection, key);
  if (words.length === 0) return undefined;
  return knowsRemoval(file, words) ? "removable" : "few";
}

/** Whether such things are opened by the user, and not installed. */
export function areOpened(file: FileFacts, collection: Collection, { key }: Operation): boolean {
  return key !== undefined && installedWords(file, collection, key).every((word) => OPENED.test(word));
}

function installedWords(file: FileFacts, collection: Collection, key: NonNullable<Operation["key"]>): readonly string[] {
  const last = namesInKey(file, key).map((name) => ({ name, word: lastWordOf(name) ?? "" }));
  // `host.id + request.id` is as many as there are requests.
  if (last.some(({ name, word }) => !ADDRESS.test(word) && domainOfName(`${name}Id`) === "unbounded")) return [];
  const inKey = last.map(({ word }) => word).filter(isInstalledWord);
  return inKey.length > 0 ? inKey : wordsOf(nameOfCollection(collection)).filter(isInstalledWord);
}

function isInstalledWord(word: string): boolean {
  return INSTALLED.test(word) || OPENED.test(word);
}

/** Whole keys of a store in the hands of whoever calls: walked out of the store, or made in the way in which its inserts make theirs. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { compareParts } from "./compare-parts.ts";
import { findEntryPart } from "./entry-values.ts";
import type { KeyForm } from "./key-form.ts";
import type { UsedStore } from "./uses-by-store.ts";

/** The key of the inserts that an argument is, as the inserts write it; undefined where it may be only what keys are made of. */
export function findFinishedKey(file: FileFacts, store: UsedStore, argument: TSESTree.Node): KeyForm | undefined {
  const [first, ...others] = store.inserts.map(({ form }) => form);
  if (first === undefined || !isTextAroundOne(first) || !others.every((form) => isMadeAlike(file, first, form))) return undefined;
  const part = findEntryPart(file, store.place, argument);
  const isWalkedFor = part?.half === "key" && part.path.length === 0;
  return isWalkedFor || isMadeAlike(file, first, buildKeyForm(file, argument)) ? first : undefined;
}

/** A text that adds something to one value: what is the same for all keys stands beside what tells them apart. */
function isTextAroundOne(form: KeyForm): boolean {
  return form.kind === "concat" && form.parts.filter(isOwnOfEach).length === 1 && form.parts.length > 1;
}

function isOwnOfEach(form: KeyForm): boolean {
  if (form.kind === "text") return isOwnOfEach(form.of);
  if (form.kind === "member") return isOwnOfEach(form.of);
  return form.kind !== "literal" && !(form.kind === "input" && form.origin === "kept");
}

/** Whether two texts are put together alike, whatever value each is made of. */
function isMadeAlike(file: FileFacts, one: KeyForm, other: KeyForm): boolean {
  if (one.kind !== "concat" || other.kind !== "concat" || one.parts.length !== other.parts.length) return false;
  return one.parts.every((part, index) => {
    const counterpart = other.parts[index] as KeyForm;
    if (isOwnOfEach(part)) return isOwnOfEach(counterpart);
    return part.kind === "literal" && counterpart.kind === "literal" ? part.value === counterpart.value : compareParts(file, part, counterpart, true).kind === "same";
  });
}

/** Whole keys of a store in the hands of whoever calls: walked out of the store, or made in the way in which its inserts make theirs. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { functionOf } from "../../facts/variables.ts";
import { isWithin } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { compareParts } from "./compare-parts.ts";
import { findEntryPart } from "./entry-values.ts";
import type { InputForm, KeyForm } from "./key-form.ts";
import { formOfMappedElement } from "./mapped-elements.ts";
import type { UsedStore } from "./uses-by-store.ts";

/** Tells parts that differ from key to key from those that all keys of a store share. */
type OwnPart = (form: KeyForm) => boolean;

/** The key of the inserts that an argument is, as the inserts write it; undefined where it may be only what keys are made of. */
export function findFinishedKey(file: FileFacts, store: UsedStore, argument: TSESTree.Node): KeyForm | undefined {
  const [first, ...others] = store.inserts.map(({ form }) => form);
  const isOwn: OwnPart = (form) => isOwnOfEach(store, form);
  if (first === undefined || !isTextAroundOne(first, isOwn) || !others.every((form) => isMadeAlike(file, first, form, isOwn))) return undefined;
  const part = findEntryPart(file, store.place, argument);
  const isWalkedFor = part?.half === "key" && part.path.length === 0;
  const isFinished = (form: KeyForm | undefined): boolean => form !== undefined && isMadeAlike(file, first, form, isOwn);
  return isWalkedFor || isFinished(buildKeyForm(file, argument)) || isFinished(formOfMappedElement(file, argument)) ? first : undefined;
}

/** A text that adds something to one value: what is the same for all keys stands beside what tells them apart. */
function isTextAroundOne(form: KeyForm, isOwn: OwnPart): boolean {
  return form.kind === "concat" && form.parts.filter(isOwn).length === 1 && form.parts.length > 1;
}

function isOwnOfEach(store: UsedStore, form: KeyForm): boolean {
  if (form.kind === "text" || form.kind === "member") return isOwnOfEach(store, form.of);
  return form.kind !== "literal" && !(form.kind === "input" && (form.origin === "kept" || isAsOldAs(store, form)));
}

/** Whether the function that makes the store is given the value: `(name) => { const books = new Map(); … }`. */
function isAsOldAs({ place }: UsedStore, { variable }: InputForm): boolean {
  const maker = place.root.kind === "variable" ? functionOf(place.root.variable) : undefined;
  const owner = variable === undefined ? undefined : functionOf(variable);
  return maker !== undefined && owner !== undefined && isWithin(maker, owner);
}

/** Whether two texts are put together alike, whatever value each is made of. */
function isMadeAlike(file: FileFacts, one: KeyForm, other: KeyForm, isOwn: OwnPart): boolean {
  if (one.kind !== "concat" || other.kind !== "concat" || one.parts.length !== other.parts.length) return false;
  return one.parts.every((part, index) => {
    const counterpart = other.parts[index] as KeyForm;
    if (isOwn(part)) return isOwn(counterpart);
    return part.kind === "literal" && counterpart.kind === "literal" ? part.value === counterpart.value : compareParts(file, part, counterpart, true).kind === "same";
  });
}

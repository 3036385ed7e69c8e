/** Keys that hold a whole key of the store once more, with a part of it added again. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { compareParts } from "./compare-parts.ts";
import { partsOf, type KeyForm } from "./key-form.ts";

const MAXIMUM_DEPTH = 6;

/** Finds the part that is added once more where a key is made of a finished key of the store: `prefix` in `prefix + (prefix + id)`. */
export function findAddedTwice(file: FileFacts, filled: KeyForm, asked: KeyForm): KeyForm | undefined {
  const own = textPiecesOf(filled);
  if (own.length < 2) return undefined;
  const isSame = (one: KeyForm, other: KeyForm): boolean =>
    one.kind === "literal" && other.kind === "literal" ? one.value === other.value : compareParts(file, one, other, true).kind === "same";
  const isOwn = (form: KeyForm): boolean => (form.kind === "literal" || isSameForAll(form)) && own.some((part) => isSame(part, form));
  const descend = (form: KeyForm, added: readonly KeyForm[], depth: number): readonly KeyForm[] | undefined => {
    const pieces = textPiecesOf(form);
    for (let start = 0; start + own.length <= pieces.length; start++) {
      const rest = [...pieces.slice(0, start), ...pieces.slice(start + own.length)];
      if (own.every((part, index) => isSame(part, pieces[start + index] as KeyForm)) && (depth > 0 || rest.length > 0)) return [...added, ...rest];
    }
    if (depth === MAXIMUM_DEPTH) return undefined;
    for (const piece of pieces) {
      const others = pieces.filter((other) => other !== piece);
      for (const inner of partsOf(piece)) {
        const found = descend(inner, [...added, ...others], depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return descend(asked, [], 0)?.find(isOwn);
}

function textPiecesOf(form: KeyForm): readonly KeyForm[] {
  return form.kind === "concat" ? form.parts : [form];
}

/** A part that is the same for all keys: what a field or the module keeps. */
function isSameForAll(form: KeyForm): boolean {
  const inner = form.kind === "text" ? form.of : form;
  return inner.kind === "input" ? inner.origin === "kept" : inner.kind === "member" && isSameForAll(inner.of);
}

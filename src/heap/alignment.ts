/**
 * Which place of which source a place of a bundle was made of, without a source map: three words in a row that a minifier leaves, and
 * that stand once in the bundle and once in all sources, are the same three. From there it goes on to both sides as long as words agree.
 */
import { readKeptWords, type KeptWords } from "./kept-words.ts";

/** A word of the bundle, and of the source that it was made of. */
export interface AlignedWord {
  /** Where it begins in the bundle, and where it ends. */
  readonly ran: number;
  readonly ranEnd: number;
  readonly file: string;
  /** Where it begins in the source, and where it ends. */
  readonly at: number;
  readonly end: number;
}

/** What stands between two words, one behind the other, in a source and in the bundle. */
export interface Gap {
  readonly file: string;
  readonly source: readonly [number, number];
  readonly ran: readonly [number, number];
}

/** Three numbers of this size are one number without loss. */
const MOST_WORDS = 2 ** 17;
const NONE = -1;

/** Words as numbers, those that both sides have. */
interface Row {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The source that each word is of, by its number. */
  readonly files: readonly number[];
}

export class Alignment {
  readonly #files: readonly string[];
  readonly #ran: Row;
  readonly #source: Row;
  /** For each word of the bundle the word of the sources, or `NONE`. */
  readonly #twins: Int32Array;

  /** Aligns the text of a bundle with its sources, by their addresses. */
  constructor(ran: string, sources: ReadonlyMap<string, KeptWords>) {
    const kept = readKeptWords(ran);
    const own = new Set(kept.words);
    const ids = new Map<string, number>();
    for (const { words } of sources.values()) for (const word of words) if (own.has(word) && !ids.has(word) && ids.size < MOST_WORDS) ids.set(word, ids.size);
    this.#files = [...sources.keys()];
    this.#ran = rowOf([kept], ids);
    this.#source = rowOf([...sources.values()], ids);
    this.#twins = findTwins(this.#ran, this.#source);
  }

  /** The words between two places of the bundle that have a twin, and how many there are with those that have none. */
  wordsIn(from: number, to: number): { readonly aligned: readonly AlignedWord[]; readonly all: number } {
    const [first, end] = [this.#indexAt(from), this.#indexAt(to)];
    const aligned: AlignedWord[] = [];
    for (let index = first; index < end; index += 1) {
      const word = this.#wordAt(index);
      if (word !== undefined) aligned.push(word);
    }
    return { aligned, all: end - first };
  }

  /** What stands around a place of the bundle in its sources: one gap, or the end of one source and the beginning of the next, or none. */
  gapsAt(place: number): readonly Gap[] {
    const index = this.#indexAt(place);
    const [before, after] = [this.#wordAt(index - 1), this.#wordAt(index)];
    const ran = [before?.ranEnd ?? 0, after?.ran ?? Infinity] as const;
    const twins = [this.#twins[index - 1] ?? NONE, this.#twins[index] ?? NONE] as const;
    if (before !== undefined && before.file === after?.file) return twins[1] === twins[0] + 1 ? [{ file: before.file, source: [before.end, after.at], ran }] : [];
    const { files } = this.#source;
    return [
      ...(before !== undefined && files[twins[0]] !== files[twins[0] + 1] ? [{ file: before.file, source: [before.end, Infinity] as const, ran }] : []),
      ...(after !== undefined && files[twins[1]] !== files[twins[1] - 1] ? [{ file: after.file, source: [0, after.at] as const, ran }] : []),
    ];
  }

  #wordAt(index: number): AlignedWord | undefined {
    const twin = this.#twins[index];
    if (twin === undefined || twin === NONE) return undefined;
    const { starts, ends, files } = this.#source;
    return { ran: this.#ran.starts[index] as number, ranEnd: this.#ran.ends[index] as number, file: this.#files[files[twin] as number] as string, at: starts[twin] as number, end: ends[twin] as number };
  }

  /** The first word that begins at a place of the bundle or behind it. */
  #indexAt(place: number): number {
    let [low, high] = [0, this.#ran.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ran.starts[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function rowOf(texts: readonly KeptWords[], known: ReadonlyMap<string, number>): Row {
  const row = { ids: [] as number[], starts: [] as number[], ends: [] as number[], files: [] as number[] };
  for (const [file, kept] of texts.entries()) {
    for (const [index, word] of kept.words.entries()) {
      const id = known.get(word);
      if (id === undefined) continue;
      row.ids.push(id);
      row.starts.push(kept.starts[index] as number);
      row.ends.push(kept.ends[index] as number);
      row.files.push(file);
    }
  }
  return row;
}

function findTwins(ran: Row, source: Row): Int32Array {
  const twins = new Int32Array(ran.ids.length).fill(NONE);
  const inSource = findSingleRuns(source);
  for (const [key, at] of findSingleRuns(ran)) {
    const twin = inSource.get(key);
    if (at !== NONE && twin !== undefined && twin !== NONE && twins[at] === NONE) spread(twins, { ran, source, at, twin });
  }
  return twins;
}

/** Where three words in a row begin, if they stand only once; `NONE` otherwise. */
function findSingleRuns({ ids, files }: Row): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  for (let index = 0; index + 2 < ids.length; index += 1) {
    if (files[index] !== files[index + 2]) continue;
    const key = ((ids[index] as number) * MOST_WORDS + (ids[index + 1] as number)) * MOST_WORDS + (ids[index + 2] as number);
    runs.set(key, runs.has(key) ? NONE : index);
  }
  return runs;
}

interface Seed {
  readonly ran: Row;
  readonly source: Row;
  readonly at: number;
  readonly twin: number;
}

/** Words that agree on both sides of those that stand once are the same too. */
function spread(twins: Int32Array, { ran, source, at, twin }: Seed): void {
  const file = source.files[twin];
  const isSame = (offset: number): boolean => ran.ids[at + offset] !== undefined && ran.ids[at + offset] === source.ids[twin + offset] && source.files[twin + offset] === file && twins[at + offset] === NONE;
  for (const step of [1, -1]) {
    for (let offset = step === 1 ? 0 : -1; isSame(offset); offset += step) twins[at + offset] = twin + offset;
  }
}

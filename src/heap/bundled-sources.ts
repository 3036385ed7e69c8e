/** The sources of bundles without a map, and which of their classes a class of a bundle is. */
import { Alignment, type AlignedWord } from "./alignment.ts";
import { findClasses, type WrittenClass } from "./declarations.ts";
import { readKeptWords, type KeptWords } from "./kept-words.ts";
import { readText, type RanFile } from "./sources.ts";

/** A class of a bundle and the one that it was made of. */
export interface ClassPair {
  readonly file: string;
  readonly ran: WrittenClass;
  readonly source: WrittenClass;
}

/** So many words of a class have a twin in the same class of a source, and this part of all that it has, or it is another class. */
const FEWEST_WORDS = 3;
const LEAST_SHARE = 0.6;

export class BundledSources {
  readonly #files: ReadonlyMap<string, RanFile>;
  readonly #words: ReadonlyMap<string, KeptWords>;
  readonly #alignments = new Map<RanFile, Alignment>();
  readonly #classes = new Map<RanFile, readonly WrittenClass[]>();

  /** Takes the texts of the sources by their addresses. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#files = new Map([...texts].map(([url, text]) => [url, readText(text)]));
    this.#words = new Map([...texts].map(([url, text]) => [url, readKeptWords(text)]));
  }

  /** A source by an address that an alignment names. */
  open(url: string): RanFile {
    return this.#files.get(url) as RanFile;
  }

  /** What a bundle has in common with the sources. */
  alignmentOf(ran: RanFile): Alignment {
    const alignment = this.#alignments.get(ran) ?? new Alignment(ran.text, this.#words);
    this.#alignments.set(ran, alignment);
    return alignment;
  }

  /** The class of the sources that the class at a place of a bundle was made of; undefined where none is much like it. */
  findClass(ran: RanFile, offset: number): ClassPair | undefined {
    const own = this.#classesOf(ran).find(({ at, start }) => at <= offset && offset <= start);
    if (own === undefined) return undefined;
    const { aligned, all } = this.alignmentOf(ran).wordsIn(own.start, own.end);
    const votes = new Map<WrittenClass, { readonly file: string; count: number }>();
    for (const word of aligned) {
      const around = this.#classAround(word);
      if (around !== undefined) votes.set(around, { file: word.file, count: (votes.get(around)?.count ?? 0) + 1 });
    }
    const [best] = [...votes].sort(([, one], [, other]) => other.count - one.count);
    if (best === undefined || best[1].count < FEWEST_WORDS || best[1].count < all * LEAST_SHARE) return undefined;
    return { file: best[1].file, ran: own, source: best[0] };
  }

  /** The innermost class around a word of a source. */
  #classAround({ file, at }: AlignedWord): WrittenClass | undefined {
    return this.#classesOf(this.open(file)).findLast(({ start, end }) => start < at && at < end);
  }

  #classesOf(file: RanFile): readonly WrittenClass[] {
    const classes = this.#classes.get(file) ?? findClasses(file.text);
    this.#classes.set(file, classes);
    return classes;
  }
}

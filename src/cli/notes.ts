/** What is learned while files are checked, besides what is found in them. */

/** What there is a sentence for, in the order of the sentences. */
const NOUNS = ["TypeScript file", "Vue component", "Svelte component", "Astro component"] as const;

/** A file that was to be checked and could not be, for want of a package. */
export interface Unread {
  readonly noun: (typeof NOUNS)[number];
  readonly file: string;
  readonly trouble: string;
}

/** Plain data: a thread can send it. */
export interface Notes {
  /** The files that rules ran over. */
  readonly files: readonly string[];
  /** What the user should know but cannot be blamed for. */
  readonly notices: readonly string[];
  readonly unread: readonly Unread[];
  /** Files whose check broke down. */
  readonly broken: readonly string[];
}

export interface Outcome {
  readonly files: number;
  readonly notices: readonly string[];
  /** What was to be checked and could not be. */
  readonly failures: readonly string[];
}

/** Takes notes; what was taken is given out once. */
export class NotesTaker {
  #files = new Set<string>();
  #notices: string[] = [];
  #unread: Unread[] = [];

  readonly noteFile = (file: string): void => void this.#files.add(file);
  readonly noteNotice = (line: string): void => void this.#notices.push(line);
  readonly noteUnread = (unread: Unread): void => void this.#unread.push(unread);

  /** Whether a file was among those that could not be read. */
  isUnread(path: string): boolean {
    return this.#unread.some(({ file }) => file === path);
  }

  /** What was noted since it was asked last. */
  take(): Notes {
    const taken: Notes = { files: [...this.#files], notices: this.#notices, unread: this.#unread, broken: [] };
    [this.#files, this.#notices, this.#unread] = [new Set(), [], []];
    return taken;
  }
}

/** So many broken files are named each; a defect of ours can break all of them. */
const MOST_BROKEN = 10;

/** Tells what all notes together say, each thing once, in the order of the notes. */
export function joinNotes(all: readonly Notes[]): Outcome {
  const broken = all.flatMap((notes) => notes.broken);
  const rest = broken.length - MOST_BROKEN;
  return {
    files: new Set(all.flatMap(({ files }) => files)).size,
    // Several threads come upon the same broken project.
    notices: [...new Set(all.flatMap(({ notices }) => notices))],
    failures: [...describeUnread(all.flatMap(({ unread }) => unread)), ...broken.slice(0, MOST_BROKEN), ...(rest > 0 ? [`${rest} more ${rest === 1 ? "file was" : "files were"} not checked for such a reason.`] : [])],
  };
}

/** A sentence for each kind of file, with the trouble of the first. */
function describeUnread(unread: readonly Unread[]): string[] {
  return NOUNS.flatMap((noun) => {
    const own = unread.filter((one) => one.noun === noun);
    if (own.length === 0) return [];
    const count = new Set(own.map(({ file }) => file)).size;
    return `${count} ${noun}${count === 1 ? " was" : "s were"} not checked: ${String(own[0]?.trouble)}`;
  });
}

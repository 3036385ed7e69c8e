import { relative } from "node:path";

export interface Progress {
  /** Counts the file, unless it was counted before. */
  readonly step: (file: string) => void;
  /** Takes the line away again and answers how many files there were. */
  readonly finish: () => number;
}

const FIRST_AFTER_MS = 1_000;
const EVERY_MS = 100;
const CLEAR_LINE = "\r\u001B[2K";

/** Builds the counter of files; it shows itself only on a terminal, and only once the work takes long. */
export function buildProgress(stream: NodeJS.WriteStream, cwd: string, now: () => number = () => performance.now()): Progress {
  const files = new Set<string>();
  let shown = false;
  let nextAt = now() + FIRST_AFTER_MS;
  return {
    step(file) {
      files.add(file);
      if (!stream.isTTY || now() < nextAt) return;
      nextAt = now() + EVERY_MS;
      shown = true;
      const line = `leakproof: ${files.size} files, ${relative(cwd, file)}`;
      stream.write(CLEAR_LINE + line.slice(0, (stream.columns || 80) - 1));
    },
    finish() {
      if (shown) stream.write(CLEAR_LINE);
      shown = false;
      return files.size;
    },
  };
}

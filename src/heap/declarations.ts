/** Where a name of a snapshot is declared in the text of its file. */
import { visitCode } from "./code-words.ts";

interface Occurrence {
  readonly at: number;
  /** Where the block begins that it stands in; -1 for the file itself. */
  readonly block: number;
  readonly isMember: boolean;
  readonly isDeclared: boolean;
}

interface Block {
  readonly start: number;
  end: number;
}

interface Found {
  readonly occurrences: readonly Occurrence[];
  readonly blocks: readonly Block[];
}

const DECLARING = new Set(["const", "let", "var", "class", "function", "import"]);
const ASSIGNED = /\s*=(?![=>])/uy;

/** Finds where the variable is declared that a function at `reader` sees; undefined where the name does not occur. Both are counted in characters. */
export function findVariable(text: string, name: string, reader: number): number | undefined {
  const { occurrences, blocks } = findOccurrences(text, name);
  const variables = occurrences.filter(({ isMember }) => !isMember);
  const around = blocks.filter(({ start, end }) => start < reader && reader < end).map(({ start }) => start).reverse();
  for (const block of [...around, -1]) {
    const declared = variables.find((one) => one.block === block && one.isDeclared);
    if (declared !== undefined) return declared.at;
  }
  return variables[0]?.at;
}

/** Finds where the field is first named in the class that is written at `start`; undefined where it is not. */
export function findField(text: string, name: string, start: number): number | undefined {
  const { occurrences, blocks } = findOccurrences(text, name);
  const body = blocks.find((block) => block.start >= start);
  if (body === undefined) return undefined;
  const inside = occurrences.filter(({ at }) => at > body.start && at < body.end);
  return (inside.find(({ block, isMember }) => block === body.start && !isMember) ?? inside.find(({ isMember }) => isMember))?.at;
}

function findOccurrences(text: string, name: string): Found {
  const blocks: Block[] = [];
  const open: Block[] = [];
  const occurrences: Occurrence[] = [];
  let last = "";
  visitCode(text, {
    open: (at) => {
      const block = { start: at, end: text.length };
      blocks.push(block);
      open.push(block);
    },
    close: (at) => {
      const block = open.pop();
      if (block !== undefined) block.end = at;
    },
    word: (start, end, before) => {
      const word = text.slice(start, end);
      if (word === name) occurrences.push({ at: start, block: open.at(-1)?.start ?? -1, isMember: before === ".", isDeclared: DECLARING.has(last) || isAssigned(text, end) });
      last = word;
    },
  });
  return { occurrences, blocks };
}

function isAssigned(text: string, at: number): boolean {
  ASSIGNED.lastIndex = at;
  return ASSIGNED.test(text);
}

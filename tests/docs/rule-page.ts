/** Reads a rule's page: its headings, and its code blocks with the heading each stands under. */

export interface Heading {
  readonly depth: number;
  readonly text: string;
}

export interface CodeBlock {
  /** The words after the fence: language first. */
  readonly info: readonly string[];
  readonly code: string;
  /** The line of the page that the code starts on. */
  readonly line: number;
  /** The nearest heading of depth two. */
  readonly section: string;
}

export interface RulePage {
  readonly headings: readonly Heading[];
  readonly blocks: readonly CodeBlock[];
}

/** Reads the headings and fenced code blocks of a page. */
export function readRulePage(markdown: string): RulePage {
  const headings: Heading[] = [];
  const blocks: CodeBlock[] = [];
  const lines = markdown.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^```\s*(.*)$/.exec(lines[index] ?? "");
    const heading = /^(#+)\s+(.*)$/.exec(lines[index] ?? "");
    if (heading) headings.push({ depth: heading[1]?.length ?? 0, text: (heading[2] ?? "").trim() });
    if (!fence) continue;
    const end = lines.indexOf("```", index + 1);
    if (end === -1) throw new Error(`The code block of line ${index + 1} is not closed.`);
    const section = headings.findLast(({ depth }) => depth === 2)?.text ?? "";
    blocks.push({ info: (fence[1] ?? "").split(/\s+/).filter(Boolean), code: lines.slice(index + 1, end).join("\n"), line: index + 2, section });
    index = end;
  }
  return { headings, blocks };
}

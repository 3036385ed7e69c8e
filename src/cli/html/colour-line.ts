/** Colours one line of source. It sees no other line, so it knows no comment or template that began above; it only paints. */
import { escapeText } from "./markup.ts";

/** A stretch of a line, columns from 0, the end not included. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly className: string;
}

const LONGEST_LINE = 400;
const KEYWORDS =
  "abstract|as|async|await|break|case|catch|class|const|constructor|continue|declare|default|delete|do|else|enum|export|extends|false|finally|for|from|function|get|if|implements|import|in|instanceof|interface|let|new|null|of|private|protected|public|readonly|return|satisfies|set|static|super|switch|this|throw|true|try|type|typeof|undefined|using|var|void|while|with|yield";
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>//.*|/\*.*?(?:\*/|$)|^\s*\*(?:[ /].*)?$)`,
    String.raw`(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|${"`"}(?:[^${"`"}\\]|\\.)*${"`"})`,
    String.raw`(?<number>(?<![\w$])\d[\w.]*)`,
    String.raw`(?<keyword>(?<![\w$.#])(?:${KEYWORDS})(?![\w$]))`,
    String.raw`(?<name>[\w$]{1,100}(?=\())`,
  ].join("|"),
  "gu",
);

/** Renders a line with its tokens coloured and its marks, of which the later ones lie on top. */
export function renderLine(line: string, marks: readonly Mark[]): string {
  const text = line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
  const tokens = collectTokens(text);
  const edges = new Set([0, text.length, ...[...tokens, ...marks].flatMap(({ from, to }) => [Math.min(from, text.length), Math.min(to, text.length)])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const piece = escapeText(text.slice(from, sorted[index + 1]));
    const isCovered = (mark: Mark): boolean => mark.from <= from && from < mark.to;
    const token = tokens.find(isCovered);
    const mark = marks.findLast(isCovered);
    const coloured = token === undefined ? piece : `<span class="${token.className}">${piece}</span>`;
    return mark === undefined ? coloured : `<mark class="${mark.className}">${coloured}</mark>`;
  }).join("");
}

function collectTokens(text: string): Mark[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const [kind = ""] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    return { from: match.index, to: match.index + match[0].length, className: `t-${kind}` };
  });
}

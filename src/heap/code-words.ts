/**
 * The words and blocks of a JavaScript or TypeScript file, without a parser: what is in comments, strings and regular expressions is
 * passed over. Good enough to find where a name of a snapshot is declared; a division that looks like a regular expression misleads it.
 */

/** What is told of a file, from its beginning to its end. Places are counted in characters. */
export interface CodeVisitor {
  /** A name or keyword, with the character before it that is no space. */
  word(start: number, end: number, before: string): void;
  /** A brace. */
  open(at: number): void;
  close(at: number): void;
  /** A string, its quotes counted in. */
  string?(start: number, end: number): void;
}

const WORD = /#?[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*|\d[\w.]*/uy;
const SPACE = /\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/uy;
const STRING = /"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?/uy;
const PATTERN = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
/** To the end of a template, or to the code in it. */
const TEMPLATE = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{|$)/uy;
/** After these words comes a value, hence a regular expression and no division. */
const BEFORE_VALUE = new Set(["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield", "instanceof"]);

/** Tells a visitor the words and braces of a file. */
export function visitCode(text: string, visitor: CodeVisitor): void {
  new Scanner(text, visitor).run();
}

class Scanner {
  /** For each brace that is open whether it is the code of a template. */
  readonly #braces: boolean[] = [];
  readonly #text: string;
  readonly #visitor: CodeVisitor;
  #at = 0;
  #before = "";
  #isValueNext = true;

  constructor(text: string, visitor: CodeVisitor) {
    this.#text = text;
    this.#visitor = visitor;
  }

  run(): void {
    while (this.#at < this.#text.length) {
      if (this.#skip(SPACE)) continue;
      const start = this.#at;
      if (this.#skip(WORD)) this.#tellWord(start);
      else if (this.#skip(STRING)) this.#tellString(start);
      else if (this.#isValueNext && this.#skip(PATTERN)) this.#endToken("/", false);
      else this.#readSign(this.#text[start] as string);
    }
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #tellWord(start: number): void {
    const word = this.#text.slice(start, this.#at);
    this.#visitor.word(start, this.#at, this.#before);
    this.#endToken("a", BEFORE_VALUE.has(word) && this.#before !== ".");
  }

  #tellString(start: number): void {
    this.#visitor.string?.(start, this.#at);
    this.#endToken("\"", false);
  }

  #readSign(sign: string): void {
    const start = this.#at;
    this.#at += 1;
    if (sign === "`") this.#readTemplate();
    else if (sign === "{") {
      this.#braces.push(false);
      this.#visitor.open(start);
      this.#endToken(sign, true);
    } else if (sign === "}") this.#closeBrace(start);
    // Three dots are no access to a member.
    else this.#endToken(sign === "." && this.#before === "." ? "…" : sign, sign !== ")" && sign !== "]");
  }

  #closeBrace(start: number): void {
    if (this.#braces.pop() === true) {
      this.#readTemplate();
      return;
    }
    this.#visitor.close(start);
    this.#endToken("}", false);
  }

  #readTemplate(): void {
    if (!this.#skip(TEMPLATE)) this.#at = this.#text.length;
    const hasCode = this.#text.endsWith("${", this.#at);
    if (hasCode) this.#braces.push(true);
    this.#endToken("`", hasCode);
  }

  #endToken(last: string, isValueNext: boolean): void {
    this.#before = last;
    this.#isValueNext = isValueNext;
  }
}

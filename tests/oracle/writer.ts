/**
 * Writes a generated program: the text that the engine reads, or the text that is run. The second has marks besides,
 * which tell the ledger where a handle passes something that the engine, by its documentation, does not look through.
 */
import type { Kind } from "./kinds.ts";

/** Why the engine may miss a leak, in the words of docs/model/oracle.md. */
export type Cause = "handed-on callback" | "helper" | "object" | "outer variable" | "failure nothing shows" | "returned from a try" | "dropped by its caller" | "empty in another way";

export type Statement = (writer: Writer, scope: Scope) => string;

export interface Handle {
  readonly name: string;
  readonly isConst: boolean;
  /** Whether the variable may be without a handle. */
  readonly mayBeEmpty: boolean;
  readonly kind: Kind;
  /** The function that declares it, by depth. */
  readonly depth: number;
}

/** What can be named and done at one place of the program. Declarations are added to the scope of their block. */
export interface Scope {
  readonly handles: Map<number, Handle>;
  readonly boxes: Map<number, string>;
  readonly helpers: { readonly name: string; readonly isAsync: boolean }[];
  readonly flags: string[];
  readonly labels: readonly string[];
  readonly loops: readonly string[];
  readonly inLoop: boolean;
  readonly inSwitch: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly depth: number;
}

export class Writer {
  readonly mode: "lint" | "run";
  readonly kinds: readonly Kind[];
  #count = 0;
  /** The handles that the functions being written release, lose or give away. */
  readonly #touched: Set<string>[] = [];

  constructor(mode: "lint" | "run", kinds: readonly Kind[]) {
    this.mode = mode;
    this.kinds = kinds;
  }

  next(): number {
    this.#count += 1;
    return this.#count;
  }

  kindOf(slot: number): Kind {
    const kind = this.kinds[slot];
    if (kind === undefined) throw new RangeError(`no kind for ${String(slot)}`);
    return kind;
  }

  /** Writes a list of statements into a block of its own. */
  block(scope: Scope, statements: readonly Statement[], change: Partial<Scope> = {}): string {
    return `{\n${this.list(inner(scope, change), statements)}\n}`;
  }

  /** Writes statements one after another, up to the first that leaves the list whatever happens. */
  list(scope: Scope, statements: readonly Statement[]): string {
    const written: string[] = [];
    for (const statement of statements) {
      const text = statement(this, scope);
      if (text !== "") written.push(text);
      if (/^(?:return|throw|break|continue)\b/.test(text)) break;
    }
    return written.join("\n");
  }

  /** Notes that the code releases, loses or gives away a handle. */
  touch(name: string): void {
    for (const touched of this.#touched) touched.add(name);
  }

  /** The body of a nested function, and the outer handles that it does more with than use them. */
  body(scope: Scope, statements: readonly Statement[], isAsync: boolean): { readonly text: string; readonly touched: readonly string[] } {
    const touched = new Set<string>();
    this.#touched.push(touched);
    const change = { labels: [], loops: [], inLoop: false, inSwitch: false, isAsync, isGenerator: false, depth: scope.depth + 1 };
    const text = this.list(inner(scope, change), statements);
    this.#touched.pop();
    const outer = new Set([...scope.handles.values()].map(({ name }) => name));
    return { text, touched: [...touched].filter((name) => outer.has(name)) };
  }

  /** A value that somebody gets who may have a way to the handles: marked where the text is run. */
  mark(cause: Cause, handles: readonly string[], expression: string): string {
    return this.mode === "lint" ? expression : `mark(${JSON.stringify(cause)}, () => [${handles.join(", ")}], ${expression})`;
  }

  /** A variable that may be without a handle, where the code does something with what it holds. */
  there({ name, depth }: Handle, scope: Scope): string {
    if (this.mode === "lint") return name;
    return `there(${depth === scope.depth ? name : `seen(${name})`})`;
  }

  /** A variable that a test asks about, with what the test compares it with. */
  asked({ name, depth }: Handle, scope: Scope, empty: "undefined" | "null" | undefined): string {
    if (this.mode === "lint") return name;
    const seen = depth === scope.depth ? name : `perhaps(${name})`;
    return empty === undefined ? seen : `asked(${seen}, ${empty})`;
  }

  /** A statement of its own that marks the handles. */
  markHere(cause: Cause, handles: readonly string[]): string {
    return this.mode === "lint" ? "" : `mark(${JSON.stringify(cause)}, () => [${handles.join(", ")}]);\n`;
  }

  /** A wrapper that stands in the text that is run only. */
  watched(wrapper: "given" | "float", expression: string): string {
    return this.mode === "lint" ? expression : `${wrapper}(${expression})`;
  }
}

/** The scope of a block: what is declared there is not seen after it. */
export function inner(scope: Scope, change: Partial<Scope> = {}): Scope {
  return { ...scope, handles: new Map(scope.handles), boxes: new Map(scope.boxes), helpers: [...scope.helpers], flags: [...scope.flags], ...change };
}

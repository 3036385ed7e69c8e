/**
 * Random functions whose every effect is a call with a number of its own: `c(3)`. What the calls answer, and whether
 * they throw, is decided when the function is run, so every path through it can be taken.
 *
 * `c` answers true, false or nothing, `p` an object or null, `i` something to iterate, `d` something to dispose.
 */
export interface RandomSource {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
}

/** Where a statement stands: what `break`, `continue` and `yield` can do there. */
interface Place {
  readonly depth: number;
  readonly isGenerator: boolean;
  readonly inLoop: boolean;
  readonly loops: readonly string[];
  readonly blocks: readonly string[];
}

/** Writes a function; half of them are generators. */
export function writeProgram(random: RandomSource): string {
  const isGenerator = random.below(2) === 0;
  const writer = new ProgramWriter(random);
  const body = writer.statements({ depth: 3, isGenerator, inLoop: false, loops: [], blocks: [] });
  return `function${isGenerator ? "*" : ""} run(c, p, i, d) { ${body} }`;
}

class ProgramWriter {
  readonly #random: RandomSource;
  #count = 0;

  constructor(random: RandomSource) {
    this.#random = random;
  }

  statements(place: Place): string {
    return Array.from({ length: 1 + this.#random.below(3) }, () => this.#statement(place)).join(" ");
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.#random.below(choices.length)] as Choice;
  }

  #statement(place: Place): string {
    const inner = { ...place, depth: place.depth - 1 };
    if (place.depth === 0 || this.#random.below(3) === 0) return this.#simple(place);
    return this.#pick([
      () => `if (${this.#condition(2)}) { ${this.statements(inner)} }`,
      () => `if (${this.#condition(1)}) { ${this.statements(inner)} } else { ${this.statements(inner)} }`,
      () => this.#loop(inner),
      () => this.#loop(inner),
      () => `try { ${this.statements(inner)} } catch { ${this.statements(inner)} }`,
      () => `try { ${this.statements(inner)} } finally { ${this.statements(inner)} }`,
      () => `try { ${this.statements(inner)} } catch { ${this.statements(inner)} } finally { ${this.statements(inner)} }`,
      () => `{ using u${this.#next()} = d(${this.#next()}); ${this.statements(inner)} }`,
      () => this.#switch(inner),
      () => this.#labelled(inner),
    ])();
  }

  #simple(place: Place): string {
    const statements = [() => `${this.#value(2)};`, () => `${this.#value(1)};`, () => `return ${this.#value(0)};`, () => `throw ${this.#value(0)};`];
    if (place.inLoop) statements.push(() => "break;");
    if (place.loops.length > 0) statements.push(() => "continue;", () => `continue ${this.#pick(place.loops)};`);
    const labels = [...place.loops, ...place.blocks];
    if (labels.length > 0) statements.push(() => `break ${this.#pick(labels)};`);
    if (place.isGenerator) statements.push(() => `yield ${this.#next()};`, () => `yield ${this.#next()};`);
    return this.#pick(statements)();
  }

  #loop(place: Place): string {
    const label = `l${this.#next()}`;
    const body = `{ ${this.statements({ ...place, inLoop: true, loops: [...place.loops, label] })} }`;
    const element = `e${this.#next()}`;
    const loop = this.#pick([
      () => `while (${this.#condition(1)}) ${body}`,
      () => `do ${body} while (${this.#condition(1)});`,
      () => `for (; ${this.#condition(0)}; ${this.#value(0)}) ${body}`,
      () => `for (;;) { if (${this.#condition(0)}) break; ${body} }`,
      () => `for (const ${element} of i(${this.#next()})) ${body}`,
      () => `for (using ${element} of i(${this.#next()})) ${body}`,
    ])();
    return `${label}: ${loop}`;
  }

  #switch(place: Place): string {
    const inner = { ...place, inLoop: true };
    const clauses = Array.from({ length: this.#random.below(4) }, () => `case c(${this.#next()}): { ${this.statements(inner)} }`);
    if (this.#random.below(2) === 0) clauses.splice(this.#random.below(clauses.length + 1), 0, `default: { ${this.statements(inner)} }`);
    return `switch (c(${this.#next()})) { ${clauses.join(" ")} }`;
  }

  #labelled(place: Place): string {
    const label = `b${this.#next()}`;
    return `${label}: { ${this.statements({ ...place, blocks: [...place.blocks, label] })} }`;
  }

  #condition(depth: number): string {
    if (depth === 0) return `c(${this.#next()})`;
    const inner = depth - 1;
    return this.#pick([
      () => `(${this.#condition(inner)}) && (${this.#condition(inner)})`,
      () => `(${this.#condition(inner)}) || (${this.#condition(inner)})`,
      () => `!(${this.#condition(inner)})`,
      () => `(${this.#condition(inner)}) ? (${this.#condition(inner)}) : (${this.#condition(inner)})`,
      () => `(c(${this.#next()}) ?? (${this.#condition(inner)}))`,
      () => `p(${this.#next()})?.m(${this.#next()})`,
      () => this.#condition(0),
    ])();
  }

  #value(depth: number): string {
    return this.#pick([
      () => `c(${this.#next()})`,
      () => this.#condition(depth),
      () => `c(${this.#next()}, ${this.#condition(depth)})`,
      () => `p(${this.#next()})?.m(${this.#next()}, ${this.#condition(0)})?.m(${this.#next()})`,
      () => `p(${this.#next()})?.m(${this.#next()}) ?? c(${this.#next()})`,
    ])();
  }
}

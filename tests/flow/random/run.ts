/** Runs a random function, and writes down what happened. */
import ts from "typescript";

import type { RandomSource } from "./program.ts";

/** One thing that happened: which step, how it ended, and the value it gave. */
export interface Happening {
  /** The action of the step and the number in its source: `evaluate 3`. */
  readonly step: string;
  readonly ended: "completed" | "threw" | "returned";
  readonly value: unknown;
}

export interface Run {
  readonly happenings: readonly Happening[];
  readonly ended: "completed" | "threw";
}

type Program = (...parts: readonly ((id: number) => unknown)[]) => unknown;

/** Turns the text of a function into something that can be run; `using` is written out for hosts that do not know it. */
export function compileProgram(text: string): Program {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const outputText = /\busing\b/.test(text) ? ts.transpileModule(text, { compilerOptions }).outputText : text;
  // The program is our own, and a graph is worth nothing if real runs leave it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(`${outputText}; return run;`)() as Program;
}

/** Runs a function once; what its calls do is left to chance. */
export function runProgram(program: Program, random: RandomSource): Run {
  const recorder = new Recorder(random);
  const call = (id: number): unknown => recorder.happen("evaluate", id, [true, false, undefined][random.below(3)]);
  const maybe = (id: number): unknown => recorder.happen("evaluate", id, random.below(2) === 0 ? null : { m: maybe });
  const iterable = (id: number): unknown => recorder.happen("evaluate", id, recorder.iterable(id));
  const disposable = (id: number): unknown => recorder.happen("evaluate", id, recorder.disposable(id));
  try {
    const result = program(call, maybe, iterable, disposable);
    if (isGenerator(result)) recorder.drive(result, random);
    return { happenings: recorder.happenings, ended: "completed" };
  } catch {
    return { happenings: recorder.happenings, ended: "threw" };
  }
}

function isGenerator(value: unknown): value is Generator<number> {
  return typeof value === "object" && value !== null && "throw" in value;
}

class Recorder {
  readonly happenings: Happening[] = [];
  readonly #random: RandomSource;
  /** One happening in so many throws; some runs are calm, so that the ends of long functions are reached. */
  readonly #calm: number;

  constructor(random: RandomSource) {
    this.#random = random;
    this.#calm = 3 + random.below(30);
  }

  happen<Value>(action: string, id: number, value: Value): Value {
    const throws = this.#random.below(this.#calm) === 0;
    this.happenings.push({ step: `${action} ${id}`, ended: throws ? "threw" : "completed", value });
    if (throws) throw new Error(`${action} ${id}`);
    return value;
  }

  disposable(id: number): Disposable {
    return { [dispose]: () => this.happen("dispose", id, undefined) } as unknown as Disposable;
  }

  iterable(id: number): Iterable<Disposable> {
    const next = (): IteratorResult<Disposable> => {
      const hasNext = this.happen("iterate", id, this.#random.below(3) > 0);
      return hasNext ? { done: false, value: this.disposable(id) } : { done: true, value: undefined };
    };
    const close = (): IteratorResult<Disposable> => {
      this.happen("close", id, undefined);
      return { done: true, value: undefined };
    };
    return { [Symbol.iterator]: () => ({ next, return: close }) };
  }

  /** Resumes a generator in one of its three ways until it ends. */
  drive(generator: Generator<number>, random: RandomSource): void {
    for (let result = generator.next(); result.done !== true; ) {
      const step = `evaluate ${result.value}`;
      const way = random.below(4);
      const ended = way === 0 ? "threw" : way === 1 ? "returned" : "completed";
      this.happenings.push({ step, ended, value: undefined });
      if (way === 0) result = generator.throw(new Error(step));
      else result = way === 1 ? generator.return(undefined) : generator.next();
    }
  }
}

/** Older hosts have no `Symbol.dispose`; the written-out `using` needs one. */
const dispose = symbolNamed("dispose");
symbolNamed("asyncDispose");

function symbolNamed(name: string): symbol {
  const known = (Symbol as unknown as Record<string, symbol | undefined>)[name] ?? Symbol.for(name);
  if (!(name in Symbol)) Object.defineProperty(Symbol, name, { value: known });
  return known;
}

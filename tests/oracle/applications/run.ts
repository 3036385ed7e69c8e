/** Runs applications for a thousand rounds and counts, at three times, what they hold. */
import { collectGarbage, nextJob } from "./holdings.ts";
import { link, type SourceText } from "./link.ts";
import type { BreakablePart } from "./listening.ts";
import { growthOf, type Growth } from "./growth.ts";
import { World, type NameOf, type Surroundings } from "./world.ts";

/** An application as it can be run. */
export interface Runnable {
  readonly files: readonly SourceText[];
  readonly name: NameOf;
  readonly surroundings: Surroundings;
}

/** The rounds after which is counted. */
const COUNTED_AFTER = [250, 500, 1000];

/**
 * How much of each thing each application holds in the long run. All of them run up to a count before the garbage is
 * collected: a collection costs as much as many applications.
 */
export async function growthOfAll(applications: readonly Runnable[], broken: ReadonlySet<BreakablePart> = new Set()): Promise<readonly ReadonlyMap<number, Growth>[]> {
  const lives = applications.map((application) => new Life(application, broken));
  for (const rounds of COUNTED_AFTER) {
    for (const life of lives) {
      await life.runTo(rounds);
      await nextJob();
    }
    collectGarbage();
    for (const life of lives) life.count();
  }
  return lives.map((life) => life.growth());
}

class Life {
  readonly #world: World;
  /** What the files export: whichever has the function is called. */
  readonly #exports: Record<string, unknown>;
  readonly #name: NameOf;
  readonly #counts: ReadonlyMap<number, number>[] = [];
  #round = 0;

  constructor({ files, name, surroundings }: Runnable, broken: ReadonlySet<BreakablePart>) {
    const world = new World(surroundings, name, broken);
    this.#world = world;
    this.#name = name;
    const load = link(files, world.globals, (path) => world.module(path));
    this.#exports = Object.assign({}, ...files.map(({ path }) => load(path))) as Record<string, unknown>;
  }

  async runTo(rounds: number): Promise<void> {
    const component = this.#exported("$Widget");
    for (; this.#round < rounds; this.#round += 1) {
      const request = this.#world.request(this.#round);
      const unmount = component === undefined ? undefined : this.#world.mount(component, request);
      const handled = this.#handle(request);
      if (handled !== undefined) await handled;
      this.#world.endRound(request);
      this.#exported("$finish")?.(request);
      unmount?.();
    }
  }

  count(): void {
    this.#counts.push(this.#world.holdings.count());
  }

  growth(): ReadonlyMap<number, Growth> {
    const things = new Set(this.#counts.flatMap((counts) => [...counts.keys()]));
    return new Map([...things].map((thing) => [thing, growthOf(this.#counts.map((counts) => counts.get(thing) ?? 0))] as const));
  }

  #handle(request: object): Promise<unknown> | undefined {
    try {
      const result = this.#exported("$handle")?.(request);
      return result instanceof Promise ? result.catch(mayFail) : undefined;
    } catch (error) {
      mayFail(error);
      return undefined;
    }
  }

  #exported(role: string): ((value: object) => unknown) | undefined {
    const value = this.#exports[this.#name(role)];
    return typeof value === "function" ? (value as (value: object) => unknown) : undefined;
  }
}

/** A request that fails is a request like another, and the program goes on. An application that cannot run at all says nothing. */
function mayFail(error: unknown): void {
  if (!(error instanceof Error) || error.constructor !== Error) throw error;
}

/** An application: files with names, ready to be read by the engine and to be run. */
import type { SourceText } from "./link.ts";
import { drawNames, withNames, type Naming } from "./naming.ts";
import type { Shape } from "./plan.ts";
import type { Runnable } from "./run.ts";
import { write } from "./write.ts";

export interface Application extends Runnable {
  readonly shape: Shape;
  readonly naming: Naming;
}

/** Writes a shape under names; `seed` decides which of the set. */
export function applicationOf(shape: Shape, naming: Naming, seed: number): Application {
  const files = write(shape.plan);
  const name = drawNames(files, naming, seed);
  const { workFails, middle } = shape.plan;
  const surroundings = { workFails, hasBadRequests: middle === "return" || middle === "check", hasAborts: true };
  const named = files.map(({ path, text }): SourceText => ({ path: withNames(path, name), text: withNames(text, name) }));
  return { shape, naming, files: named, name, surroundings };
}

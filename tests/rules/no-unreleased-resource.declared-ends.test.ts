import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: a function that ends something, among what a call gives", rule, ({ valid, invalid }) => {
  invalid("of a method whose declared type names it", `
    declare class Locks { tryLock(name: string): Promise<[unlock: () => void, ok: boolean]>; }
    export async function save(locks: Locks, name: string) {
      const [free, ok] = await locks.tryLock(name); // error: neverReleased "\`tryLock\`"
      if (!ok) return;
      await write(name);
    }
  `);
  invalid("of a function of the file, under the name that the declaration gives it", `
    type Undo = () => void;
    export function seize(seat: number): [Undo, number] { return [() => free(seat), seat]; }
    export function sit(seat: number) {
      const [release, taken] = seize(seat); // error: neverReleased "\`seize\`"
      show(taken);
    }
  `);
  valid("called when the work is done", `
    declare class Locks { tryLock(name: string): Promise<[unlock: () => void, ok: boolean]>; }
    export async function save(locks: Locks, name: string) {
      const [unlock, ok] = await locks.tryLock(name);
      if (!ok) return;
      try { await write(name); } finally { unlock(); }
    }
  `);
  valid("handed to the caller", `
    declare class Locks { tryLock(name: string): Promise<[unlock: () => void, ok: boolean]>; }
    export async function take(locks: Locks, name: string) {
      const [unlock, ok] = await locks.tryLock(name);
      return ok ? unlock : undefined;
    }
  `);
  valid("a setter beside a value is no end, and a function with parameters is none", `
    declare function useState<T>(value: T): [value: T, setValue: (value: T) => void];
    declare function split(name: string): [head: string, close: (code: number) => void];
    export function show() {
      const [open, setOpen] = useState(false);
      const [head, close] = split("a");
      draw(open, head);
    }
  `);
  valid("unknown: nothing declares what comes", `
    import { tryLock } from "./locks";
    export async function save(name: string) {
      const [unlock, ok] = await tryLock(name);
      if (ok) await write(name);
    }
  `);
});

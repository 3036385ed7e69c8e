/** What the language itself lets a program hold. A value whose type is `Disposable` needs no entry: its type tells. */
import type { CataloguedPair } from "../entry.ts";
import { globalNamed, instanceOf, memberOf, typed } from "../origin.ts";
import { argument, call, construct, methods, receiverTaking, result } from "../vocabulary.ts";

const registry = typed("lib", "FinalizationRegistry", [instanceOf(globalNamed("FinalizationRegistry"))]);

export const language: readonly CataloguedPair[] = [
  {
    id: "language/disposable-stack",
    noun: "a stack of disposables",
    acquire: construct(globalNamed("DisposableStack")),
    handle: result,
    releases: methods("dispose", "[dispose]", "move"),
    heldBy: "process",
    reason: "What was put on the stack is disposed with it, and not before.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/DisposableStack",
    leaking: `
export function runWith(open: () => Disposable, run: () => number): number {
  const stack = new DisposableStack();
  stack.use(open());
  const answer = run();
  stack.dispose();
  return answer;
}
`,
    clean: `
export function runWith(open: () => Disposable, run: () => number): number {
  const stack = new DisposableStack();
  try {
    stack.use(open());
    return run();
  } finally {
    stack.dispose();
  }
}
`,
  },
  {
    id: "language/async-disposable-stack",
    noun: "a stack of disposables",
    acquire: construct(globalNamed("AsyncDisposableStack")),
    handle: result,
    releases: methods("disposeAsync", "[asyncDispose]", "move"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "What was put on the stack is disposed with it, and not before.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/AsyncDisposableStack",
    leaking: `
export async function runWith(open: () => AsyncDisposable, work: () => Promise<void>): Promise<void> {
  const stack = new AsyncDisposableStack();
  stack.use(open());
  await work();
  await stack.disposeAsync();
}
`,
    clean: `
export async function runWith(open: () => AsyncDisposable, work: () => Promise<void>): Promise<void> {
  const stack = new AsyncDisposableStack();
  try {
    stack.use(open());
    await work();
  } finally {
    await stack.disposeAsync();
  }
}
`,
  },
  {
    id: "language/finalization-registration",
    noun: "a finalization callback",
    acquire: call(memberOf(registry, "register")),
    handle: argument(2),
    releases: [receiverTaking("unregister")],
    heldBy: "receiver",
    confidence: "likely",
    reason: "What was closed by hand is closed once more when its object is collected, unless its token was unregistered.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/FinalizationRegistry/unregister",
    leaking: `
const registry = new FinalizationRegistry((free: () => void) => free());

export class Buffers {
  private readonly token = {};

  constructor(private readonly free: () => void) {
    registry.register(this, free, this.token);
  }

  dispose(): void {
    this.free();
  }
}
`,
    clean: `
const registry = new FinalizationRegistry((free: () => void) => free());

export class Buffers {
  private readonly token = {};

  constructor(private readonly free: () => void) {
    registry.register(this, free, this.token);
  }

  dispose(): void {
    registry.unregister(this.token);
    this.free();
  }
}
`,
  },
];

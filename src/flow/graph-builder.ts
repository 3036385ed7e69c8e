/**
 * Builds control flow and knows no syntax. A cursor stands in the block that is being filled; where control cannot
 * come, there is no cursor, and whatever is added is dropped, so that unreachable code never gets a block.
 *
 * Two stacks stand for the constructs that are open around the cursor. The *handlers* are what an abrupt completion
 * meets on its way out, innermost last: catch clauses, and cleanups (`finally`, disposal, closing of an iterator).
 * The *jump targets* are the statements that `break` and `continue` can name.
 *
 * A cleanup has one copy per completion that runs through it. The copy's first block is made when the first edge
 * needs it; its content is lowered when the construct is left, with the handlers around the construct in force.
 */
import { buildDraftBlock, connect, type BranchTest, type DraftBlock, type DraftGraph } from "./draft-block.ts";
import type { EdgeKind, Step } from "./graph.ts";

/** Thrown where a graph would become too large; `buildGraph` turns it into "unknown". */
export class GraphLimitReached extends Error {}

/** How control comes into a cleanup. */
export type CompletionKind = "normal" | AbruptKind;
type AbruptKind = "exception" | "return" | "break" | "continue";

/** An abrupt completion on its way: it leaves the handlers from the innermost down to `depth`, then arrives at `to`. */
interface Completion {
  readonly kind: AbruptKind;
  readonly to: DraftBlock;
  readonly depth: number;
}

interface CatchHandler {
  readonly kind: "catch";
  readonly entry: DraftBlock;
}

interface CleanupHandler {
  readonly kind: "cleanup";
  readonly lower: (completion: CompletionKind) => void;
  readonly copies: Map<Completion, DraftBlock>;
}

type Handler = CatchHandler | CleanupHandler;

/** A place that `break` or `continue` can go to, with the handlers in force there. */
export interface Destination {
  readonly block: DraftBlock;
  readonly depth: number;
}

export interface JumpTarget {
  readonly labels: readonly string[];
  /** Whether `break` without a label stops here: not so for a labelled block. */
  readonly isBreakable: boolean;
  readonly breakTo: Destination;
  /** Loops only. */
  readonly continueTo?: Destination;
}

interface OpenTarget {
  readonly target: JumpTarget;
  readonly break: Completion;
  readonly continue: Completion | undefined;
}

export class GraphBuilder {
  readonly #entry = buildDraftBlock();
  readonly #exit = buildDraftBlock();
  readonly #throwExit = buildDraftBlock();
  readonly #blocks: DraftBlock[] = [this.#entry];

  readonly #exception: Completion = { kind: "exception", to: this.#throwExit, depth: 0 };
  readonly #return: Completion = { kind: "return", to: this.#exit, depth: 0 };
  readonly #handlers: Handler[] = [];
  readonly #targets: OpenTarget[] = [];

  #cursor: DraftBlock | undefined = this.#entry;
  #size = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether control can come to where the cursor stands. */
  get isReachable(): boolean {
    return this.#cursor !== undefined;
  }

  /** Makes a block for later: `start` moves the cursor there. */
  createBlock(): DraftBlock {
    this.#grow();
    return buildDraftBlock();
  }

  /** Moves the cursor to a block, if anything leads there by now. */
  start(block: DraftBlock): void {
    this.#cursor = block.predecessors.length > 0 ? block : undefined;
    if (this.#cursor !== undefined) this.#blocks.push(block);
  }

  /** Adds a step; one that may throw gets its edge to the innermost handler. */
  addStep(step: Step): void {
    const block = this.#openBlock();
    if (block === undefined) return;
    this.#grow();
    block.steps.push(step);
    if (step.mayThrow) this.#connectTo(this.#exception, "exception");
  }

  /** Ends the path: control does not come further than the last step. */
  end(): void {
    this.#cursor = undefined;
  }

  /** Ends the path by going on in `block`. */
  goTo(block: DraftBlock): void {
    if (this.#cursor !== undefined) connect(this.#cursor, block, "normal");
    this.end();
  }

  /** Ends the path by going one of two ways. */
  branch(test: BranchTest, whenTrue: DraftBlock, whenFalse: DraftBlock): void {
    if (this.#cursor !== undefined) {
      connect(this.#cursor, whenTrue, "true", test);
      connect(this.#cursor, whenFalse, "false", test);
    }
    this.end();
  }

  /** Ends the path by returning from the function. */
  leaveByReturn(): void {
    this.mayLeaveByReturn();
    this.end();
  }

  /** Draws the edge of a return and stays: a `yield` may resume, or end the function. */
  mayLeaveByReturn(): void {
    this.#connectTo(this.#return, "return");
  }

  /** Ends the path by `break` or `continue`, with a label or without. One that no statement takes, which some parsers let pass, goes nowhere: control stays. */
  leaveByJump(kind: "break" | "continue", label: string | undefined): void {
    const target = this.#targets.findLast((open) => accepts(open, kind, label));
    const completion = target?.[kind];
    if (completion === undefined) return;
    this.#connectTo(completion, kind);
    this.end();
  }

  /** Names `block` as a place that a jump out of the handlers pushed from now on can go to. */
  destination(block: DraftBlock): Destination {
    return { block, depth: this.#handlers.length };
  }

  /** Lowers the body of a statement that jumps can name. */
  withTarget(target: JumpTarget, lowerBody: () => void): void {
    const { breakTo, continueTo } = target;
    this.#targets.push({
      target,
      break: { kind: "break", to: breakTo.block, depth: breakTo.depth },
      continue: continueTo && { kind: "continue", to: continueTo.block, depth: continueTo.depth },
    });
    lowerBody();
    this.#targets.pop();
  }

  /** Lowers what may push handlers, then leaves these, the innermost first. */
  withHandlers(lowerBody: () => void): void {
    const depth = this.#handlers.length;
    lowerBody();
    while (this.#handlers.length > depth) this.#leaveHandler();
  }

  /** From now on exceptions go to `entry`. Only inside `withHandlers`. */
  pushCatch(entry: DraftBlock): void {
    this.#handlers.push({ kind: "catch", entry });
  }

  /** From now on every completion runs through what `lower` adds; it is called once per completion. Only inside `withHandlers`. */
  pushCleanup(lower: (completion: CompletionKind) => void): void {
    this.#handlers.push({ kind: "cleanup", lower, copies: new Map() });
  }

  /** Ends the function, and answers its blocks. */
  finish(): DraftGraph {
    this.goTo(this.#exit);
    return { blocks: this.#blocks, entry: this.#entry, exit: this.#exit, throwExit: this.#throwExit };
  }

  /** The block that takes the next step: a new one after a step that control can leave in more than one way. */
  #openBlock(): DraftBlock | undefined {
    if (this.#cursor !== undefined && this.#cursor.successors.length > 0) {
      const next = this.createBlock();
      this.goTo(next);
      this.start(next);
    }
    return this.#cursor;
  }

  #leaveHandler(): void {
    const handler = this.#handlers.pop();
    if (handler?.kind !== "cleanup") return;

    if (this.isReachable) handler.lower("normal");
    const cursor = this.#cursor;
    for (const [completion, entry] of handler.copies) {
      this.start(entry);
      handler.lower(completion.kind);
      this.#connectTo(completion, completion.kind === "exception" ? "throw" : completion.kind);
    }
    this.#cursor = cursor;
  }

  #connectTo(completion: Completion, kind: EdgeKind): void {
    if (this.#cursor !== undefined) connect(this.#cursor, this.#nextStop(completion), kind);
  }

  /** The first handler that a completion meets on its way out, or else its destination. */
  #nextStop(completion: Completion): DraftBlock {
    for (const handler of this.#handlers.slice(completion.depth).reverse()) {
      if (handler.kind === "cleanup") return this.#copyFor(handler, completion);
      if (completion.kind === "exception") return handler.entry;
    }
    return completion.to;
  }

  #copyFor(cleanup: CleanupHandler, completion: Completion): DraftBlock {
    const known = cleanup.copies.get(completion);
    if (known !== undefined) return known;
    const entry = this.createBlock();
    cleanup.copies.set(completion, entry);
    return entry;
  }

  #grow(): void {
    this.#size += 1;
    if (this.#size > this.#limit) throw new GraphLimitReached();
  }
}

function accepts({ target }: OpenTarget, kind: "break" | "continue", label: string | undefined): boolean {
  if (label !== undefined) return target.labels.includes(label);
  return kind === "break" ? target.isBreakable : target.continueTo !== undefined;
}

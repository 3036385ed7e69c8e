/**
 * The control-flow graph of one function body (or of a program's top level, a class field's initialiser, a static block).
 *
 *     const lock = await acquire();     0: evaluate acquire() ──exception──> throw exit
 *     try {                             1: evaluate await acquire() ──exception──> throw exit
 *       work();                         2: assign lock
 *     } finally {                       3: evaluate work() ──exception──> 5
 *       lock.release();                 4: evaluate lock.release()         (the copy for normal completion) ──> exit
 *     }                                 5: evaluate lock.release()         (the copy for a throw) ──exception──> throw exit
 *
 * A block is a run of steps; a step that may throw is always the last of its block, so an exception edge leaves
 * after everything before it and *during* its last step. A `finally` body has one copy per way of entering it.
 *
 * Not modelled: throws of plain member reads, of conversions, spreads and array patterns, `debugger`, asynchronous
 * interruption other than `await` and `yield`, the end of a generator before its first step, `with`, `eval`. A `catch`
 * clause that, for this reason, nothing can reach has no blocks.
 */
import type { TSESTree } from "@typescript-eslint/utils";

/** What a graph can be built of. */
export type FlowOwner =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.Program
  | TSESTree.StaticBlock
  | TSESTree.PropertyDefinition
  | TSESTree.AccessorProperty;

/**
 * - `evaluate`: an expression takes effect: a call returns, `await` resumes, a function or class value is created
 *   (function declarations at the start of their block), `delete` has removed;
 * - `assign`: a declarator, assignment, update, field initialiser or default (`node` is the `AssignmentPattern`) has
 *   bound its value, `let x;` undefined; the element of a loop has been bound to its declarator, or to what stands in its place;
 * - `return`, `throw`: the statement takes effect, its argument evaluated before; an arrow function without braces
 *   returns its body, `node` is the arrow function;
 * - `iterate`: the next element of `for of` / `for in` is fetched; `node` is the loop;
 * - `close`: the iterator of `for of` is closed on early exit; `node` is the loop;
 * - `dispose`: a `using` variable is disposed at the end of its block; `node` is its declarator.
 */
export type StepAction = "evaluate" | "assign" | "return" | "throw" | "iterate" | "close" | "dispose";

export interface Step {
  readonly action: StepAction;
  readonly node: TSESTree.Node;
  readonly mayThrow: boolean;
}

/**
 * `true` / `false` are the outcomes of the edge's `condition`; `exception` leaves during the last step of its block;
 * `return`, `break`, `continue` are abrupt completions, also on their way through `finally` copies.
 * `throw` leaves the end of a `finally` copy that was entered by an exception: the exception goes on.
 */
export type EdgeKind = "normal" | "true" | "false" | "exception" | "throw" | "return" | "break" | "continue";

export interface Edge {
  readonly kind: EdgeKind;
  readonly from: Block;
  readonly to: Block;
  /**
   * What `true` and `false` edges decide on: the tested expression, one leaf of `&&`, `||` and `!` at a time. Where no
   * expression is tested it is the clause of a `switch` ("matches"), the loop after `iterate` ("has an element"), or the
   * `AssignmentPattern` of a default ("a value was given").
   */
  readonly condition?: TSESTree.Node;
  /** How `condition` is tested: by truth, or by being neither null nor undefined. Absent for clauses and loops. */
  readonly test?: "truth" | "presence";
}

export interface Block {
  readonly id: number;
  readonly steps: readonly Step[];
  readonly successors: readonly Edge[];
  readonly predecessors: readonly Edge[];
}

/** Where a step stands: `block.steps[index]`. */
export interface StepPosition {
  readonly block: Block;
  readonly index: number;
}

export interface Graph {
  readonly owner: FlowOwner;
  /** Every block reachable from `entry`, in order of creation, and both exits. */
  readonly blocks: readonly Block[];
  readonly entry: Block;
  /** Left by return and by reaching the end. No steps. */
  readonly exit: Block;
  /** Left by an exception nobody caught. No steps. */
  readonly throwExit: Block;
  /** The positions of the steps of a node: several where it stands in a `finally` that was copied, none where it is unreachable. */
  positionsOf(node: TSESTree.Node): readonly StepPosition[];
}

/** What the graph cannot know by itself; asked once per expression while the graph is built. */
export interface FlowOracle {
  /** Whether control never comes back from this call (`process.exit()`, a function that always throws), or from this wait (for an `async` one that does). */
  neverReturns(node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AwaitExpression): boolean;
  /** Whether this expression is known not to throw (a logger, a release, a pure built-in). */
  cannotThrow(node: TSESTree.Node): boolean;
}

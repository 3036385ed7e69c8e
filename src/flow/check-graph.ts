/** What must hold of every graph, whatever it was built of. Tests run it over whole code bases. */
import type { Block, Edge, Graph, Step, StepPosition } from "./graph.ts";
import { reversePostOrder } from "./reverse-post-order.ts";
import { findWitness } from "./witness.ts";

/** Collects the broken invariants of a graph, in words; an empty list for a sound one. */
export function checkGraph(graph: Graph): string[] {
  return [
    ...checkExits(graph),
    ...checkReachability(graph),
    ...graph.blocks.flatMap((block) => [...checkEdges(block), ...checkSteps(block), ...checkBranches(block)]),
    ...graph.blocks.flatMap((block) => checkEnds(graph, block)),
    ...collectPositions(graph).flatMap((position) => [...checkPosition(graph, position), ...checkDisposal(graph, position)]),
  ];
}

function checkExits({ exit, throwExit }: Graph): string[] {
  return [exit, throwExit]
    .filter((block) => block.steps.length > 0 || block.successors.length > 0)
    .map((block) => `exit ${block.id} is not empty`);
}

function checkReachability(graph: Graph): string[] {
  const reached = new Set(reversePostOrder(graph));
  const known = new Set(graph.blocks);
  return [
    ...graph.blocks.filter((block, index) => block.id !== index).map((block) => `block ${block.id} has the wrong number`),
    ...graph.blocks.filter((block) => !reached.has(block) && !isExit(graph, block)).map((block) => `block ${block.id} is unreachable`),
    ...[...reached].filter((block) => !known.has(block)).map(() => "an edge leads out of the graph"),
  ];
}

function checkEdges(block: Block): string[] {
  const isOneSided = (edge: Edge): boolean =>
    !edge.from.successors.includes(edge) || !edge.to.predecessors.includes(edge) || (edge.from !== block && edge.to !== block);
  return [...block.successors, ...block.predecessors].filter(isOneSided).map(() => `block ${block.id} has an edge with one end`);
}

/** A step that may throw stands last and has one exception edge; a `return` or `throw` leaves by nothing else. */
function checkSteps(block: Block): string[] {
  const problems: string[] = [];
  const last = block.steps.at(-1);
  const early = block.steps.slice(0, -1).find((step) => step.mayThrow || leavesAlways(step));
  if (early !== undefined) problems.push(`block ${block.id} goes on after ${early.action} of ${early.node.type}`);

  const exceptions = block.successors.filter(({ kind }) => kind === "exception").length;
  if (exceptions !== (last?.mayThrow === true ? 1 : 0)) problems.push(`block ${block.id} has ${exceptions} exception edges`);

  const expected = last?.action === "return" ? "return" : "exception";
  const strays = last !== undefined && leavesAlways(last) ? block.successors.filter(({ kind }) => kind !== expected) : [];
  return [...problems, ...strays.map(({ kind }) => `block ${block.id} leaves its ${last?.action} by ${kind}`)];
}

function leavesAlways({ action }: Step): boolean {
  return action === "return" || action === "throw";
}

/** `true` and `false` come in pairs that test the same; besides them there is at most one way on. */
function checkBranches({ id, successors }: Block): string[] {
  const [whenTrue, ...moreTrue] = successors.filter(({ kind }) => kind === "true");
  const [whenFalse, ...moreFalse] = successors.filter(({ kind }) => kind === "false");
  const onward = successors.filter(({ kind }) => kind === "normal" || kind === "break" || kind === "continue" || kind === "throw");

  const isPaired = whenTrue?.condition === whenFalse?.condition && whenTrue?.test === whenFalse?.test;
  const isSingle = moreTrue.length === 0 && moreFalse.length === 0 && (whenTrue === undefined) === (whenFalse === undefined);
  const isConditional = successors.every(({ kind, condition }) => (kind === "true" || kind === "false") === (condition !== undefined));
  const problems = isPaired && isSingle && isConditional ? [] : [`block ${id} has a branch that is not a pair`];
  return onward.length + (whenTrue === undefined ? 0 : 1) > 1 ? [...problems, `block ${id} goes on in two ways`] : problems;
}

/** Only an exit, and a call or a wait that control never comes back from, end a path. */
function checkEnds(graph: Graph, block: Block): string[] {
  if (isExit(graph, block)) return [];
  const last = block.steps.at(-1);
  if (last?.action === "evaluate" && (last.node.type === "CallExpression" || last.node.type === "NewExpression" || last.node.type === "AwaitExpression")) return [];
  return block.successors.length === 0 ? [`block ${block.id} leads nowhere`] : [];
}

function collectPositions(graph: Graph): StepPosition[] {
  return graph.blocks.flatMap((block) => block.steps.map((_, index) => ({ block, index })));
}

function checkPosition(graph: Graph, { block, index }: StepPosition): string[] {
  const step = stepAt({ block, index });
  const known = graph.positionsOf(step.node).filter((position) => position.block === block && position.index === index);
  return known.length === 1 ? [] : [`step ${index} of block ${block.id} is found ${known.length} times`];
}

/** Once a `using` variable is bound, every way out of the function tries to dispose it. */
function checkDisposal(graph: Graph, position: StepPosition): string[] {
  const { action, node } = stepAt(position);
  const isUsing = node.type === "VariableDeclarator" && (node.parent?.kind === "using" || node.parent?.kind === "await using");
  if (action !== "assign" || !isUsing) return [];
  const disposes = (step: Step | undefined): boolean => step?.action === "dispose" && step.node === node;
  const witness = findWitness(graph, position, {
    goal: (block) => isExit(graph, block),
    passes: (step) => !disposes(step),
    edge: (edge) => !disposes(edge.from.steps.at(-1)),
  });
  return witness === undefined ? [] : [`block ${position.block.id} binds a variable that some path does not dispose`];
}

function stepAt({ block, index }: StepPosition): Step {
  const step = block.steps[index];
  if (step === undefined) throw new RangeError(`block ${block.id} has no step ${index}`);
  return step;
}

function isExit(graph: Graph, block: Block): boolean {
  return block === graph.exit || block === graph.throwExit;
}

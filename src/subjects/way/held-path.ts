/**
 * Finds a way out of the owner on which the handle is still held. Two stages: the typestates at the exits say cheaply
 * that there is none; where there may be one, paths are searched with what they know of conditions, so that the
 * witness is one that can be walked.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Block, Edge, Graph, Step, StepPosition } from "../../flow/graph.ts";
import { solveForward, type Solution } from "../../flow/solve.ts";
import { isClosedEdge } from "./closed-edges.ts";
import { knownAfter, knownConditions, knownOnEdge, type Known } from "./conditions.ts";
import { collectStarts, textOfKnown } from "./starts.ts";
import type { EffectKind } from "../handle/handle-uses.ts";
import { isFailureOfHandler, isShownFailure, isShownWithin } from "./failures.ts";
import { COST_OF_STATE, workOn } from "./path-work.ts";
import type { UsedHandle } from "./used-up.ts";
import { ABSENT, HELD, LOST, SETTLED, typestates } from "./typestate.ts";

/** What the steps of the owner do to one resource. */
export interface Timeline {
  /** The node whose completion acquires; `entry` where the function begins with the handle. */
  readonly acquiredAt: TSESTree.Node | "entry";
  readonly effects: ReadonlyMap<TSESTree.Node, EffectKind>;
  /** The place of the variable that has the handle: known to be there once acquired. */
  readonly handleKey: string;
  readonly used?: UsedHandle | undefined;
  /** Places known to be empty where the handle is there: the error of a callback. */
  readonly emptyKeys: readonly string[];
}

/**
 * How a path leaves with the handle held: by the end or a `return` (`exit`), by an exception, by acquiring again, or by
 * giving the variable another value.
 */
export interface HeldPath {
  readonly leavesBy: "exit" | "exception" | "again" | "overwritten";
  readonly edges: readonly Edge[];
  /** Those of the edges that leave a step that cannot but fail: a method of an empty variable. */
  readonly forced: ReadonlySet<Edge>;
  /** The step that throws, returns, acquires again or overwrites; undefined at the end of the body. */
  readonly step: Step | undefined;
}

/** How many states one search may come to: beyond them the answer is "unknown", as it is where the function's work is spent. */
const MAXIMUM_STATES = 3_000;

const solutions = new WeakMap<Graph, Solution<Known | undefined> | undefined>();

/** What is known of conditions at each place of a function; the same for all its handles. Undefined where the work is spent. */
function knownThroughout(file: FileFacts, graph: Graph): Solution<Known | undefined> | undefined {
  if (solutions.has(graph)) return solutions.get(graph);
  const work = workOn(graph);
  let isSolved = false;
  // Reading the solution later costs nothing, or what is read would depend on what else has been asked.
  const carry = (fact: Known | undefined, follow: (known: Known) => Known | undefined): Known | undefined => (fact === undefined || !(isSolved || work.spend(fact.size)) ? undefined : follow(fact));
  const solution = solveForward(graph, knownConditions, {
    initial: new Map() as Known | undefined,
    step: (fact, step) => carry(fact, (known) => knownAfter(file, known, step)),
    interrupted: (fact) => fact,
    edge: (fact, edge) => carry(fact, (known) => knownOnEdge(file, known, edge)),
  }, work);
  isSolved = true;
  const answer = work.spend(0) ? solution : undefined;
  solutions.set(graph, answer);
  return answer;
}

/** Finds the path of each kind with the fewest failures, and of these the shortest; undefined where the work bound is reached. */
export function findHeldPaths(file: FileFacts, graph: Graph, timeline: Timeline): readonly HeldPath[] | undefined {
  const positions = startsOf(graph, timeline);
  if (positions.length === 0) return [];
  const mayLeave = mayLeaveHeld(graph, timeline);
  if (mayLeave !== true) return mayLeave === false ? [] : undefined;
  const known = knownThroughout(file, graph);
  if (known === undefined) return undefined;
  const found: HeldPath[] = [];
  for (const position of positions) {
    const atStart = known.after(position);
    // What is known rules out every way here.
    if (atStart === undefined) continue;
    const paths = searchFrom(file, position, [atStart], timeline, graph);
    // A path is worth telling only if one of the ways to the acquisition can be walked on along it.
    if (paths === undefined) return undefined;
    const starts = paths.length === 0 || timeline.acquiredAt === "entry" ? undefined : collectStarts(file, graph, position);
    const isSame = starts === undefined || (starts.length === 1 && starts[0]?.size === atStart.size);
    const checked = isSame ? paths : searchFrom(file, position, starts, timeline, graph);
    if (checked === undefined) return undefined;
    found.push(...checked);
  }
  return found;
}

/** The path of each kind with the fewest failures, and of these the shortest, from any of the starts. */
function searchFrom(file: FileFacts, position: StepPosition, starts: readonly Known[], timeline: Timeline, graph: Graph): readonly HeldPath[] | undefined {
  const searchAlong = (mayFollow: (edge: Edge) => boolean): readonly HeldPath[] | undefined => {
    const found = new Map<HeldPath["leavesBy"], HeldPath>();
    for (const start of starts) {
      const paths = search(file, position, start, timeline, graph, mayFollow);
      if (paths === undefined) return undefined;
      for (const path of paths) {
        const known = found.get(path.leavesBy);
        if (known === undefined || isPlainer(path, known)) found.set(path.leavesBy, path);
      }
    }
    return [...found.values()];
  };
  const found: HeldPath[] = [];
  // What the code shows to fail comes first, then what a handler is known to, then what fails inside of a function, then any other call, and a handler's any last.
  const isShown = once((edge: Edge) => isShownFailure(file, edge));
  const isWithin = once((edge: Edge) => isShownWithin(file, edge));
  const isOfHandler = once(isFailureOfHandler);
  const hasWithin = graph.blocks.some(({ successors }) => successors.some((edge) => !isShown(edge) && isWithin(edge)));
  const rounds = [(edge: Edge) => !isOfHandler(edge) && isShown(edge), isShown, ...(hasWithin ? [isWithin] : []), (edge: Edge) => !isOfHandler(edge)];
  for (const mayFollow of rounds) {
    const paths = searchAlong(mayFollow);
    if (paths === undefined) return undefined;
    found.push(...paths.filter((path) => found.every((other) => other.leavesBy !== path.leavesBy)));
  }
  return found.length > 0 ? found : searchAlong(() => true);
}

function isPlainer(one: HeldPath, other: HeldPath): boolean {
  const more = failureCount(one) - failureCount(other);
  return more === 0 ? one.edges.length < other.edges.length : more < 0;
}

function failureCount({ edges }: HeldPath): number {
  return edges.filter(({ kind }) => kind === "exception").length;
}

/** Asks a question about each edge once. */
function once(ask: (edge: Edge) => boolean): (edge: Edge) => boolean {
  const answers = new Map<Edge, boolean>();
  return (edge) => {
    const known = answers.get(edge) ?? ask(edge);
    answers.set(edge, known);
    return known;
  };
}

function startsOf(graph: Graph, { acquiredAt }: Timeline): readonly StepPosition[] {
  return acquiredAt === "entry" ? [{ block: graph.entry, index: -1 }] : graph.positionsOf(acquiredAt);
}

function mayLeaveHeld(graph: Graph, timeline: Timeline): boolean | undefined {
  const solution = solveForward(graph, typestates, {
    initial: timeline.acquiredAt === "entry" ? HELD : ABSENT,
    step: (state, step) => {
      if (isAcquisition(step, timeline)) return (state & HELD) !== 0 ? HELD | LOST : HELD;
      const effect = timeline.effects.get(step.node);
      if (effect === undefined || (state & HELD) === 0) return state;
      return (state & ~HELD) | (effect === "lose" ? LOST : SETTLED);
    },
    interrupted: (state, step) => {
      const effect = timeline.effects.get(step.node);
      return effect === "release" || effect === "escape" ? (state & ~HELD) | SETTLED : state;
    },
  }, workOn(graph));
  if (solution === undefined) return undefined;
  const owed = HELD | LOST;
  const atExits = solution.atEntry(graph.exit) | solution.atEntry(graph.throwExit);
  return (atExits & owed) !== 0 || startsOf(graph, timeline).some((position) => (solution.before(position) & owed) !== 0);
}

/** A step that acquires: the first of the node's steps, since a call and its `await` are two nodes. */
function isAcquisition(step: Step, timeline: Timeline): boolean {
  return step.node === timeline.acquiredAt && step.action === "evaluate";
}

interface Trail {
  readonly block: Block;
  readonly index: number;
  readonly known: Known;
  readonly edge: Edge | undefined;
  /** Whether the edge is the only way on from its step. */
  readonly isForced?: boolean;
  readonly before: Trail | undefined;
}

function search(file: FileFacts, start: StepPosition, known: Known, timeline: Timeline, graph: Graph, mayFollow: (edge: Edge) => boolean): HeldPath[] | undefined {
  const found = new Map<HeldPath["leavesBy"], HeldPath>();
  const note = (leavesBy: HeldPath["leavesBy"], trail: Trail, step: Step | undefined): void => {
    if (!found.has(leavesBy)) found.set(leavesBy, { leavesBy, ...edgesAlong(trail), step });
  };
  const atStart = new Map([...known, ...timeline.emptyKeys.map((key) => [key, false] as const), [timeline.handleKey, true]]);
  const seen = new Set<string>();
  const work = workOn(graph);
  /** The ways on from here; undefined beyond the bounds. */
  const visit = (trail: Trail): readonly Trail[] | undefined => {
    const state = trail.edge === undefined ? "start" : `${String(trail.block.id)}|${textOfKnown(graph, trail.known)}`;
    if (seen.has(state)) return [];
    seen.add(state);
    const cost = COST_OF_STATE + trail.block.steps.length + trail.block.successors.length * (1 + trail.known.size);
    if (seen.size > MAXIMUM_STATES || !work.spend(cost)) return undefined;
    if (trail.block === graph.exit) note("exit", trail, lastStep(trail, "return"));
    if (trail.block === graph.throwExit) note("exception", trail, throwingStep(trail));
    const passage = passThrough(file, trail, timeline);
    if (passage.stoppedBy !== undefined) {
      note(passage.stoppedBy.kind, trail, passage.stoppedBy.step);
      return [];
    }
    return trail.block.successors.flatMap((edge) => {
      const isOpen = edge.kind === "exception" ? passage.interrupted && trail.index < trail.block.steps.length : passage.completed;
      const after = isOpen && (passage.fails || mayFollow(edge)) && !isClosedEdge(file, edge, timeline) ? knownOnEdge(file, passage.known, edge) : undefined;
      return after === undefined ? [] : { block: edge.to, index: 0, known: after, edge, isForced: passage.fails, before: trail };
    });
  };
  let trails: Trail[] = [{ block: start.block, index: start.index + 1, known: atStart, edge: undefined, before: undefined }];
  // By the number of failures, then by length: a failure that a way can do without explains nothing.
  while (trails.length > 0) {
    const afterFailure: Trail[] = [];
    for (const trail of trails) {
      const onward = visit(trail);
      if (onward === undefined) return undefined;
      for (const next of onward) (next.edge?.kind === "exception" ? afterFailure : trails).push(next);
    }
    trails = afterFailure;
  }
  return [...found.values()];
}

interface Passage {
  readonly known: Known;
  /** Whether the handle is still held after the block's last step completed, and while it throws. */
  readonly completed: boolean;
  readonly interrupted: boolean;
  /** Whether the last step cannot but fail. */
  readonly fails: boolean;
  readonly stoppedBy: { readonly kind: "again" | "overwritten"; readonly step: Step } | undefined;
}

function passThrough(file: FileFacts, trail: Trail, timeline: Timeline): Passage {
  let known = trail.known;
  for (let index = trail.index; index < trail.block.steps.length; index++) {
    const step = trail.block.steps[index] as Step;
    if (isAcquisition(step, timeline)) return { ...endedBy(known), stoppedBy: { kind: "again", step } };
    const effect = timeline.effects.get(step.node);
    if (effect === "lose") return { ...endedBy(known), interrupted: true, stoppedBy: { kind: "overwritten", step } };
    // A release that throws has still done what it could; a callee that throws has still been given the handle.
    if (effect !== undefined) return endedBy(known);
    const after = knownAfter(file, known, step);
    if (after === undefined) return { ...endedBy(known), interrupted: step === trail.block.steps.at(-1), fails: true };
    // Most steps teach nothing.
    if (after === known) continue;
    const isHeld = known.get(timeline.handleKey) === true && after.get(timeline.handleKey) !== true;
    known = isHeld ? new Map([...after, [timeline.handleKey, true]]) : after;
  }
  return { known, completed: true, interrupted: true, fails: false, stoppedBy: undefined };
}

/** The passage through a block whose step the handle does not come past. */
function endedBy(known: Known): Passage {
  return { known, completed: false, interrupted: false, fails: false, stoppedBy: undefined };
}

function edgesAlong(trail: Trail): Pick<HeldPath, "edges" | "forced"> {
  const edges: Edge[] = [];
  const forced = new Set<Edge>();
  for (let at: Trail | undefined = trail; at?.edge !== undefined; at = at.before) {
    edges.push(at.edge);
    if (at.isForced === true) forced.add(at.edge);
  }
  return { edges: edges.reverse(), forced };
}

function lastStep(trail: Trail, action: Step["action"]): Step | undefined {
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) {
    const step = at.block.steps.findLast((candidate) => candidate.action === action);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** The step whose exception the path leaves by: the one behind its first exception edge that leads out. */
function throwingStep(trail: Trail): Step | undefined {
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) {
    if (at.edge?.kind === "exception") return at.edge.from.steps.at(-1);
  }
  return undefined;
}

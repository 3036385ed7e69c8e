/** How the owner of a field ends: its teardown, and all the code that runs with it. */
import { callingMethods } from "../../catalogue/words/language.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import { scopedModules } from "../../catalogue/data/lifecycles.ts";
import { reactiveMakers } from "../../catalogue/words/components.ts";
import { togglingNames } from "../../catalogue/words/owner-ends.ts";
import { endingAll, isReleaseName } from "../../catalogue/words/releases.ts";
import { memberLoops } from "../../catalogue/words/starts.ts";
import { registrars } from "../../catalogue/words/taking-over.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { COMPUTED } from "../../facts/mentions.ts";
import type { Place } from "../../facts/places.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { functionOf } from "../../facts/variables.ts";
import { lazy } from "../../syntax/lazy.ts";
import { calleeName, enclosingFunction, isClass, isWithin, memberName, receiverOf, unwrap, type CallNode, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import { collectClosureEnds, isAboutOne, isCleanupCallback, returnedStops } from "./closure-ends.ts";
import { hookOfScript } from "./component-life.ts";
import { endOfComponent } from "./component-options.ts";
import { familyOf, membersOfFamily } from "../../facts/family.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { teardownRankOf, type End, type TeardownRank } from "./teardown-names.ts";

export interface Life {
  readonly kind: "instance" | "closure" | "module";
  /** The class, object or factory that owns the field. */
  readonly owner: InstanceOwner | undefined;
  /** The function that ends it: the fullest the file has. */
  readonly teardown: End | undefined;
  /** The method of a base class that takes what the object is to dispose of, where the class uses one: `_register`. */
  readonly registrar: string | undefined;
  /** The hook of the framework that will end it, although the class has none: `componentWillUnmount`. */
  readonly missingHook: string | undefined;
  /** Everything that runs at its end. */
  readonly reach: ReadonlySet<FunctionNode>;
  /** Whether the teardown releases something, does something else, or does nothing. */
  readonly effort: "releases" | "works" | "none";
  /** Whether the teardown does what nobody can follow: it passes the whole object on, or goes through its fields by name. */
  readonly isOpaque: boolean;
}

/** The life of what belongs to nobody. */
export const NO_LIFE: Life = { kind: "module", owner: undefined, teardown: undefined, registrar: undefined, missingHook: undefined, reach: new Set(), effort: "none", isOpaque: false };

/** The life of what a place belongs to. */
export function lifeOf(file: FileFacts, { root }: Place): Life {
  if (root.kind === "instance") return instanceLife(file, root.owner);
  if (root.kind !== "variable") return NO_LIFE;
  const factory = functionOf(root.variable);
  return factory === undefined ? moduleLife(file) : closureLife(file, factory);
}

/** The life of the object or factory that a piece of code belongs to. */
export function lifeAround(file: FileFacts, node: TSESTree.Node): Life | undefined {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const { owner, isStatic } = file.functions.factOf(at);
    if (owner !== undefined) return isStatic ? undefined : lifeOf(file, file.places.placeOfOwner(owner, false));
  }
  return undefined;
}

/** The life of the class one of whose methods runs the function: `poll(this)`. */
export function lifeThatReaches(file: FileFacts, host: FunctionNode): Life | undefined {
  for (const fact of file.functions.all) {
    if (fact.owner === undefined || fact.isStatic || fact.role === "teardown" || !reachedFrom(file, [fact.node]).has(host)) continue;
    const life = lifeOf(file, file.places.placeOfOwner(fact.owner, false));
    if (life.teardown !== undefined) return life;
  }
  return undefined;
}

/** The life of the nearest factory around a function of its own that has an end; that of the module where none has. */
export function lifeOfFactory(file: FileFacts, host: FunctionNode): Life {
  for (let at = enclosingFunction(host); at !== undefined; at = enclosingFunction(at)) {
    const life = closureLife(file, at);
    if (life.teardown !== undefined) return life;
  }
  return moduleLife(file);
}

const lives = new WeakMap<FileFacts, Map<TSESTree.Node, Life>>();

function remembered(file: FileFacts, owner: TSESTree.Node, live: () => Life): Life {
  const known = lives.get(file) ?? new Map<TSESTree.Node, Life>();
  lives.set(file, known);
  const life = known.get(owner) ?? live();
  known.set(owner, life);
  return life;
}

function instanceLife(file: FileFacts, owner: InstanceOwner): Life {
  return remembered(file, owner, () => {
    const members = membersOfFamily(file, owner).filter((fact) => !fact.isStatic);
    const isToggled = members.some(({ name }) => name !== undefined && togglingNames.test(name));
    const found = members.flatMap(({ node, name }): End[] => {
      const rank = isToggled && name === "close" ? "pausing" : teardownRankOf(file, name);
      return rank === undefined || isEmptyDeclaration(node) || isAboutOne(file, node) ? [] : [{ node, name, rank }];
    });
    const ends = withoutHandlers(file, found);
    const registrar = findRegistrar(file, owner);
    const callbacks = cleanupCallbacksIn(file).filter((node) => isWithin(node, owner) || members.some((member) => isWithin(node, member.node)));
    const missingHook = ends.length > 0 || callbacks.length > 0 || registrar !== undefined ? undefined : isClass(owner) ? hookOf(file, owner) : endOfComponent(file, owner);
    return buildLife(file, { kind: "instance", owner, ends, callbacks, registrar, missingHook });
  });
}

/** `socket.onclose = this.onClose`: what hears that a part has ended is not the end of the whole, where that has another. */
function withoutHandlers(file: FileFacts, ends: readonly End[]): readonly End[] {
  const isHandler = ({ name }: End): boolean => name !== undefined && /^[_#]*on[A-Z]/.test(name) && file.mentions.membersNamed(name).some((member) => !isCalled(member));
  const hasOwn = ends.some((end) => end.rank === "final" && !isHandler(end));
  return hasOwn ? ends : ends.map((end) => (isHandler(end) ? { ...end, rank: "pausing" } : end));
}

function isCalled(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  return parent.type === "CallExpression" && parent.callee === member;
}

const releases = new WeakMap<FileFacts, readonly CallNode[]>();

/** The calls of the file that release something by their name. */
function releasesIn(file: FileFacts): readonly CallNode[] {
  const known = releases.get(file) ?? file.calls.whose(isReleaseName);
  releases.set(file, known);
  return known;
}

const cleanupCallbacks = new WeakMap<FileFacts, readonly FunctionNode[]>();

/** The callbacks of the file that run at some end, whichever it is. */
function cleanupCallbacksIn(file: FileFacts): readonly FunctionNode[] {
  const known = cleanupCallbacks.get(file) ?? file.nodes.functions.filter((node) => isCleanupCallback(file, node));
  cleanupCallbacks.set(file, known);
  return known;
}

function closureLife(file: FileFacts, factory: FunctionNode): Life {
  return remembered(file, factory, () => {
    const ends = [...collectClosureEnds(file, factory), ...returnedStops(file, factory)];
    // The root of the page ends with the page.
    const missingHook = ends.length > 0 || file.isRootComponent ? undefined : (hookOfScript(file, factory) ?? (isComposable(file, factory) ? "onScopeDispose" : undefined));
    const callbacks = cleanupCallbacksIn(file).filter((node) => node !== factory && isWithin(node, factory));
    return buildLife(file, { kind: "closure", owner: factory, ends, callbacks, registrar: undefined, missingHook });
  });
}

/** The module itself, where it exports a function that ends what another of its functions starts. */
function moduleLife(file: FileFacts): Life {
  return remembered(file, file.program, () => {
    const ends = file.functions.all.flatMap(({ node, name, owner }): End[] => {
      const rank = owner === undefined || owner.type === "ObjectExpression" ? teardownRankOf(file, name) : undefined;
      return rank === undefined || enclosingFunction(node) !== undefined || !isHandedOut(file, node) ? [] : [{ node, name, rank }];
    });
    return buildLife(file, { kind: "module", owner: undefined, ends, callbacks: [], registrar: undefined, missingHook: undefined });
  });
}

interface Parts extends Pick<Life, "kind" | "owner" | "registrar" | "missingHook"> {
  readonly ends: readonly End[];
  readonly callbacks: readonly FunctionNode[];
}

function buildLife(file: FileFacts, { kind, owner, ends, callbacks, registrar, missingHook }: Parts): Life {
  const named = [...ends].sort((one, other) => rankNumber(one.rank) - rankNumber(other.rank) || prominence(one) - prominence(other));
  const [first] = named;
  // Where a base class disposes of what it is given, a method that may only pause is not the end.
  const teardown = registrar !== undefined && first?.rank === "pausing" ? undefined : first;
  const counted = ends.filter((end) => end.rank === first?.rank);
  const starts = [...counted.map((end) => end.node), ...callbacks];
  // Most lives are asked for their teardown alone.
  const reach = lazy(() => reachedFrom(file, starts));
  const effort = lazy(() => effortOf(file, starts, reach()));
  const isUnfollowed = lazy(() => isOpaque(file, reach()));
  return {
    kind,
    owner,
    teardown,
    registrar,
    missingHook,
    get reach() {
      return reach();
    },
    get effort() {
      return effort();
    },
    get isOpaque() {
      return isUnfollowed();
    },
  };
}

function rankNumber(rank: TeardownRank): number {
  return rank === "final" ? 0 : 1;
}

/** A named teardown is the better one to point at, and the object's own better than the handler of an event. */
function prominence({ name }: End): number {
  return name === undefined ? 2 : /^on[A-Z]/.test(name) ? 1 : 0;
}

/** `abstract dispose(): void` and overload signatures have no body. */
function isEmptyDeclaration(node: FunctionNode): boolean {
  return (node.body as TSESTree.Node | null) === null;
}

function effortOf(file: FileFacts, starts: readonly FunctionNode[], reach: ReadonlySet<FunctionNode>): Life["effort"] {
  if (releasesIn(file).some((call) => standsIn(call, reach) && receiverOf(call)?.type !== "Super")) return "releases";
  const isBusy = starts.some((start) => start.body.type !== "BlockStatement" || start.body.body.some((statement) => !isSuperCall(statement)));
  return isBusy ? "works" : "none";
}

function isSuperCall(statement: TSESTree.Statement): boolean {
  const expression = statement.type === "ExpressionStatement" ? unwrap(statement.expression) : undefined;
  return expression?.type === "CallExpression" && receiverOf(expression)?.type === "Super";
}

/** `disposeAll(this)`, `for (const name of names) this[name].close()`. */
function isOpaque(file: FileFacts, reach: ReadonlySet<FunctionNode>): boolean {
  if (file.nodes.calls.some((call) => call.arguments[0]?.type === "ThisExpression" && passesThis(call) && standsIn(call, reach))) return true;
  // `flush.current?.()`: whichever function the reference has by then.
  if (file.calls.named("current").some((call) => standsIn(call, reach))) return true;
  return file.mentions.membersNamed(COMPUTED).some((member) => member.computed && member.object.type === "ThisExpression" && memberName(member) === undefined && standsIn(member, reach));
}

function passesThis(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const [first] = call.arguments;
  if (first?.type !== "ThisExpression") return false;
  const name = calleeName(call) ?? "";
  return !callingMethods.has(name) && (call.arguments.length === 1 || memberLoops.test(name)) && endingAll.test(name);
}

/** The method of a base class outside the file that the class gives its disposables to. */
function findRegistrar(file: FileFacts, owner: InstanceOwner): string | undefined {
  if (!isClass(owner) || owner.superClass === null) return undefined;
  const own = new Set(membersOfFamily(file, owner).map((fact) => fact.name));
  const family = familyOf(file, owner);
  for (const call of file.calls.whose((name) => registrars.test(name))) {
    const name = calleeName(call);
    if (name === undefined || own.has(name)) continue;
    const receiver = receiverOf(call);
    const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
    if (place?.root.kind === "instance" && place.path.length === 0 && family.has(place.root.owner)) return name;
  }
  return undefined;
}

function hookOf(file: FileFacts, owner: ClassNode): string | undefined {
  const { componentBases, componentDecorators } = file.catalogue.lifecycles;
  for (const decorator of owner.decorators ?? []) {
    const expression = unwrap(decorator.expression);
    const name = expression.type === "CallExpression" ? calleeName(expression) : expression.type === "Identifier" ? expression.name : undefined;
    const hook = componentDecorators.get(name ?? "");
    if (hook !== undefined) return hook;
  }
  if (owner.superClass === null) return undefined;
  const base = unwrap(owner.superClass);
  const name = base.type === "Identifier" ? base.name : base.type === "MemberExpression" ? memberName(base) : undefined;
  return componentBases.get(name ?? "");
}

/** An exported function that makes reactive values, none of whose code asks for the end of their scope. */
function isComposable(file: FileFacts, factory: FunctionNode): boolean {
  if (!namesScopedModule(file)) return false;
  let outer = factory;
  for (let at = enclosingFunction(factory); at !== undefined; at = enclosingFunction(at)) outer = at;
  const makesReactive = file.nodes.calls.some((call) => {
    const made = isWithin(call, outer) && call.callee.type === "Identifier" ? file.imports.importedValueOf(call.callee) : undefined;
    return made !== undefined && scopedModules.has(made.module) && reactiveMakers.test(made.path.at(-1) ?? "");
  });
  return makesReactive && isHandedOut(file, outer);
}

const scoped = new WeakMap<FileFacts, boolean>();

/** Whether the file imports what makes reactive values at all: asked of each factory, answered once. */
function namesScopedModule(file: FileFacts): boolean {
  const known = scoped.get(file) ?? [...file.imports.modules].some((module) => scopedModules.has(module));
  scoped.set(file, known);
  return known;
}

/** Whether another file can call the function: it is exported, or put on `module.exports` or another object. */
function isHandedOut(file: FileFacts, node: FunctionNode): boolean {
  const holder = node.parent.type === "VariableDeclarator" ? node.parent.parent.parent : node.parent;
  if (holder?.type === "ExportNamedDeclaration" || holder?.type === "ExportDefaultDeclaration" || holder?.type === "Property" || holder?.type === "AssignmentExpression") return true;
  const id = node.type === "FunctionDeclaration" ? node.id : node.parent.type === "VariableDeclarator" ? node.parent.id : null;
  const references = id?.type === "Identifier" ? (file.variables.variableOf(id)?.references ?? []) : [];
  return references.some(({ identifier }) => {
    const { parent } = identifier;
    return parent.type === "ExportSpecifier" || parent.type === "Property" || (parent.type === "AssignmentExpression" && parent.right === identifier);
  });
}

/**
 * How often a program comes to a piece of code, by all files of the project that name what stands around it: a search up the
 * callers that ends where a module is loaded, in a loop, or in the dark. What nothing but types can tell apart (two methods of
 * one name) is taken together, so that "once" holds for all of them.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { membersOfWhole } from "../../catalogue/words/project-files.ts";
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { ownUsesOf } from "./calls.ts";
import { instanceAround, isInLoop, runCountOf } from "../../facts/run-count.ts";
import { keeperOfLatch } from "./member-latch.ts";
import { runsGiven } from "./given-functions.ts";
import { classOfMount, componentOfMount, mountedBy, nameOfComponent, showsTheSame, wrappedComponent } from "./mounts.ts";
import { providerOf } from "./provided.ts";
import { standingOf, type Standing } from "./standing.ts";
import { decoratorsOf, enclosingFunction, isClass, isWithin, memberName, unwrap, wrapped, type CallNode, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

/**
 * - `once`: each way to it begins where a module is loaded, and none of them is a loop;
 * - `often`: a loop, or an event that comes again and again, comes to it;
 * - `event`: an event comes to it of which nobody knows how often it comes;
 * - `ends`: it belongs to a script that does a piece of work and ends, and takes along what it holds;
 * - `strangers`: a published package exports it, and its users call it as often as they like;
 * - `nobody`: nothing in the project uses it, and no package exports it.
 */
export type ProgramRuns = "once" | "ends" | "often" | "event" | "strangers" | "nobody";

export interface RunsFound {
  readonly level: ProgramRuns | "unknown";
  /** The place that shows it. */
  readonly at?: Located;
}

/** How many callers up the search goes, and in how many places it looks. */
const DEEPEST = 10;
const MOST_PLACES = 60;

/** Nobody knows, and the place where the search lost sight. */
function lost(file: FileFacts, node: TSESTree.Node): RunsFound {
  return { level: "unknown", at: { file, node } };
}

/** Answers how often the program comes to a node of a file. */
export function programRunsOf(file: FileFacts, node: TSESTree.Node): RunsFound {
  return file.project.isOneShot() ? { level: "ends" } : new CallerSearch().ofNode({ file, node }, 0);
}

/** Answers how often the program makes an object of a class. */
export function programMakesOf(file: FileFacts, owner: ClassNode): RunsFound {
  return new CallerSearch().ofClass(file, owner, 0);
}

class CallerSearch {
  readonly #known = new Map<TSESTree.Node, RunsFound>();
  #places = 0;

  ofNode(place: Located, depth: number): RunsFound {
    const { file, node } = place;
    if (this.#isSpent(depth)) return lost(file, node);
    if (isInLoop(node)) return { level: "often", at: place };
    const host = enclosingFunction(node);
    if (host !== undefined) {
      if (runCountOf(file, node) === "once" && isOfModuleOnly(file, node)) return { level: "once", at: place };
      const latched = this.#ofLatched(place, depth);
      return latched?.level === "once" ? latched : this.#ofFunction(file, host, depth);
    }
    const owner = instanceAround(node);
    return owner === undefined ? { level: "once", at: place } : this.ofClass(file, owner, depth);
  }

  /** Code that runs once for the object whose member it sets: as often as that is made. */
  #ofLatched(place: Located, depth: number): RunsFound | undefined {
    const keeper = keeperOfLatch(place.file, place.node);
    if (keeper === "class") return { level: "once", at: place };
    if (keeper === undefined) return undefined;
    return isClass(keeper) ? this.ofClass(place.file, keeper, depth + 1) : this.ofNode({ file: place.file, node: keeper }, depth + 1);
  }

  /** Whether the search has gone far enough. What goes by one name from object to object, `{ run: other.run }`, may come round again. */
  #isSpent(depth: number): boolean {
    this.#places += 1;
    return depth > DEEPEST || this.#places > MOST_PLACES;
  }

  #ofFunction(file: FileFacts, host: FunctionNode, depth: number): RunsFound {
    return this.#once(file, host, () => this.#ofHost(file, host, depth));
  }

  /** Asks once about each function and class; what is come to again while it is asked about is in the dark. */
  #once(file: FileFacts, node: TSESTree.Node, find: () => RunsFound): RunsFound {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    this.#known.set(node, lost(file, node));
    const found = find();
    this.#known.set(node, found);
    return found;
  }

  #ofHost(file: FileFacts, host: FunctionNode, depth: number): RunsFound {
    const standing = standingOf(host);
    if (standing === undefined) return lost(file, host);
    return standing.by === "constructor" ? this.ofClass(file, standing.owner, depth) : this.#ofStanding(file, host, standing, depth);
  }

  /** A function, or a use of its name, by what it goes by from there on. */
  #ofStanding(file: FileFacts, value: TSESTree.Node, standing: Standing, depth: number): RunsFound {
    switch (standing.by) {
      case "argument":
        return this.#ofArgument(file, standing.call, standing.value, depth);
      case "method":
        return this.#ofMethod(file, value, standing, depth);
      case "member":
        return this.#ofMember(file, value, standing.name, depth);
      case "handler":
        return this.ofNode({ file, node: standing.assignment }, depth + 1);
      case "declared":
        return this.#ofName(file, standing.exported, "CallExpression", depth);
      default:
        return lost(file, value);
    }
  }

  /** A function that is called where it stands, or given to a call. */
  #ofArgument(file: FileFacts, call: CallNode, value: TSESTree.Node, depth: number): RunsFound {
    const component = componentOfMount(call, value);
    if (component !== undefined) return this.#ofComponent(file, component, depth);
    const given = call.callee === value ? "each" : runsGiven(file, call, value);
    if (given === "often" || given === "event") return { level: given, at: { file, node: call } };
    return given === "each" ? this.ofNode({ file, node: call }, depth + 1) : lost(file, call);
  }

  /** How often one of a component comes to be on a page. It renders more often than that. */
  #ofComponent(file: FileFacts, component: FunctionNode | ClassNode, depth: number): RunsFound {
    if (isClass(component)) return this.ofClass(file, component, depth);
    const name = this.#isSpent(depth) ? undefined : nameOfComponent(component);
    return name === undefined ? lost(file, component) : this.#ofName(file, name, "NewExpression", depth);
  }

  /** A use of a component's name: whoever shows it makes one of it, and what is put around it goes by a name of its own. */
  #ofShown(file: FileFacts, use: TSESTree.Node, depth: number): RunsFound {
    const around = this.#isSpent(depth) ? undefined : wrappedComponent(use);
    if (around !== undefined) return this.#ofName(file, around, "NewExpression", depth + 1);
    const mounted = mountedBy(use);
    if (mounted?.by === "component") return showsTheSame(file, mounted.shows) ? this.#ofComponent(file, mounted.shows, depth + 1) : lost(file, use);
    // A root that is rendered again is still the same one.
    const found = mounted === undefined ? undefined : this.ofNode({ file, node: mounted.call }, depth + 1);
    return found?.level === "once" ? found : lost(file, use);
  }

  ofClass(file: FileFacts, owner: ClassNode, depth: number): RunsFound {
    const { id } = owner;
    const provider = providerOf(file, owner);
    if (id === null || makesItself(file, owner) || (decoratorsOf(owner).length > 0 && provider === undefined)) return lost(file, owner);
    return this.#once(file, owner, () => {
      const found = this.#ofName(file, id, "NewExpression", depth);
      return provider === undefined || found.level === "often" ? found : { level: "once", at: { file, node: provider } };
    });
  }

  /** A method, by all calls of its name: those of the file where nobody else can see it. */
  #ofMethod(file: FileFacts, host: TSESTree.Node, { name, isPrivate }: { readonly name: string; readonly isPrivate: boolean }, depth: number): RunsFound {
    const component = classOfMount(host);
    if (component !== undefined) return this.ofClass(file, component, depth + 1);
    const own = file.mentions.membersNamed(name).map((node) => ({ file, node }));
    const members = isPrivate ? own : file.project.membersNamed(name);
    // What the file itself comes to again and again needs no other.
    const near = members === undefined ? this.#together(own.filter(isNoTarget), "CallExpression", depth) : undefined;
    if (members === undefined) return near?.level === "often" ? near : lost(file, host);
    return this.#together(members.filter(isNoTarget), "CallExpression", depth) ?? lost(file, host);
  }

  /** A member of an object, which may be taken out of it as well. */
  #ofMember(file: FileFacts, value: TSESTree.Node, name: string, depth: number): RunsFound {
    const found = this.#ofMethod(file, value, { name, isPrivate: false }, depth);
    return found.level === "once" && file.project.isDestructured(name) !== false ? lost(file, value) : found;
  }

  /** All uses of a declared name, in its file and where it is imported. */
  #ofName(file: FileFacts, name: TSESTree.Node, how: "CallExpression" | "NewExpression", depth: number): RunsFound {
    const ofFile = this.#together(ownUsesOf(file, name), how, depth);
    if (ofFile !== undefined && ofFile.level !== "once") return ofFile;
    const outside = file.project.usesOf(name);
    if (outside === undefined) return lost(file, name);
    if (outside.isPublished()) return { level: "strangers" };
    const elsewhere = this.#together(outside.at, how, depth);
    if (elsewhere !== undefined && elsewhere.level !== "once") return elsewhere;
    if (!outside.isComplete()) return lost(file, name);
    // What nobody calls that calls it may be called by a framework: then it runs all the same.
    const begun: RunsFound | undefined = outside.isCalledByHost() ? { level: "once", at: { file, node: name } } : undefined;
    return elsewhere ?? ofFile ?? begun ?? (depth === 0 && !outside.isMentioned() ? { level: "nobody" } : lost(file, name));
  }

  #ofUse({ file, node }: Located, how: "CallExpression" | "NewExpression", depth: number): RunsFound {
    const callee = wrapped(node);
    const { parent } = callee;
    if (parent?.type === how && parent.callee === callee) return this.ofNode({ file, node: parent }, depth + 1);
    if (how === "NewExpression") return this.#ofShown(file, node, depth);
    // Given to a call that runs it: `app.whenReady().then(createMenu)`; kept under a name: `{ run }`.
    const standing = this.#isSpent(depth) ? undefined : standingOf(boundFunction(node));
    return standing === undefined || standing.by === "declared" ? lost(file, node) : this.#ofStanding(file, node, standing, depth + 1);
  }

  /** The ways to it, up to the first that is not known to come once: a few that do are as good as one. Undefined where there is none. */
  #together(uses: Iterable<Located>, how: "CallExpression" | "NewExpression", depth: number): RunsFound | undefined {
    let first: RunsFound | undefined;
    for (const use of uses) {
      if (how === "NewExpression" && makesNone(use)) continue;
      const found = this.#ofUse(use, how, depth);
      if (found.level !== "once") return found;
      first ??= found;
    }
    return first;
  }
}

/** Whether code in a function runs once by the file alone, wherever that function is called from: behind a flag, or in a function of the module. */
function isOfModuleOnly(file: FileFacts, node: TSESTree.Node): boolean {
  const host = enclosingFunction(node);
  return host === undefined || file.functions.factOf(host).owner === undefined;
}

/** Whether a use of a class or component only asks about it or something of it: `each instanceof Pool`, `Pool.size`, `</Panel>`. */
function makesNone({ node }: Located): boolean {
  const { parent } = node;
  if (parent?.type === "MemberExpression") return parent.object === node && !membersOfWhole.test(memberName(parent) ?? "prototype");
  return parent?.type === "JSXClosingElement" || (parent?.type === "BinaryExpression" && parent.operator === "instanceof" && parent.right === node);
}

/** `new this()` in a static method, which its callers know by another name. */
function makesItself(file: FileFacts, owner: ClassNode): boolean {
  return file.nodes.calls.some((call) => call.type === "NewExpression" && call.callee.type === "ThisExpression" && isWithin(call, owner));
}

/** Whether a member is read, and not assigned to, nor read to bind the member itself: `this.show = this.show.bind(this)`. */
function isNoTarget({ node }: Located<TSESTree.MemberExpression>): boolean {
  const value = boundFunction(node);
  const { parent } = value;
  if (parent?.type !== "AssignmentExpression") return true;
  if (parent.left === node) return false;
  return value === wrapped(node) || parent.left.type !== "MemberExpression" || memberName(parent.left) !== memberName(node);
}

/** `show.bind(this)` for `show`, which is the same function. */
function boundFunction(node: TSESTree.Node): TSESTree.Node {
  const value = wrapped(node);
  const member = value.parent;
  const call = member?.type === "MemberExpression" && member.object === value && memberName(member) === "bind" ? wrapped(member).parent : undefined;
  return call?.type === "CallExpression" && unwrap(call.callee) === member ? wrapped(call) : value;
}

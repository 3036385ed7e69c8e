/**
 * How often a program comes to a piece of code, by all files of the project that name what stands around it: a search up the
 * callers that ends where a module is loaded, in a loop, or in the dark. What nothing but types can tell apart (two methods of
 * one name) is taken together, so that "once" holds for all of them.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { eventsThatComeOnce, repeatingCalls } from "../../catalogue/words/project-files.ts";
import { onceCalling } from "../../catalogue/words/starting-up.ts";
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { ownUsesOf } from "./calls.ts";
import { instanceAround, isInLoop, runCountOf } from "../../facts/run-count.ts";
import { calleeName, decoratorsOf, enclosingFunction, isClass, memberName, wrapped, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";

/**
 * - `once`: each way to it begins where a module is loaded, and none of them is a loop;
 * - `often`: a loop or an event comes to it again and again;
 * - `strangers`: a published package exports it, and its users call it as often as they like;
 * - `nobody`: nothing in the project uses it, and no package exports it.
 */
export type ProgramRuns = "once" | "often" | "strangers" | "nobody";

export interface RunsFound {
  readonly level: ProgramRuns | "unknown";
  /** The place that shows it. */
  readonly at?: Located;
}

/** How many callers up the search goes, and in how many places it looks. */
const DEEPEST = 6;
const MOST_PLACES = 60;

/** Nobody knows, and the place where the search lost sight. */
function lost(file: FileFacts, node: TSESTree.Node): RunsFound {
  return { level: "unknown", at: { file, node } };
}

/** Answers how often the program comes to a node of a file. */
export function programRunsOf(file: FileFacts, node: TSESTree.Node): RunsFound {
  return new CallerSearch().ofNode({ file, node }, 0);
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
    this.#places += 1;
    if (depth > DEEPEST || this.#places > MOST_PLACES) return lost(file, node);
    if (isInLoop(node)) return { level: "often", at: place };
    const host = enclosingFunction(node);
    if (host !== undefined) return runCountOf(file, node) === "once" && isOfModuleOnly(file, node) ? { level: "once", at: place } : this.#ofFunction(file, host, depth);
    const owner = instanceAround(node);
    return owner === undefined ? { level: "once", at: place } : this.ofClass(file, owner, depth);
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
    const outer = wrapped(host);
    const { parent } = outer;
    if (parent?.type === "CallExpression" || parent?.type === "NewExpression") return this.#ofArgument(file, parent, outer, depth);
    const owner = methodOwner(host);
    if (owner !== undefined) return owner.isConstructor ? this.ofClass(file, owner.class, depth) : this.#ofMethod(file, host, owner.name, depth);
    const name = host.type === "FunctionDeclaration" ? host.id : parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : undefined;
    return name == null ? lost(file, host) : this.#ofName(file, name, "CallExpression", depth);
  }

  /** A function that is called where it stands, or given to a call. */
  #ofArgument(file: FileFacts, call: TSESTree.CallExpression | TSESTree.NewExpression, host: TSESTree.Node, depth: number): RunsFound {
    if (call.callee === host) return this.ofNode({ file, node: call }, depth + 1);
    const name = calleeName(call) ?? "";
    const [event] = call.arguments;
    const comesOnce = event?.type === "Literal" && typeof event.value === "string" && eventsThatComeOnce.has(event.value);
    if (repeatingCalls.test(name) && !comesOnce) return { level: "often", at: { file, node: call } };
    return comesOnce || onceCalling.test(name) || (call.type === "NewExpression" && name === "Promise") ? this.ofNode({ file, node: call }, depth + 1) : lost(file, call);
  }

  ofClass(file: FileFacts, owner: ClassNode, depth: number): RunsFound {
    const { id } = owner;
    if (id === null || decoratorsOf(owner).length > 0) return lost(file, owner);
    return this.#once(file, owner, () => this.#ofName(file, id, "NewExpression", depth));
  }

  /** A method, by all calls of its name. */
  #ofMethod(file: FileFacts, host: FunctionNode, name: string, depth: number): RunsFound {
    const members = file.project.membersNamed(name);
    if (members === undefined) return lost(file, host);
    return this.#together(members.filter(({ node }) => !isAssignedTo(node)), "CallExpression", depth) ?? lost(file, host);
  }

  /** All uses of a declared name, in its file and where it is imported. */
  #ofName(file: FileFacts, name: TSESTree.Identifier, how: "CallExpression" | "NewExpression", depth: number): RunsFound {
    const ofFile = this.#together(ownUsesOf(file, name), how, depth);
    if (ofFile !== undefined && ofFile.level !== "once") return ofFile;
    const outside = file.project.usesOf(name);
    if (outside === undefined) return lost(file, name);
    if (outside.isPublished()) return { level: "strangers" };
    const elsewhere = this.#together(outside.at, how, depth);
    if (elsewhere !== undefined && elsewhere.level !== "once") return elsewhere;
    if (!outside.isComplete()) return lost(file, name);
    // What nobody calls that calls it may be called by a framework: then it runs all the same.
    return elsewhere ?? ofFile ?? (depth === 0 && !outside.isMentioned() ? { level: "nobody" } : lost(file, name));
  }

  #ofUse({ file, node }: Located, how: "CallExpression" | "NewExpression", depth: number): RunsFound {
    const callee = wrapped(node);
    const { parent } = callee;
    if (parent?.type === how && parent.callee === callee) return this.ofNode({ file, node: parent }, depth + 1);
    // Given to a call that runs it: `app.whenReady().then(createMenu)`.
    if (how === "CallExpression" && parent?.type === "CallExpression" && parent.callee !== callee) return this.#ofArgument(file, parent, callee, depth);
    return lost(file, node);
  }

  /** The ways to it, up to the first that is not known to come once: a few that do are as good as one. Undefined where there is none. */
  #together(uses: Iterable<Located>, how: "CallExpression" | "NewExpression", depth: number): RunsFound | undefined {
    let first: RunsFound | undefined;
    for (const use of uses) {
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

interface MethodOwner {
  readonly class: ClassNode;
  readonly name: string;
  readonly isConstructor: boolean;
}

function methodOwner(host: FunctionNode): MethodOwner | undefined {
  const definition = wrapped(host).parent;
  if (definition?.type !== "MethodDefinition" && definition?.type !== "PropertyDefinition") return undefined;
  const owner = definition.parent.parent;
  const name = memberName(definition);
  return name === undefined || !isClass(owner) ? undefined : { class: owner, name, isConstructor: definition.type === "MethodDefinition" && definition.kind === "constructor" };
}

function isAssignedTo(member: TSESTree.MemberExpression): boolean {
  return member.parent.type === "AssignmentExpression" && member.parent.left === member;
}

/**
 * Reads the script of a single-file component as the function that it is: `<script setup>` is the body of a function that the
 * framework calls for each instance, and the parsers give it as the top level of a module. Everything that is known of functions
 * which hand out hooks and effects then holds for it, without a word about components anywhere else.
 *
 * The tree is the linter's and other rules read it too. So the function is put around the statements for as long as one of our
 * rules works, and taken away again; rules run one after the other, so that nobody else meets it.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { partsOfComponent, type ComponentParts, type TemplateUse } from "./component-parts.ts";

/** A component whose script is a function. */
export interface Component {
  readonly framework: ComponentParts["framework"];
  /** The program with the function in it. */
  readonly program: TSESTree.Program;
  /** The function that runs for each instance. */
  readonly setup: TSESTree.FunctionDeclaration;
}

interface Reading extends Component {
  /** Each top-level node, with what stands around it meanwhile. */
  readonly moved: ReadonlyMap<TSESTree.Node, TSESTree.Node>;
  readonly references: readonly (readonly [variable: TSESLint.Scope.Variable, reference: TSESLint.Scope.Reference])[];
}

const readings = new WeakMap<object, Reading | undefined>();
/** The components that are being read as functions now, by the program of the parser. */
const open = new WeakMap<object, Reading>();

/** Does a piece of work on a file while the script of its component, if it is one, is a function. */
export function withinComponent<Result>(sourceCode: Readonly<TSESLint.SourceCode>, work: () => Result): Result {
  const reading = readComponent(sourceCode);
  if (reading === undefined || open.has(sourceCode.ast)) return work();
  const parents = [...reading.moved.keys()].map((node) => [node, node.parent] as const);
  try {
    open.set(sourceCode.ast, reading);
    for (const [node, parent] of reading.moved) node.parent = parent;
    for (const [variable, reference] of reading.references) variable.references.push(reference);
    return work();
  } finally {
    for (const [variable, reference] of reading.references) variable.references.splice(variable.references.indexOf(reference), 1);
    for (const [node, parent] of parents) node.parent = parent as never;
    open.delete(sourceCode.ast);
  }
}

/** The component that a parser's program is while it is read as a function; undefined for every other program. */
export function openComponent(program: object): Component | undefined {
  return open.get(program);
}

function readComponent(sourceCode: Readonly<TSESLint.SourceCode>): Reading | undefined {
  const { ast } = sourceCode;
  if (readings.has(ast)) return readings.get(ast);
  const parts = partsOfComponent(sourceCode);
  const reading = parts && wrap(sourceCode, parts);
  readings.set(ast, reading);
  return reading;
}

function wrap(sourceCode: Readonly<TSESLint.SourceCode>, { framework, ofModule, ofInstance, uses }: ComponentParts): Reading {
  const place = hullOf(ofInstance);
  const program = Object.create(sourceCode.ast, {}) as TSESTree.Program;
  const body = { type: "BlockStatement", body: ofInstance, ...place } as unknown as TSESTree.BlockStatement;
  const setup = { type: "FunctionDeclaration", id: null, params: [], body, async: true, generator: false, expression: false, declare: false, ...place } as unknown as TSESTree.FunctionDeclaration;
  // The framework is the one that calls it: no other code of the file can.
  const handedOut = { type: "ExportDefaultDeclaration", declaration: setup, exportKind: "value", parent: program, ...place } as unknown as TSESTree.ExportDefaultDeclaration;
  body.parent = setup;
  setup.parent = handedOut;
  Object.defineProperty(program, "body", { value: [...ofModule, handedOut], enumerable: true });
  const moved = new Map<TSESTree.Node, TSESTree.Node>([...ofModule.map((node) => [node, program] as const), ...ofInstance.map((node) => [node, body] as const)]);
  return { framework, program, setup, moved, references: uses.flatMap((use) => referTo(sourceCode, use, body)) };
}

/** From the first to the last of what is in the function. */
function hullOf(nodes: readonly TSESTree.Node[]): Pick<TSESTree.Node, "range" | "loc"> {
  const first = nodes.reduce((one, other) => (other.range[0] < one.range[0] ? other : one));
  const last = nodes.reduce((one, other) => (other.range[1] > one.range[1] ? other : one));
  return { range: [first.range[0], last.range[1]], loc: { start: first.loc.start, end: last.loc.end } };
}

/**
 * A use in the template as a reference, which the parser gives only to the template: what becomes of a value there, and who calls
 * a function from there, is not told.
 */
function referTo({ ast, scopeManager }: Readonly<TSESLint.SourceCode>, { identifier, isWritten }: TemplateUse, parent: TSESTree.Node) {
  const variable = scopeManager?.scopes.find(({ type, block }) => type === "module" && block === ast)?.set.get(identifier.name);
  if (variable === undefined || variable.references.some((reference) => reference.identifier.range[0] === identifier.range[0])) return [];
  const { name, range, loc } = identifier;
  const value = { type: "VExpressionContainer", range, loc, parent };
  const reference = {
    identifier: { type: "Identifier", name, range, loc, parent: value },
    from: variable.scope,
    resolved: variable,
    writeExpr: null,
    init: false,
    isTypeReference: false,
    isValueReference: true,
    isRead: () => true,
    isReadOnly: () => !isWritten,
    isReadWrite: () => isWritten,
    isWrite: () => isWritten,
    isWriteOnly: () => false,
  };
  return [[variable, reference as unknown as TSESLint.Scope.Reference] as const];
}

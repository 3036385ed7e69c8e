/** Which variable an identifier means, and how often that variable is written. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import { openComponent } from "../syntax/component.ts";
import { isFunction, type FunctionNode } from "../syntax/tree.ts";

export type Variable = TSESLint.Scope.Variable;

export interface Variables {
  /** The variable an identifier reads, writes or declares; undefined for globals nobody declares in the file. */
  variableOf(identifier: TSESTree.Node): Variable | undefined;
  /** Whether the identifier is free in the file: a global such as `window`. */
  isGlobal(identifier: TSESTree.Identifier): boolean;
  /** The variables that the file declares, scope by scope; not those that the parser adds for the language's own types. */
  readonly declared: readonly Variable[];
}

const FEW_REFERENCES = 8;
const FEW_NAMESAKES = 4;

/** Sorts the variables of a file by name; the identifiers of a name are gone through when one of them is first asked about, since most never are. */
export function buildVariables(sourceCode: Readonly<TSESLint.SourceCode>): Variables {
  const declared: Variable[] = [];
  const byName = new Map<string, Variable[]>();
  for (const scope of sourceCode.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) {
      if (variable.defs.length === 0) continue;
      declared.push(variable);
      const namesakes = byName.get(variable.name);
      if (namesakes === undefined) byName.set(variable.name, [variable]);
      else namesakes.push(variable);
    }
  }
  const identifiers = new Map<string, ReadonlyMap<TSESTree.Node, Variable>>();
  const variableOf = (node: TSESTree.Node): Variable | undefined => {
    if (node.type !== "Identifier" && node.type !== "JSXIdentifier") return undefined;
    const namesakes = byName.get(node.name);
    if (namesakes === undefined) return undefined;
    if (namesakes.length <= FEW_NAMESAKES && namesakes.every(({ references }) => references.length <= FEW_REFERENCES)) return findNamed(namesakes, node);
    const byIdentifier = identifiers.get(node.name) ?? sortIdentifiers(namesakes);
    identifiers.set(node.name, byIdentifier);
    return byIdentifier.get(node);
  };
  return { variableOf, isGlobal: (identifier) => variableOf(identifier) === undefined, declared };
}

/** The one of a few variables that an identifier means. */
function findNamed(namesakes: readonly Variable[], node: TSESTree.Node): Variable | undefined {
  for (const variable of namesakes) {
    for (const { identifier } of variable.references) if (identifier === node) return variable;
  }
  // A class declares its name around itself and once more inside: the name means the outer one.
  return namesakes.find(({ identifiers }) => (identifiers as readonly TSESTree.Node[]).includes(node));
}

/** Which of the variables of one name each identifier means. */
function sortIdentifiers(namesakes: readonly Variable[]): ReadonlyMap<TSESTree.Node, Variable> {
  const byIdentifier = new Map<TSESTree.Node, Variable>();
  for (const variable of namesakes) {
    for (const identifier of variable.identifiers) if (!byIdentifier.has(identifier)) byIdentifier.set(identifier, variable);
  }
  for (const variable of namesakes) {
    for (const { identifier } of variable.references) byIdentifier.set(identifier, variable);
  }
  return byIdentifier;
}

/** Whether an expression is a parameter by its name: what it calls, or gives, is the caller's. */
export function isParameter(variables: Variables, node: TSESTree.Node): boolean {
  return variables.variableOf(node)?.defs[0]?.type === "Parameter";
}

// Asked once for each use of a variable, so that a search at each asking would cost the square of the uses.
const writes = new WeakMap<Variable, readonly TSESLint.Scope.Reference[]>();

/** Where a variable is written, its declarator included, in source order. */
export function writesOf(variable: Variable): readonly TSESLint.Scope.Reference[] {
  // Most variables have a few uses, where an entry costs more than the search.
  if (variable.references.length <= FEW_REFERENCES) return variable.references.filter((reference) => reference.isWrite());
  const known = writes.get(variable);
  if (known !== undefined) return known;
  const found = variable.references.filter((reference) => reference.isWrite());
  writes.set(variable, found);
  return found;
}

/** Whether a variable holds one value from its declaration on: `const`, or a `let` or parameter nobody writes again. */
export function isSingleAssignment(variable: Variable): boolean {
  const definition = variable.defs[0];
  if (definition === undefined || variable.defs.length !== 1) return false;
  const written = writesOf(variable);
  if (definition.type === "Parameter") return written.every((write) => write.init === true);
  if (definition.type !== "Variable") return written.length === 0;
  // A pattern's default is a write of its own, and belongs to the declaration too.
  const isDeclaredOnly = written.every((write) => write.init === true);
  return isDeclaredOnly && (definition.node.init !== null || written.length === 0 || isForBinding(definition.node));
}

function isForBinding(declarator: TSESTree.VariableDeclarator): boolean {
  const statement = declarator.parent.parent;
  return (statement.type === "ForOfStatement" || statement.type === "ForInStatement") && statement.left === declarator.parent;
}

/** The declarator of a variable declared by `const`, `let` or `var`. */
export function declaratorOf(variable: Variable): TSESTree.VariableDeclarator | undefined {
  const definition = variable.defs[0];
  return definition?.type === "Variable" ? definition.node : undefined;
}

/** The value of a single-assignment variable whose declarator binds it whole, not through a pattern. */
export function initializerOf(variable: Variable): TSESTree.Expression | undefined {
  const declarator = declaratorOf(variable);
  if (declarator === undefined || !isSingleAssignment(variable)) return undefined;
  return declarator.id.type === "Identifier" ? (declarator.init ?? undefined) : undefined;
}

/** The function whose call creates the variable; undefined for module variables. */
export function functionOf(variable: Variable): FunctionNode | undefined {
  for (let scope: TSESLint.Scope.Scope | null = variable.scope; scope !== null; scope = scope.upper) {
    if (isFunction(scope.block)) return scope.block;
    if (scope.type === "module" || scope.type === "global") return scriptAround(variable, scope.block);
  }
  return undefined;
}

/** The script of a component is a function that has no scope of its own. */
function scriptAround({ defs: [definition] }: Variable, program: TSESTree.Node): FunctionNode | undefined {
  const setup = openComponent(program)?.setup;
  if (setup === undefined) return undefined;
  for (let at: TSESTree.Node | undefined = definition?.node; at !== undefined; at = at.parent ?? undefined) if (at.parent === setup.body) return setup;
  return undefined;
}

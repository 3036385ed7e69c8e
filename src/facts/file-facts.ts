/** What is known of a file before any analysis: each fact is computed when it is first asked for, and once. */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { Catalogue } from "../catalogue/lookup.ts";
import { openComponent } from "../syntax/component.ts";
import { lazy } from "../syntax/lazy.ts";
import type { VisitorKeys } from "../syntax/tree.ts";
import type { TypeQuestions } from "../types/type-questions.ts";
import { buildCallIndex, type CallIndex } from "./call-index.ts";
import { fileKindOf, isCommandLine, isRootComponent, isTestRunnerAdapter, type FileKind } from "./file-kind.ts";
import { buildFunctions, type Functions } from "./functions.ts";
import { buildImports, type FileLocation, type Imports } from "./imports.ts";
import { buildMentions, type Mentions } from "./mentions.ts";
import { buildNodeIndex, type NodeIndex } from "./node-index.ts";
import { buildPlaces, type Places } from "./places.ts";
import { buildStores, type Stores } from "./stores.ts";
import { buildVariables, type Variables } from "./variables.ts";

/** A node, and the facts of its file. */
export interface Located<Node extends TSESTree.Node = TSESTree.Node> {
  readonly file: FileFacts;
  readonly node: Node;
}

/** Who uses what a file exports. */
export interface Uses {
  /** Each expression of another file that names it; not imports and exports. It can be gone through once, and reads file by file. */
  readonly at: Iterable<Located>;
  /** Whether those are all that the project has, asked when they were gone through: no file is out of sight, and nobody got it by another way. */
  isComplete(): boolean;
  /** Whether another file has its name, in whatever sense. */
  isMentioned(): boolean;
  /** Whether strangers can import it from a published package. */
  isPublished(): boolean;
  /** Whether what loads the file calls it, once in a run of the program: an editor its extension's `activate`, a command line the handler of a command. */
  isCalledByHost(): boolean;
}

/** What a file can ask about the project around it; each answer is undefined where nobody can tell. */
export interface ProjectQuestions {
  /** Whether there are other files to be asked about: the linter has a project, and this file is one of it. */
  isAtHand(): boolean;
  /** Who uses the function, class or variable of this file that is declared by this identifier, or is exported without a name. */
  usesOf(declaration: TSESTree.Node): Uses | undefined;
  /** Every expression of this and other files that names a member so, on whatever object. */
  membersNamed(name: string): readonly Located<TSESTree.MemberExpression>[] | undefined;
  /** Whether this or another file takes a member of that name out of an object by a pattern: `const { stop } = job`. */
  isDestructured(name: string): boolean | undefined;
  /** The function, class or value of another file that an imported expression stands for. */
  definitionOf(expression: TSESTree.Node): Located | undefined;
  /** Whether the file is run by scripts of its package that do a piece of work and end, `node tools/icons.js` under `build-icons`, and by nothing else. */
  isOneShot(): boolean;
  /** A place of a file for readers: `src/main.ts:12`. */
  placeOf(found: Located): string;
}

/** The project of whoever has no files at hand. */
export const noProject: ProjectQuestions = {
  isAtHand: () => false,
  usesOf: () => undefined,
  membersNamed: () => undefined,
  isDestructured: () => undefined,
  definitionOf: () => undefined,
  isOneShot: () => false,
  placeOf: () => "",
};

export interface FileFacts {
  /** Its path, as the linter says it. */
  readonly filename: string;
  /** What the file is for, by its path. */
  readonly kind: FileKind;
  /** It fits something into a test runner, whose process ends with the tests. */
  readonly isTestRunnerAdapter: boolean;
  /** It belongs to a command: what fails there ends the process. */
  readonly isCommandLine: boolean;
  /** It is the component that all others stand in. */
  readonly isRootComponent: boolean;
  /** What is known beyond the file: the shipped entries, and the user's own. */
  readonly catalogue: Catalogue;
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly program: TSESTree.Program;
  readonly visitorKeys: VisitorKeys;
  readonly types: TypeQuestions;
  readonly nodes: NodeIndex;
  readonly calls: CallIndex;
  readonly variables: Variables;
  readonly imports: Imports;
  readonly places: Places;
  readonly mentions: Mentions;
  readonly functions: Functions;
  readonly stores: Stores;
  /** The other files of the project. */
  readonly project: ProjectQuestions;
}

/** Builds the facts of a parsed file; nothing is computed yet. */
export function buildFileFacts(sourceCode: Readonly<TSESLint.SourceCode>, types: TypeQuestions, location: FileLocation, catalogue: Catalogue, project: ProjectQuestions = noProject): FileFacts {
  const program = openComponent(sourceCode.ast)?.program ?? (sourceCode.ast);
  const visitorKeys = sourceCode.visitorKeys as VisitorKeys;
  const nodes = lazy(() => buildNodeIndex(program, visitorKeys));
  const variables = lazy(() => buildVariables(sourceCode));
  const calls = lazy(() => buildCallIndex(nodes().calls));
  const imports = lazy(() => buildImports(program, [...calls().named("require"), ...nodes().importExpressions], variables(), location));
  const places = lazy(() => buildPlaces(variables()));
  const functions = lazy(() => buildFunctions(nodes(), variables(), catalogue.lifecycles));
  const scopes = (sourceCode.scopeManager?.scopes ?? []) as readonly TSESLint.Scope.Scope[];
  const stores = lazy(() => buildStores(nodes(), places()));
  const mentions = lazy(() => buildMentions(scopes, variables().declared, nodes(), places()));
  return {
    filename: location.filename,
    kind: fileKindOf(sourceCode.text, location),
    catalogue,
    sourceCode,
    program,
    visitorKeys,
    types,
    project,
    get isTestRunnerAdapter() {
      return isTestRunnerAdapter(location);
    },
    get isCommandLine() {
      return isCommandLine(location);
    },
    get isRootComponent() {
      return isRootComponent(location);
    },
    get nodes() {
      return nodes();
    },
    get calls() {
      return calls();
    },
    get variables() {
      return variables();
    },
    get imports() {
      return imports();
    },
    get places() {
      return places();
    },
    get mentions() {
      return mentions();
    },
    get functions() {
      return functions();
    },
    get stores() {
      return stores();
    },
  };
}

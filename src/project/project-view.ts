/** The project around a linted file, asked on demand: only files that name what is asked about are parsed, by the parser at hand. */
import type { Catalogue } from "../catalogue/lookup.ts";
import { noProject, type FileFacts, type ProjectQuestions } from "../facts/file-facts.ts";
import { lazy } from "../syntax/lazy.ts";
import { lineOf } from "../syntax/tree.ts";
import { Allowance } from "./allowance.ts";
import { findDefinition } from "./definitions.ts";
import { collectMembers, isDestructured } from "./members.ts";
import { findFileSystem } from "./node-files.ts";
import { buildSourceReader, rememberParser, type ProjectParser } from "./source-reader.ts";
import { buildSourceTree, type FileSystem, type TreeScope } from "./source-tree.ts";
import { isOneShot } from "./one-shot.ts";
import { filesUnder } from "./texts-ahead.ts";
import { findUses } from "./uses.ts";
import { TreeWorkspace, type Workspace } from "./workspace.ts";

/** The file that asks, and which project it belongs to. */
export interface AskingFile {
  readonly filename: string;
  readonly root: string;
  readonly scope: TreeScope;
  readonly parser: ProjectParser | undefined;
  readonly catalogue: Catalogue;
  /** All settings of the run, where the host may hand in texts. */
  readonly settings?: object | undefined;
}

/** How many roots are kept in memory: an editor has a few open, and a script may lint any number. */
const MOST_ROOTS = 3;

const workspaces = new WeakMap<FileSystem, WeakMap<Catalogue, Map<string, Workspace>>>();

let processFiles: { readonly found: FileSystem | undefined } | undefined;

/** The project of a file: silent where the host has no files, or where the file stands outside the root. `own` gives the facts of the file itself. */
export function buildProjectView(asking: AskingFile, own: () => FileFacts, disk: FileSystem | undefined = (processFiles ??= { found: findFileSystem() }).found): ProjectQuestions {
  const files = disk === undefined ? undefined : filesUnder(asking.settings ?? {}, disk);
  const root = withSlashes(asking.root).replace(/\/$/, "");
  const path = withSlashes(asking.filename);
  if (files === undefined || asking.parser === undefined || root === "" || !path.startsWith(`${root}/`)) return noProject;
  rememberParser(asking.parser);
  // Most files ask nothing: ESLint is looked for, and the folder read, with the first question.
  const allowance = new Allowance();
  const found = lazy(() => {
    const workspace = workspaceOf(files, root, asking);
    return { workspace, questions: workspace === undefined ? noProject : questionsOf(workspace, path, own) };
  });
  const questions = (): ProjectQuestions => {
    const { workspace, questions: ofFile } = found();
    // Whatever neighbours ask meanwhile is asked for this file.
    if (workspace !== undefined) workspace.allowance = allowance;
    return ofFile;
  };
  return { isAtHand: () => questions().isAtHand(), usesOf: (declaration) => questions().usesOf(declaration), membersNamed: (name) => questions().membersNamed(name), isDestructured: (name) => questions().isDestructured(name), definitionOf: (expression) => questions().definitionOf(expression), isOneShot: () => questions().isOneShot(), placeOf: (place) => questions().placeOf(place) };
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function workspaceOf(files: FileSystem, root: string, { scope, catalogue }: AskingFile): Workspace | undefined {
  const ofFiles = workspaces.get(files) ?? new WeakMap<Catalogue, Map<string, Workspace>>();
  workspaces.set(files, ofFiles);
  const ofCatalogue = ofFiles.get(catalogue) ?? new Map<string, Workspace>();
  ofFiles.set(catalogue, ofCatalogue);
  const known = ofCatalogue.get(root);
  if (known !== undefined) return known;
  const read = buildSourceReader(root);
  if (read === undefined) return undefined;
  const workspace: Workspace = new TreeWorkspace(buildSourceTree(root, files, scope), catalogue, read, (file) => questionsOf(workspace, file, () => workspace.factsOf(file)), new Allowance());
  ofCatalogue.set(root, workspace);
  const [oldest] = ofCatalogue.keys();
  if (ofCatalogue.size > MOST_ROOTS && oldest !== undefined) ofCatalogue.delete(oldest);
  return workspace;
}

/** What a file at `path` may ask; whatever is not a file of the tree, as a block in a document, is no part of the project. */
function questionsOf(workspace: Workspace, path: string, factsOfFile: () => FileFacts | undefined): ProjectQuestions {
  const own = (): FileFacts | undefined => (workspace.tree.textOf(path) === undefined ? undefined : factsOfFile());
  return {
    isAtHand: () => own() !== undefined,
    usesOf(declaration) {
      const file = own();
      return file === undefined ? undefined : findUses(workspace, path, file, declaration);
    },
    membersNamed: (name) => collectMembers(workspace, path, own, name),
    isDestructured: (name) => isDestructured(workspace, path, own, name),
    definitionOf(expression) {
      const file = own();
      return file === undefined ? undefined : findDefinition(workspace, path, file, expression);
    },
    isOneShot: () => own() !== undefined && isOneShot(workspace, path),
    placeOf: ({ file, node }) => `${withSlashes(file.filename).slice(workspace.tree.root.length + 1)}:${String(lineOf(node))}`,
  };
}

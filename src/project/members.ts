/** Who names a member so, on whatever object: what nothing but types can tell apart is taken together. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../facts/file-facts.ts";
import { memberName } from "../syntax/tree.ts";
import { takesByPattern, takesMember } from "./name-scan.ts";
import type { Workspace } from "./workspace.ts";

/** How many files a question about a member's name may read, and how many characters. */
const MOST_FILES = 12;
const MOST_TEXT = 300_000;

type OwnFacts = () => FileFacts | undefined;

/** Collects every expression of this and other files that names a member so, tests aside; undefined where those are too many. */
export function collectMembers(workspace: Workspace, path: string, own: OwnFacts, name: string): readonly Located<TSESTree.MemberExpression>[] | undefined {
  const files = readThose(workspace, path, own, name, takesMember);
  return files?.flatMap((file) => (file.kind === "test" ? [] : file.mentions.membersNamed(name).map((node) => ({ file, node }))));
}

/** Whether a file takes a member of that name out of an object by a pattern: `const { stop } = job`; undefined where too many may. */
export function isDestructured(workspace: Workspace, path: string, own: OwnFacts, name: string): boolean | undefined {
  return readThose(workspace, path, own, name, takesByPattern)?.some((file) => takesOut(file, name));
}

function readThose(workspace: Workspace, path: string, own: OwnFacts, name: string, takes: (text: string, name: string) => boolean): readonly FileFacts[] | undefined {
  const paths = workspace.tree.filesWith(name)?.filter((file) => file !== path && takes(workspace.tree.textOf(file) ?? "", name));
  if (paths === undefined || paths.length > MOST_FILES || paths.reduce((sum, file) => sum + (workspace.tree.textOf(file)?.length ?? 0), 0) > MOST_TEXT) return undefined;
  const files = [own(), ...paths.map((file) => workspace.factsOf(file))];
  return files.includes(undefined) ? undefined : (files as readonly FileFacts[]);
}

/** What is taken out of a module is an import of that. */
function takesOut(file: FileFacts, name: string): boolean {
  return file.variables.declared.some(({ identifiers }) => identifiers.some((identifier) => {
    const bare = identifier.parent.type === "AssignmentPattern" ? identifier.parent : identifier;
    const property = bare.parent;
    const isTaken = property?.type === "Property" && property.parent.type === "ObjectPattern" && property.value === bare && memberName(property) === name;
    return isTaken && file.imports.importedValueOf(identifier)?.path.length !== 1;
  }));
}

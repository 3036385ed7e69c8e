/** A release as code that can be written into the file, where all it names is there. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Release } from "../catalogue/entry.ts";
import { namesOf } from "../catalogue/origin.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { memberName, unwrap } from "../syntax/tree.ts";

/** Finds the release of a handle that goes by `handle`; undefined where the file does not have what it takes. */
export function findReleaseText(file: FileFacts, resource: Resource, handle: string): string | undefined {
  for (const release of resource.pair.releases) {
    const text = textOf(file, resource, release, handle);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf(file: FileFacts, { acquisition }: Resource, release: Release, handle: string): string | undefined {
  switch (release.by) {
    case "method":
      return release.name.startsWith("[") ? undefined : `${handle}.${release.name}()`;
    case "invoke":
      return `${handle}()`;
    case "callee": {
      const [name] = namesOf(release.callee);
      const callee = unwrap(acquisition.callee);
      if (name === undefined || release.argument !== 0) return undefined;
      // The neighbour of what acquires: `fs.closeSync` beside `fs.openSync`, `window.clearInterval` beside `window.setInterval`.
      if (callee.type === "MemberExpression") return callee.computed || memberName(callee) === undefined ? undefined : `${file.sourceCode.getText(callee.object)}.${name}(${handle})`;
      return callee.type === "Identifier" && file.variables.isGlobal(callee) && !isTaken(file, callee, name) ? `${name}(${handle})` : undefined;
    }
    case "receiver-method": {
      const callee = unwrap(acquisition.callee);
      if (!("argument" in release) || release.argument !== 0 || callee.type !== "MemberExpression") return undefined;
      return `${file.sourceCode.getText(callee.object)}.${release.name}(${handle})`;
    }
    case "iteration":
      return undefined;
  }
}

/** The call that takes a listener off, from the text of the one that added it; undefined where another text would be needed. */
export function findRemovalText(file: FileFacts, resource: Resource): string | undefined {
  const { acquisition, pair } = resource;
  const callee = unwrap(acquisition.callee);
  const release = pair.releases.find((one) => one.by === "receiver-method" && "same" in one);
  if (release?.by !== "receiver-method" || !("same" in release)) return undefined;
  const repeated = release.same.map((index) => acquisition.arguments[index]);
  if (repeated.some((argument) => argument === undefined || argument.type === "SpreadElement")) return undefined;
  const texts = repeated.map((argument) => file.sourceCode.getText(argument as TSESTree.Node));
  if (release.agreeing !== undefined) {
    const agreement = agreementOf(file, acquisition.arguments[release.agreeing.argument], release.agreeing.option);
    if (agreement === undefined) return undefined;
    texts.push(...agreement);
  }
  if (callee.type === "Identifier") return file.variables.isGlobal(callee) ? `${release.name}(${texts.join(", ")})` : undefined;
  if (callee.type !== "MemberExpression") return undefined;
  return `${file.sourceCode.getText(callee.object)}${callee.optional ? "?." : "."}${release.name}(${texts.join(", ")})`;
}

/** The option that both calls have to agree on, as an argument: none, a flag, or an object with that option alone. */
function agreementOf(file: FileFacts, argument: TSESTree.Node | undefined, option: string): readonly string[] | undefined {
  const node = argument === undefined ? undefined : unwrap(argument);
  if (node === undefined) return [];
  if (node.type === "Literal") return [file.sourceCode.getText(node)];
  if (node.type !== "ObjectExpression" || node.properties.some((property) => property.type !== "Property")) return undefined;
  const property = node.properties.find((entry) => entry.type === "Property" && memberName(entry) === option);
  return property === undefined ? [] : [`{ ${file.sourceCode.getText(property)} }`];
}

/** Whether a name means something else at the node than the global. */
function isTaken(file: FileFacts, site: TSESTree.Node, name: string): boolean {
  for (let scope: ReturnType<typeof file.sourceCode.getScope> | null = file.sourceCode.getScope(site); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable.defs.length > 0;
  }
  return false;
}

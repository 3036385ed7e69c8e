/** Which packages the source may load: the plugin has no dependency of its own at run time. */
import { isBuiltin } from "node:module";

import { collectImports, findTarget, type Import } from "./imports.ts";
import type { SourceFile } from "./source-files.ts";

/** Collects the imports of packages that their folder has no right to. */
export function collectPackageFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(collectImports).flatMap((entry) => {
    const fault = findTarget(entry) === undefined ? findPackageFault(entry) : undefined;
    return fault === undefined ? [] : [`${entry.file} imports ${entry.specifier}: ${fault}`];
  });
}

function findPackageFault({ file, specifier, kind }: Import): string | undefined {
  const isCommand = file.startsWith("src/cli/");
  if (isBuiltin(specifier)) return isCommand ? undefined : "only `cli` needs Node; the rest also runs in a browser";
  if (isTypeScript(specifier)) {
    if (kind === "type") return isBareTypeScript(specifier) && !/^src\/(?:types|cli)\//.test(file) ? "only `types` asks the TypeScript checker" : undefined;
    return isCommand && kind === "dynamic" ? undefined : "it may be missing at run time";
  }
  return kind === "type" || isCommand ? undefined : "the plugin has no dependency at run time";
}

function isTypeScript(specifier: string): boolean {
  return isBareTypeScript(specifier) || specifier.startsWith("@typescript-eslint/") || specifier === "typescript-eslint";
}

function isBareTypeScript(specifier: string): boolean {
  return specifier === "typescript" || specifier.startsWith("typescript/");
}

/** Which files can have type information: those near a `tsconfig.json` or `jsconfig.json` that can be read. */
import { basename, dirname, extname, join, relative } from "node:path";

import type { Diagnostic } from "typescript";

type TypeScript = typeof import("typescript");

export interface TypeScriptProjects {
  /** Whether it is worth while to ask TypeScript for the types of this file. */
  mayCover(file: string): boolean;
}

interface Project {
  readonly readable: boolean;
  readonly hasJavaScript: boolean;
}

/** What the file of a project is called. */
export const CONFIG_NAMES = ["tsconfig.json", "jsconfig.json"];
const JAVASCRIPT = new Set([".js", ".mjs", ".cjs", ".jsx"]);

/** Answers about the projects around each file; `onUnreadable` is told once of each one that is broken. */
export function buildTypeScriptProjects(typescript: TypeScript, cwd: string, onUnreadable: (line: string) => void): TypeScriptProjects {
  const byDirectory = new Map<string, Project | undefined>();

  const read = (config: string): Project => {
    const { project, problem } = readProject(typescript, config);
    if (problem !== undefined) onUnreadable(`${relative(cwd, config) || config} cannot be read: ${problem} Its files are checked without type information.`);
    return project;
  };
  const projectOf = (directory: string): Project | undefined => {
    if (byDirectory.has(directory)) return byDirectory.get(directory);
    const config = CONFIG_NAMES.map((name) => join(directory, name)).find((path) => typescript.sys.fileExists(path));
    const parent = dirname(directory);
    const above = (): Project | undefined => (parent === directory ? undefined : projectOf(parent));
    const project = config === undefined ? above() : read(config);
    byDirectory.set(directory, project);
    return project;
  };
  return {
    mayCover(file) {
      const project = projectOf(dirname(file));
      if (project?.readable !== true) return false;
      return project.hasJavaScript || !JAVASCRIPT.has(extname(file));
    },
  };
}

function readProject(typescript: TypeScript, config: string): { readonly project: Project; readonly problem: string | undefined } {
  // Only the configuration itself is of interest, so the disk is not searched for the files it covers.
  const host = { ...typescript.sys, readDirectory: () => [], onUnRecoverableConfigFileDiagnostic: () => {} };
  const parsed = typescript.getParsedCommandLineOfConfigFile(config, undefined, host);
  const broken = parsed && typescript.getConfigFileParsingDiagnostics(parsed).find(isBroken);
  const problem = parsed === undefined ? "TypeScript cannot open it." : broken && describeDiagnostic(typescript, broken);
  // A solution's own options say nothing about the projects it refers to.
  const mayHaveJavaScript = parsed?.options.allowJs ?? parsed?.options.checkJs ?? (parsed?.projectReferences?.length ?? 0) > 0;
  return {
    project: { readable: problem === undefined, hasJavaScript: basename(config) === "jsconfig.json" || mayHaveJavaScript },
    problem,
  };
}

/**
 * Syntax errors, unreadable files, missing and circular `extends`. TypeScript goes on with default options then,
 * which gives other types than the author's. An option it does not know changes little and is left alone.
 */
function isBroken({ code }: Diagnostic): boolean {
  return (code >= 1000 && code < 2000) || [5012, 5083, 6053, 18000].includes(code);
}

function describeDiagnostic(typescript: TypeScript, diagnostic: Diagnostic): string {
  const text = typescript.flattenDiagnosticMessageText(diagnostic.messageText, " ");
  const sentence = text.endsWith(".") ? text : `${text}.`;
  if (diagnostic.file === undefined || diagnostic.start === undefined) return sentence;
  const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return `${sentence.slice(0, -1)} (line ${line + 1}).`;
}

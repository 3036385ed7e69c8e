/** Makes the files of an application runnable: imports and exports become what a function is given and gives back. */
import { withCounting } from "./marks.ts";

export interface SourceText {
  /** `src/pool.js`; imports name it as `./pool.js`. */
  readonly path: string;
  /** With marks. */
  readonly text: string;
}

type Exports = Record<string, unknown>;

/** Runs a file for the first time, and every file that it imports; `world` answers for what is no file of the application. */
export function link(files: readonly SourceText[], globals: Readonly<Record<string, unknown>>, world: (path: string) => object | undefined): (path: string) => Exports {
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) throw new Error(`no file ${path}`);
    const exported: Exports = {};
    loaded.set(path, exported);
    const require = (imported: string): object => world(imported) ?? load(imported.replace(/^\.\//, "src/"));
    const body = commonBody(withCounting(file.text));
    // The application is our own text, made to be run here.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function("require", "exports", ...Object.keys(globals), body)(require, exported, ...Object.values(globals));
    return exported;
  };
  return load;
}

/** The text of a module as the body of a function that is given `require` and `exports`. */
function commonBody(text: string): string {
  const names: string[] = [];
  const body = text
    .replace(/^import \{ (.*) \} from (".*");$/gm, "const { $1 } = require($2);")
    .replace(/^export ((?:async )?(?:function|class|const|let) (\w+))/gm, (_, declaration: string, name: string) => {
      names.push(name);
      return declaration;
    });
  const getters = names.map((name) => `Object.defineProperty(exports, "${name}", { get: () => ${name}, enumerable: true });`);
  return `"use strict";\n${getters.join("\n")}\n${body}`;
}

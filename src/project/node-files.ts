/** The file system of the process, where it has one: browsers have none, and get no project. */
import type { FileSystem } from "./source-tree.ts";

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** What is used of `node:fs`. */
interface NodeFiles {
  readdirSync(folder: string, options: { readonly withFileTypes: true }): readonly Entry[];
  readFileSync(file: string, encoding: "utf8"): string;
  lstatSync(file: string): { readonly mtimeMs: number; readonly size: number; isFile(): boolean };
}

interface HostProcess {
  getBuiltinModule?(name: string): unknown;
}

interface Host {
  readonly process?: HostProcess;
}

/** The files of this process, to be read only; undefined in hosts that have none. */
export function findFileSystem(host: object = globalThis): FileSystem | undefined {
  const files = (host as Host).process?.getBuiltinModule?.("node:fs") as NodeFiles | undefined;
  if (files === undefined) return undefined;
  return {
    // A link is neither a file nor a folder here, so nothing leads out of the root.
    namesIn: (folder) => files.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.isFile() ? entry.name : [])),
    read: (file) => files.readFileSync(file, "utf8"),
    statOf(file) {
      const stat = files.lstatSync(file);
      if (!stat.isFile()) throw new Error(`${file} is no plain file.`);
      const { mtimeMs, size } = stat;
      return { size, stamp: `${String(mtimeMs)} ${String(size)}` };
    },
  };
}

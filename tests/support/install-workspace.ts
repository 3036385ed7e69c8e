/** A folder of packages that tests drive, with a lock of its own: installed when one of them is absent or not of the version that the lock names. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

// As in ../catalogue/install-packages.ts, but with optional packages: the binaries of oxlint and lefthook are such.
const FLAGS = ["install", "--no-save", "--ignore-scripts", "--omit=peer", "--legacy-peer-deps", "--no-audit", "--no-fund"];

const STALE_AFTER_MS = 300_000;

/** Installs what the lock of a folder pins; does nothing where it is there. Test files run side by side, so the first one works and the others wait. Throws where npm fails. */
export function installWorkspace(folder: string): void {
  const mark = path.join(folder, ".installing");
  while (!isInstalled(folder)) {
    if (!takeLock(mark)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    try {
      execFileSync("npm", FLAGS, { cwd: folder, stdio: "pipe" });
      if (!isInstalled(folder)) throw new Error(`npm has installed other packages than ${folder}/package-lock.json names.`);
    } finally {
      rmSync(mark, { force: true });
    }
  }
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly devDependencies?: Readonly<Record<string, string>> }>>;
}

function isInstalled(folder: string): boolean {
  const record = path.join(folder, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const [wanted, installed] = [readJson(path.join(folder, "package-lock.json")) as Lock, readJson(record) as Lock];
  const named = Object.keys(wanted.packages[""]?.devDependencies ?? {});
  const isCurrent = Object.entries(installed.packages).every(([name, { version }]) => wanted.packages[name]?.version === version);
  return isCurrent && named.every((name) => installed.packages[`node_modules/${name}`] !== undefined);
}

/** A lock that its owner did not live to remove counts for nothing. */
function takeLock(mark: string): boolean {
  try {
    writeFileSync(mark, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const age = Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_AFTER_MS) rmSync(mark, { force: true });
    return false;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

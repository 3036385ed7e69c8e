/** The programs that the tests of this folder drive: installed when one of them is absent or not of the version that the lock names. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The folder of the clients' workspace. */
export const clientsFolder = path.join(import.meta.dirname, "packages");

// As in ../catalogue/install-packages.ts, but with optional packages: the binaries of oxlint and lefthook are such.
const FLAGS = ["install", "--no-save", "--ignore-scripts", "--omit=peer", "--legacy-peer-deps", "--no-audit", "--no-fund"];

const LOCK = path.join(clientsFolder, ".installing");
const STALE_AFTER_MS = 300_000;

/** Installs the pinned clients; does nothing where they are there. Test files run side by side, so the first one works and the others wait. */
export function installClients(): void {
  while (!isInstalled()) {
    if (!takeLock()) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    try {
      execFileSync("npm", FLAGS, { cwd: clientsFolder, stdio: "pipe" });
      if (!isInstalled()) throw new Error(`npm has installed other clients than ${clientsFolder}/package-lock.json names.`);
    } finally {
      rmSync(LOCK, { force: true });
    }
  }
}

/** The version of an installed client, as its own package says it. */
export function versionOfClient(name: string): string {
  return (readJson(path.join(clientsFolder, "node_modules", name, "package.json")) as { readonly version: string }).version;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly devDependencies?: Readonly<Record<string, string>> }>>;
}

function isInstalled(): boolean {
  const record = path.join(clientsFolder, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const [wanted, installed] = [readJson(path.join(clientsFolder, "package-lock.json")) as Lock, readJson(record) as Lock];
  const clients = Object.keys(wanted.packages[""]?.devDependencies ?? {});
  const isCurrent = Object.entries(installed.packages).every(([name, { version }]) => wanted.packages[name]?.version === version);
  return isCurrent && clients.every((name) => installed.packages[`node_modules/${name}`] !== undefined);
}

/** A lock that its owner did not live to remove counts for nothing. */
function takeLock(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_AFTER_MS) rmSync(LOCK, { force: true });
    return false;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

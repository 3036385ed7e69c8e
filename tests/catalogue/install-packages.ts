/** The fixture workspace whose type declarations prove the catalogue: installed when it is absent or its lock has changed. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The folder of the fixture workspace. */
export const packagesFolder = path.join(import.meta.dirname, "packages");

// `npm ci` refuses a lock that lacks a platform's optional binaries, which some registries do not carry; nothing here runs them.
const FLAGS = ["install", "--no-save", "--ignore-scripts", "--omit=optional", "--omit=peer", "--legacy-peer-deps", "--no-audit", "--no-fund"];

/** Installs the pinned packages; does nothing where they are there. */
export function installPackages(): void {
  const lock = readFileSync(path.join(packagesFolder, "package-lock.json"), "utf8");
  const mark = path.join(packagesFolder, "node_modules/.installed-lock.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  execFileSync("npm", FLAGS, { cwd: packagesFolder, stdio: "pipe" });
  // A folder that was copied by hard links shares the old mark with its copies, whose packages are still the old ones.
  rmSync(mark, { force: true });
  writeFileSync(mark, lock);
}

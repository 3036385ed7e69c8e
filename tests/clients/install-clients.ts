/** The programs that the tests of this folder drive. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { installWorkspace } from "../support/install-workspace.ts";

/** The folder of the clients' workspace. */
export const clientsFolder = path.join(import.meta.dirname, "packages");

/** Installs the pinned clients; does nothing where they are there. */
export function installClients(): void {
  installWorkspace(clientsFolder);
}

/** The version of an installed client, as its own package says it. */
export function versionOfClient(name: string): string {
  return (JSON.parse(readFileSync(path.join(clientsFolder, "node_modules", name, "package.json"), "utf8")) as { readonly version: string }).version;
}

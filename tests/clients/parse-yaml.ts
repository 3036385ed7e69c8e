import { createRequire } from "node:module";
import path from "node:path";

import { clientsFolder, installClients } from "./install-clients.ts";

/** Reads YAML with the parser of the clients' workspace; throws where the text is not YAML. */
export function parseYaml(text: string): unknown {
  installClients();
  const load = createRequire(path.join(clientsFolder, "package.json"));
  return (load("yaml") as { parse(text: string): unknown }).parse(text);
}

// Writes schemas/settings.schema.json from the schema that the settings are checked by; with --check, fails where they differ.
// The schema is TypeScript: it is taken from dist, so build first.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../dist/catalogue/settings-schema.js", import.meta.url);
const file = fileURLToPath(new URL("../schemas/settings.schema.json", import.meta.url));

const { settingsSchema } = await import(built.href);
const head = { $schema: "http://json-schema.org/draft-07/schema#", title: "settings.leakproof of eslint-plugin-leakproof" };
const text = `${JSON.stringify({ ...head, ...settingsSchema }, undefined, 2)}\n`;
if (!process.argv.includes("--check")) {
  mkdirSync(fileURLToPath(new URL("../schemas", import.meta.url)), { recursive: true });
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("schemas/settings.schema.json is not up to date: run `npm run generate`.");
  process.exitCode = 1;
}

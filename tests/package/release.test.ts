/** What a release says of itself is the same wherever it says it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, it } from "vitest";

import { PROJECT_PAGE } from "../../src/report/project-page.ts";
import { rules } from "../../src/rules/index.ts";
import { root } from "../support/typed-program.ts";

const { version, homepage, bugs, repository, files } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly version: string;
  readonly homepage: string;
  readonly bugs: string;
  readonly repository: { readonly url: string };
  readonly files: readonly string[];
};

it("has one address", () => {
  expect({ homepage, bugs, url: repository.url }).toEqual({ homepage: `${PROJECT_PAGE}#readme`, bugs: `${PROJECT_PAGE}/issues`, url: `git+${PROJECT_PAGE}.git` });
  expect(Object.values(rules).filter(({ meta }) => meta.docs?.url?.startsWith(`${PROJECT_PAGE}/`) !== true)).toEqual([]);
});

it("has its version as the first of the changelog, which is published", () => {
  const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");
  expect(/^## (?<newest>\S+)/mu.exec(changelog)?.groups?.newest).toBe(version);
  expect(files).toContain("CHANGELOG.md");
});

/** These import nothing by a path; their data has words that look like it. */
const BUNDLES = new Set(["dist/engine.cjs", "dist/cli/heap/expect-no-growth.cjs"]);

it("ships what its files import, and little more", () => {
  const run = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  const [packed] = JSON.parse(run.stdout) as { readonly files: readonly { readonly path: string }[] }[];
  const shipped = (packed?.files ?? []).map(({ path: file }) => file);
  const lacking = shipped.filter((file) => /^dist\/.*\.[cm]?[jt]s$/u.test(file) && !BUNDLES.has(file)).flatMap((file) => collectTargets(file).filter((target) => !shipped.includes(target)).map((target) => `${file} -> ${target}`));
  expect(lacking).toEqual([]);
  expect(shipped.filter((file) => !/^(?:dist|docs\/rules|schemas)\/|^(?:CHANGELOG\.md|LICENSE|README\.md|package\.json)$/u.test(file))).toEqual([]);
  expect(shipped.length).toBeLessThan(200);
});

/** The files that a built one imports by a path; types are in the file beside the code. */
function collectTargets(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["'](?<to>\.[^"']+)["']/gu)].map(({ groups }) => groups?.to ?? "");
  const ending = /\.d\.([cm]?)ts$/u.exec(file);
  return specifiers.map((to) => path.posix.join(path.posix.dirname(file), ending === null ? to : to.replace(/\.[cm]?[jt]s$/u, `.d.${ending[1] ?? ""}ts`)));
}

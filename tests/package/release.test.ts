/** What a release says of itself is the same wherever it says it. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, it } from "vitest";

import { PROJECT_PAGE } from "../../src/cli/project-page.ts";
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

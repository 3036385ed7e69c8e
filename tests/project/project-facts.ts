/** The facts of one file of a project that is written as data, and what the bench says of it. */
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";

import { judgeCollections } from "../../src/bench/judge-collections.ts";
import { judgeFields } from "../../src/bench/judge-fields.ts";
import { judgeResources } from "../../src/bench/judge-resources.ts";
import type { HeardCandidate } from "../../src/bench/reason.ts";
import { catalogue } from "../../src/catalogue/catalogue.ts";
import { buildFileFacts, type FileFacts } from "../../src/facts/file-facts.ts";
import { buildProjectView } from "../../src/project/project-view.ts";
import { buildGraphs } from "../../src/subjects/way/graphs.ts";
import { silentTypes } from "../../src/types/silent.ts";
import { EVERYTHING, MemoryFiles, ROOT, type Files } from "./memory-files.ts";

/** The facts of the first file that has the text. */
export function factsIn(files: Files, text: string, disk = new MemoryFiles(files)): FileFacts {
  const path = Object.keys(files).find((each) => files[each]?.includes(text)) ?? "";
  const filename = `${ROOT}/${path}`;
  const linter = new Linter({ cwd: ROOT });
  linter.verify(files[path] ?? "", [{ files: ["**/*.*"], languageOptions: { parser, sourceType: path.endsWith(".cjs") ? "commonjs" : "module", parserOptions: { ecmaFeatures: { jsx: true } } } }], { filename });
  const project = buildProjectView({ filename, root: ROOT, scope: EVERYTHING, parser, catalogue }, () => facts, disk);
  const facts: FileFacts = buildFileFacts(linter.getSourceCode() as never, silentTypes, { filename, directory: ROOT }, catalogue, project);
  return facts;
}

const HERE = "// here";

/** What is said of the line that ends with `// here`: `likely field-forgotten`, or `silent by owned/base-class in base.ts:3`. */
export function verdictIn(files: Files): string {
  const facts = factsIn(files, HERE);
  const graphs = buildGraphs(facts);
  const heard: readonly HeardCandidate[] = [...judgeFields(facts).heard, ...judgeResources(facts, graphs).heard, ...judgeCollections(facts, (owner) => graphs.graphOf(owner)).heard];
  const line = facts.sourceCode.lines.findIndex((each) => each.endsWith(HERE)) + 1;
  const found = heard.filter(({ hearing }) => hearing.candidate.node.loc.start.line === line);
  const reported = found.find(({ confidence }) => confidence !== undefined);
  if (reported !== undefined) return `${String(reported.confidence)} ${reported.reason.id}`;
  const decided = found.flatMap(({ decidedBy, hearing }) => decidedBy.flatMap((asked) => ("find" in asked || hearing.answer(asked).basis !== "project" ? [] : [`${asked.id} in ${hearing.answer(asked).where ?? "this file"}`])));
  return decided.length === 0 ? "silent" : `silent by ${decided.join(", ")}`;
}

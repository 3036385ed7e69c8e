/** A process that lints the drawn files again and again, and tells its parent what each took in each pass. */
import { rmSync } from "node:fs";
import path from "node:path";

import { readTexts } from "../ecosystem/git.mjs";
import { groupBy } from "../ecosystem/stored.mjs";
import { loadConfigs } from "./engines.mjs";
import { createTurns } from "./lint-in-turn.mjs";
import { buildCheckedProgram } from "./typed-program.mjs";
import { writeTree } from "./tree.mjs";

/** No folder of this name is there: nothing beside the file can be read. */
const NOWHERE = "/bench";

process.on("message", async ({ files, passes, isTyped, hasProject, withPeers }) => {
  const configs = await loadConfigs({ withPeers });
  const repositories = [...groupBy(files, ({ repository }) => repository).values()].map((own) => prepare(configs, own, { isTyped, hasProject }));
  const works = new Map(repositories.flatMap(({ works: own }) => own));
  const runs = Array.from({ length: passes }, () => files.map((file, index) => works.get(file)(index)));
  for (const { folder } of repositories) if (folder !== NOWHERE) rmSync(folder, { recursive: true, force: true });
  process.send(runs, () => process.disconnect());
});

/** The files of one repository, each with the work that lints it and answers the times. */
function prepare(configs, files, { isTyped, hasProject }) {
  const [{ gitDirectory, commit }] = files;
  const folder = isTyped || hasProject ? writeTree(files[0]) : NOWHERE;
  const texts = readTexts(gitDirectory, commit, files.map(({ file }) => file));
  const parserOptions = isTyped ? { programs: [buildCheckedProgram(files.map(({ file }) => path.join(folder, file)))] } : {};
  const lintInTurn = createTurns(configs, { folder, settings: hasProject ? {} : { leakproof: { project: false } }, parserOptions });
  const works = files.map((entry, index) => [entry, (turn) => lintInTurn({ file: entry.file, text: texts[index], sourceType: entry.sourceType }, turn)]);
  return { folder, works };
}

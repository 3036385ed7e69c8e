/** Blind readings: what is drawn, what comes back, and what is told of it. */
import { describe, expect, it } from "vitest";

import { loadScript } from "../support/load-script.ts";

const { chooseForReading, chooseTwice, countByEngine, cutSheets } = await loadScript("readings/draw.mjs");
const { freshProjects } = await loadScript("readings/collect.mjs");
const { joinAnswers, countReading } = await loadScript("readings/take.mjs");

interface Finding {
  readonly repository: string;
  readonly engine: string;
  readonly id: string;
}

const findings = (engine: string, count: number, repository = "a/b"): Finding[] => Array.from({ length: count }, (_, index) => ({ repository, engine, id: `${engine}${String(index)}`, rule: "r", file: "f.ts", line: 1, messageId: "m" }));
const answer = (id: string, verdict: string, more: object = {}) => ({ repo: "a/b", id, verdict, harm: "real", needs: "file", message_ok: true, why: "grows", ...more });

describe("drawing", () => {
  const all = [...findings("recommended", 30), ...findings("strict", 300)];

  it("takes all of recommended and some of the others, the same for the same name", () => {
    const drawn = chooseForReading(all, { count: 100, salt: "one" }) as Finding[];
    expect(drawn.filter(({ engine }) => engine === "recommended")).toHaveLength(30);
    expect(drawn.filter(({ engine }) => engine === "strict")).toHaveLength(100);
    expect(chooseForReading([...all].reverse(), { count: 100, salt: "one" }).map(({ id }: Finding) => id).sort()).toEqual(drawn.map(({ id }) => id).sort());
    expect(chooseForReading(all, { count: 100, salt: "two" })).not.toEqual(drawn);
  });
  it("takes no more of recommended than are needed", () => {
    expect(chooseForReading(findings("recommended", 400), { count: 100, salt: "one" })).toHaveLength(150);
  });
  it("knows out of how many it draws, strict with what recommended says", () => {
    expect(countByEngine([...all, ...findings("other", 7)])).toEqual({ recommended: 30, strict: 330, other: 7 });
  });
  it("takes repositories that no earlier reading was drawn from", () => {
    const [one, two, old] = [{ repository: "isaacs/chokidar", since: "2026-11-29" }, { repository: "expressjs/express", since: "2026-11-29" }, { repository: "remy/nodemon" }];
    expect(freshProjects([one, two, old], [{ found: { repositories: ["isaacs/chokidar"] } }])).toEqual([two]);
    expect(freshProjects([one, two, old], [])).toEqual([one, two]);
  });
  it("has a tenth read twice", () => {
    expect(chooseTwice(all, "one")).toHaveLength(33);
  });
  it("keeps a repository on one sheet where it fits", () => {
    const sheets = cutSheets([...findings("strict", 3, "b/b"), ...findings("strict", 3, "a/a"), ...findings("strict", 9, "c/c")], 4) as Finding[][];
    expect(sheets.map((sheet) => sheet.map(({ repository }) => repository[0]).join(""))).toEqual(["aaa", "bbb", "cccc", "cccc", "c"]);
  });
});

describe("taking answers", () => {
  const drawn = findings("recommended", 3);

  it("joins them with what was drawn, the second reading beside the first", () => {
    const { rows, problems } = joinAnswers(drawn, [answer("recommended0", "true"), answer("recommended1", "false", { same_as: "recommended0" }), answer("recommended0", "false")]);
    expect(rows.map(({ id, reading, verdict }: { id: string; reading: number; verdict: string }) => [id, reading, verdict])).toEqual([["recommended0", 1, "true"], ["recommended0", 2, "false"], ["recommended1", 1, "false"]]);
    expect(problems).toEqual(["a/b recommended2: not read"]);
    expect(countReading(rows)).toMatchObject({
      ...{ findings: 2, repositories: 1, readTwice: 1, agreed: 0 },
      engines: [{ engine: "recommended", right: 1, wrong: 1, unclear: 0, causes: { right: 1, wrong: 0, unclear: 0 }, realHarm: 1, messagesInOrder: 2, seenIn: { file: 2, types: 0, project: 0 } }],
    });
  });
  it("counts one cause once for each engine, also where another engine named it first", () => {
    const both = [...findings("recommended", 2), ...findings("other", 2)];
    const answers = [answer("other0", "true"), answer("recommended0", "true", { same_as: "other0" }), answer("recommended1", "true", { same_as: "recommended0" }), answer("other1", "false")];
    const { engines } = countReading(joinAnswers(both, answers).rows) as { engines: { engine: string; right: number; causes: object }[] };
    expect(engines.map(({ engine, right, causes }) => [engine, right, causes])).toEqual([["other", 1, { right: 1, wrong: 1, unclear: 0 }], ["recommended", 2, { right: 1, wrong: 0, unclear: 0 }]]);
  });
  it("refuses what is not whole, or was not asked", () => {
    const { rows, problems } = joinAnswers(drawn.slice(0, 1), [answer("recommended0", "maybe"), answer("recommended0", "true", { why: " " }), answer("other", "true")]);
    expect(rows).toEqual([]);
    expect(problems).toHaveLength(4);
  });
  it("tells counts alone: no file, line or reason", () => {
    const { rows } = joinAnswers(drawn, [answer("recommended0", "true", { why: "hidden" })]);
    expect(JSON.stringify(countReading(rows))).not.toMatch(/hidden|f\.ts|a\/b/);
  });
});

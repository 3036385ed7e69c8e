/** The text of applications: marks, names, links between files, and removals that are handed over. */
import { describe, expect, it } from "vitest";

import { handedTo } from "./hand-over.ts";
import { link } from "./link.ts";
import { thingsByLine, withCounting, withoutMarks } from "./marks.ts";
import { drawNames, NAMINGS, withNames } from "./naming.ts";
import { NAMES } from "./name-lists.ts";

const MARKED = "const all = ⟦2:new Map()⟧;\n«1»‹1›bus.on(one);\n‹1›‹2›all.clear();";

describe("marks", () => {
  it("are not read by the engine, and keep the lines", () => {
    expect(withoutMarks(MARKED)).toBe("const all = new Map();\nbus.on(one);\nall.clear();");
  });
  it("count in the text that is run", () => {
    expect(withCounting(MARKED)).toBe("const all = tracked(2, new Map());\nat(1); bus.on(one);\nall.clear();");
  });
  it("say which lines are about which things, a counted collection alone does not", () => {
    expect([...thingsByLine(MARKED)]).toEqual([[2, [1, 1]], [3, [1, 2]]]);
  });
});

describe("names", () => {
  const files = [{ path: "src/$ownerFile.js", text: "class $Owner { $end() { $timer; $timer2; } }" }];
  const ALL = [...Object.keys(NAMES).map((role) => `$${role}`), "$timer2", "$timer3"];

  it("are the same for the same seed, and others for another", () => {
    const texts = [1, 1, 2].map((seed) => withNames(files[0]?.text ?? "", drawNames(files, "meaningless", seed)));
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });
  it.each(NAMINGS)("%s: two roles never share one", (naming) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const name = drawNames(files, naming, seed);
      expect(new Set(ALL.map(name)).size).toBe(ALL.length);
    }
  });
  it("refuse a role that nobody has named", () => {
    expect(() => drawNames([{ path: "src/a.js", text: "$unheardOf" }], "fitting", 1)).toThrow("no names for $unheardOf");
  });
  it("are other words in each list", () => {
    for (const [role, { fitting, misleading }] of Object.entries(NAMES)) expect(fitting.filter((name) => misleading.includes(name)), role).toEqual([]);
  });
});

describe("files", () => {
  const files = [
    { path: "src/a.js", text: 'import { one } from "./b.js";\nimport { two } from "./c.js";\nexport const three = one() + two;\n' },
    { path: "src/b.js", text: "export function one() {\nreturn 1;\n}\nfunction hidden() {}\n" },
  ];

  it("are linked with each other and with the world", () => {
    const load = link(files, {}, (path) => (path === "./c.js" ? { two: 2 } : undefined));
    expect(load("src/a.js").three).toBe(3);
    expect(Object.keys(load("src/b.js"))).toEqual(["one"]);
  });
  it("that are missing are missed", () => {
    expect(() => link(files, {}, () => undefined)("src/a.js")).toThrow("no file src/c.js");
  });
});

describe("a removal that is handed over", () => {
  it.each([
    ['‹1›@$source.off("$event", @$listener);', "‹1›$release(@$source, @$listener);", '$target.off("$event", $listener);'],
    ["‹1›clearInterval(@$timer);", "‹1›$release(@$timer);", "clearInterval($timer);"],
    ["‹1›delete $entries[$request.$id];", "‹1›$release($entries, $request.$id);", "delete $collection[$key];"],
    ["‹1›@$entries.delete($key);", "‹1›$release(@$entries, $key);", "$collection.delete($key);"],
    ["‹1›@$subscription();", "‹1›$release(@$subscription);", "$stop();"],
  ])("%s", (statement, call, body) => {
    const handed = handedTo("$release", statement);
    expect(handed?.call).toBe(call);
    expect(handed?.unit.text).toContain(body);
  });
  it("has to be one of those", () => {
    expect(handedTo("$release", "‹1›$entries.length = 0;")).toBeUndefined();
  });
});

/** Findings of a file that have one cause are one, with the others beside it. */
import { describe, expect, it } from "vitest";

import { runLeakproof, writeProject } from "./run-leakproof.ts";

const twice = (second: string): string => `
export class Panel {
  open() {
    window.addEventListener("resize", () => this.draw());
    ${second}
  }
  destroy() {
    this.element.remove();
  }
}
`;
const SAME = twice('window.addEventListener("scroll", () => this.draw());');
const OTHER = twice('document.addEventListener("scroll", () => this.draw());');

const run = (text: string, ...words: string[]) => runLeakproof(writeProject({ "a.js": text }), ...words);

describe("findings of one cause", () => {
  it("are told at the first of them, which names the lines of the others", () => {
    const { stdout } = run(SAME, "--format", "agent");
    expect(stdout.match(/^a\.js/gmu)).toHaveLength(1);
    expect(stdout).toMatch(/^a\.js:4:5: .* The same holds for line 5\./u);
  });

  it("are counted once", () => {
    const [result] = JSON.parse(run(SAME, "--format", "json").stdout) as [{ readonly errorCount: number; readonly messages: readonly { readonly siblings?: unknown }[] }];
    expect(result.errorCount).toBe(1);
    expect(result.messages.map(({ siblings }) => siblings)).toEqual([[{ line: 5, column: 5 }]]);
  });

  it("are related places in SARIF", () => {
    const log = JSON.parse(run(SAME, "--format", "sarif").stdout) as { readonly runs: readonly [{ readonly results: readonly { readonly relatedLocations: readonly { readonly message: { readonly text: string }; readonly physicalLocation: { readonly region: { readonly startLine: number } } }[] }[] }] };
    const [first, ...others] = log.runs[0].results;
    expect(others).toEqual([]);
    expect(first?.relatedLocations.filter(({ message }) => message.text === "the same cause").map(({ physicalLocation }) => physicalLocation.region.startLine)).toEqual([5]);
  });

  it("are two where something else is left behind", () => {
    expect(run(OTHER, "--format", "agent").stdout.match(/^a\.js/gmu)).toHaveLength(2);
  });

  it("are two where each has an end of its own", () => {
    expect(run(`${SAME}\n${SAME.replace("Panel", "Frame")}`, "--format", "agent").stdout.match(/^a\.js/gmu)).toHaveLength(2);
  });
});

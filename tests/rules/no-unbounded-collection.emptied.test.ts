import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

/** A list of the module that each request makes longer, and what stands in a function that runs now and then. */
function samples(code: string, comment = ""): string {
  return `
    let delays: number[] | undefined = [];
    export function note(request) {
      delays.push(request.delay); ${comment}
    }
    export function report() { ${code} }
  `;
}

describeRule("no-unbounded-collection and a fresh list in the place of the old one", rule, ({ valid, invalid }) => {
  for (const code of [
    "if (delays.length) { send(delays); delays = []; }",
    "if (delays.length > 0) { send(delays); delays = []; }",
    "if (delays) { send(delays); delays = []; }",
    "if (delays !== undefined) delays = [];",
    "if (delays.length > 100 && isIdle()) delays = [];",
    "delays.length > 100 && (delays = []);",
  ]) valid(`it empties: ${code}`, samples(code), STRICT);

  for (const code of [
    "if (!delays) delays = [];",
    "if (delays == null) { delays = []; }",
    "if (undefined === delays) { delays = []; }",
    "if (!Array.isArray(delays)) { delays = []; }",
    "delays ??= [];",
    "delays || (delays = []);",
  ]) invalid(`it fills where nothing is: ${code}`, samples(code, '// error: neverRemoved "`delays`"'), { confidence: "possible" });
});

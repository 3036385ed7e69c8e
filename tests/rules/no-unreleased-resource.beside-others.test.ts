import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;
const released = (name: string): string => `
  export async function ${name}(kit) {
    const view = kit.createView();
    try { return await view.read(); } finally { view.dispose(); }
  }
`;
const forgotten = (name: string, use: string, comment = ""): string => `
  export async function ${name}(kit) {
    const view = kit.createView();${comment}
    ${use}
  }
`;

describeRule("no-unreleased-resource: beside others that are released", rule, ({ valid, invalid }) => {
  invalid("the only one of three that nothing releases", `${released("one")}${released("two")}${forgotten("three", "return view.read();", ' // error: neverReleased "Call \`view.dispose()\`"')}`, likely);
  valid("all of them are released", `${released("one")}${released("two")}${released("three")}`, likely);
  valid("unknown: as many are left alone as are released", `${released("one")}${forgotten("two", "return view.read();")}${forgotten("three", "return view.read();")}`, likely);
  valid("handed on", `${released("one")}${released("two")}${forgotten("three", "return view;")}`, likely);
  valid("of another maker", `${released("one")}${released("two")}${forgotten("three", "return view.read();").replace("kit.createView", "kit.main.createView")}`, likely);
  valid("released by a callback", `${released("one")}${released("two")}${forgotten("three", "kit.on('end', () => view.dispose());")}`, likely);
  valid("what a promise gives is another thing at each place", `${released("one")}${released("two")}${forgotten("three", "return view.read();")}`.replaceAll("kit.createView()", "await new Promise((done) => kit.open(done))"), likely);
  valid("for who is shown what is certain", `${released("one")}${released("two")}${forgotten("three", "return view.read();")}`);
});

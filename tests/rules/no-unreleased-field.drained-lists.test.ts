import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;
const status = (list: string, end: string): string => `
  import { window } from "vscode";
  export class Status {
    private readonly item = window.createStatusBarItem();${list === "" ? "" : ' // error: fieldForgotten "this.item"'}
    private readonly disposables = [${list === "" ? "this.item" : list}];
    private readonly other = window.createOutputChannel("other");
    dispose() { this.other.dispose(); ${end} }
  }
`;

describeRule("no-unreleased-field: lists that a field is written into", rule, ({ valid, invalid }) => {
  valid("each is popped and disposed of", status("", "while (this.disposables.length) this.disposables.pop()?.dispose();"), STRICT);
  valid("all are spliced out", status("", "for (const one of this.disposables.splice(0)) one.dispose();"), STRICT);
  invalid("the list has other things", status("window.state", "for (const one of this.disposables.splice(0)) one.dispose();"), STRICT);
  valid("unknown: the list is given away", status("", "end(this.disposables);"), STRICT);
});

import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-stranded-entry where code shows that an entry is over", rule, ({ valid, invalid }) => {
  const sessions = (name: string, body: string, note = ""): string => panels(name, body, note).replaceAll("panel", "guest").replaceAll("Panel", "Guest");
  const panels = (name: string, body: string, note = ""): string => `
    import { createServer } from "node:http";
    export class Panels {
      panels = new Map();
      server = createServer();
      dispose() { this.server.close(); }
      open(panelId, options) {
        this.panels.set(panelId, new Panel(options));${note}
      }
      show(panelId) { this.panels.get(panelId).reveal(); }
      ${name}(panelId) {
        const panel = this.panels.get(panelId);
        ${body}
      }
    }
  `;
  const kept = ' // error: endedOnly "ends what it is for"';
  invalid("by a name that ends with it", sessions("panelDidDispose", "console.log(panel.title);", kept), { confidence: "likely", language: "js" });
  invalid("by a name that tells of it", sessions("onPanelRemoved", "console.log(panel.title);", kept), { confidence: "likely", language: "js" });
  invalid("since it is disposed of there", panels("settle", "panel.dispose();", kept), { confidence: "likely", language: "js" });
  valid("by a name that tells of nothing", sessions("onPanelRenamed", "console.log(panel.title);"), { confidence: "likely", language: "js" });
  valid("which it is not", panels("settle", "panel.reveal();"), { confidence: "likely", language: "js" });
  valid("and stopped, so that it may start again", panels("settle", "panel.stop();"), { confidence: "likely", language: "js" });
  valid("and is taken out", panels("settle", "panel.dispose(); this.panels.delete(panelId);"), { confidence: "likely", language: "js" });

  const calls = (end: string, note = ""): string => `
    const calls = new Map();
    export function begin(callId, line) {
      calls.set(callId, { line });${note}
    }
    export function bill(callId) {
      ${end}
    }
  `;
  invalid("as its value is used, and then blanked", calls("charge(calls.get(callId).line); calls.set(callId, undefined);", ' // error: blankedOnly "\`calls\`"'), { confidence: "likely", language: "js" });
  valid("and the key goes as well", calls("charge(calls.get(callId).line); calls.delete(callId);"), { confidence: "likely", language: "js" });
  valid("not where nothing looks at the value before it is blanked", calls("calls.set(callId, undefined);"), { confidence: "likely", language: "js" });
});

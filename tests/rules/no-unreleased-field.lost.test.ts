import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const panels = (fill: string, hide: string, note = ""): string => `
  interface Ending { dispose(): void }
  declare function openPanel(): Promise<[string, Ending]>;
  export class Panels {
    private title = "";
    private panel: Ending | null = null;
    async show() {
      ${fill}${note}
    }
    hide() { ${hide} }
  }
`;

describeRule("no-unreleased-field where a field is emptied of what is declared to have an end", rule, ({ valid, invalid }) => {
  const error = ' // error: fieldForgotten "`this.panel` keeps"';
  invalid("which nothing in the file ends", panels("const [title, panel] = await openPanel(); this.title = title; this.panel = panel;", "this.panel = null;", error));
  invalid("that a pattern has put there", panels("[this.title, this.panel] = await openPanel();", "this.panel = null;", error));
  valid("which is ended before", panels("[this.title, this.panel] = await openPanel();", "this.panel?.dispose(); this.panel = null;"));
  valid("which goes to somebody else first", panels("[this.title, this.panel] = await openPanel(); keep(this.panel);", "this.panel = null;"));
  valid("whose type does not say how it ends", panels("[this.title, this.panel] = await openPanel();", "this.panel = null;").replace("{ dispose(): void }", "{ dispose(): void; text: string; write(text: string): void }"));

  const clock = (beat: string, close: string, note = ""): string => `
    export class Session {
      ended = false;
      constructor() { this.heartbeat = setInterval(() => this.beat(), 15_000);${note}
      }
      beat() { ${beat} }
      close() { this.ended = true; ${close} }
    }
  `;
  valid("an interval that its own callback clears once the end has been told", clock("if (this.ended) { clearInterval(this.heartbeat); return; } this.count += 1;", "this.socket.destroy();"), { confidence: "likely", language: "js" });
  invalid("an interval whose callback only looks", clock("if (this.ended) return; this.count += 1;", "this.socket.destroy();", ' // error: fieldForgotten ""'), { confidence: "likely", language: "js" });

  const show = (play: string, event: string, note = ""): string => `
    export class Show {
      constructor(root) {
        root.querySelector(".play").addEventListener("${event}", () => this.play());
        root.querySelector(".pause").addEventListener("click", () => this.pause());
      }
      play() {
        ${play}
        this.timer = setInterval(() => this.next(), 4000);${note}
      }
      pause() { clearInterval(this.timer); this.timer = null; }
      next() {}
    }
  `;
  valid("a second click may come after what another handler releases", show("", "click"), { confidence: "likely", language: "js" });
  valid("an interval that is cleared before", show("clearInterval(this.timer);", "click"), { confidence: "likely", language: "js" });
  valid("an event that another one takes back", show("", "pointerenter"), { confidence: "likely", language: "js" });
});

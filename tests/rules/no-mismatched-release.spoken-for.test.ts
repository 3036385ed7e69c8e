import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

/** What is exactly for one listener is for no other one, and what is undone exactly needs no other removal. */
describeRule("no-mismatched-release", rule, ({ invalid, valid }) => {
  const panel = (removals: string): string => `
    export class Panel {
      open(host, target) {
        this.host = host;
        this.target = target;
        this.host.addEventListener("focus", this.onFocus);
        this.target.addEventListener("focus", this.onFocus);
      }
      close() {
        ${removals}
      }
      onFocus = () => {};
    }
  `;
  valid("each removal is for its own listener", panel(`this.host.removeEventListener("focus", this.onFocus);\n this.target.removeEventListener("focus", this.onFocus);`));
  invalid("the removal beside it is for the listener beside it", panel(`this.host.removeEventListener("focus", () => this.onFocus()); // error: newFunction "written here"\n this.target.removeEventListener("focus", this.onFocus);`));
  valid("the removal beside it asks what is not known here", panel(`this.host.removeEventListener("focus", () => this.onFocus());\n find().removeEventListener("focus", this.onFocus);`));

  const page = (target: string, rest: string): string => `
    export class Collab {
      open() { ${target}.addEventListener(EVENT.MOVE, this.onMove); }
      close() {
        window.removeEventListener(EVENT.MOVE, this.onMove);${target === "document" ? ' // error: otherTarget "line 3 adds the listener to \\`document\\`"' : ""}
        ${rest}
      }
      onMove = () => {};
    }
  `;
  invalid("an emitter that lets go of an event takes nothing off the page", page("document", 'this.socket.off("first");'));
  invalid("nor does one that lets go of all", page("document", "this.socket.removeAllListeners();"));
  valid("the page asked itself", page("window", 'this.socket.off("first");'));
  valid("an element of the program may have verbs of its own", page("this.view", "this.view.removeAllListeners();"));

  const dialog = (other: string, flag: string): string => `
    export class Dialog {
      show() { this.recorder.document.addEventListener("keydown", this.onKey, true); }
      listen() { ${other} }
      close() { this.recorder.document.removeEventListener("keydown", this.onKey${flag}); }
      onKey = () => {};
    }
  `;
  valid("the removal has its flag", dialog("", ", true"));
  invalid("the removal of what is undone otherwise is not needed for it", dialog(`this.document.addEventListener("keydown", this.onKey); this.document.removeEventListener("keydown", this.onKey);`, `); // error: otherCapture "without the capture flag"\n void (0`));
  valid("the removal may be for what nothing else undoes", dialog(`this.document.addEventListener("keydown", this.onKey);`, ""), { confidence: "likely" });
});

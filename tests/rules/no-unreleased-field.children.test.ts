/** Objects that an owner makes for a field, of classes of the same file: their class says what they hold and what ends it. */
import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

const TIP = `class Tip {
      constructor() { this.onKey = () => {}; document.addEventListener("keydown", this.onKey); }
      destroy() { document.removeEventListener("keydown", this.onKey); }
    }`;
const CLOCK = "class Clock { constructor() { this.timer = setInterval(() => {}, 1000); } stop() { clearInterval(this.timer); } }";

describeRule("no-unreleased-field: children", rule, ({ valid, invalid }) => {
  invalid("one of two that the end of the owner forgets", `
    ${TIP}
    ${CLOCK}
    export class Panel {
      constructor() {
        this.clock = new Clock();
        this.tip = new Tip(); // error: childUnended "which holds an event listener until \`destroy()\` is called (line 3), and \`destroy()\` on line 12 does not call it. Call \`this.tip.destroy()\` there."
      }
      destroy() { this.clock.stop(); }
    }
  `);
  valid("both are ended", `
    ${TIP}
    ${CLOCK}
    export class Panel {
      constructor() { this.clock = new Clock(); this.tip = new Tip(); }
      destroy() { this.clock.stop(); this.tip.destroy(); }
    }
  `, { confidence: "likely" });
  invalid("the only one, beside what the owner releases of its own", `
    ${CLOCK}
    export class Panel {
      constructor(root) { this.root = root; this.clock = new Clock(); } // error: childUnended "Call \`this.clock.stop()\` there, if that is the end of its owner."
      destroy() { this.root.remove(); }
    }
  `, { confidence: "likely" });
  valid("its class cannot be ended", `
    class Clock { constructor() { this.start = Date.now(); } stop() { this.start = 0; } }
    ${TIP}
    export class Panel {
      constructor() { this.clock = new Clock(); this.tip = new Tip(); }
      destroy() { this.tip.destroy(); }
    }
  `, { confidence: "likely" });
  valid("a class that nobody sees", `
    import { Clock } from "clocks";
    ${TIP}
    export class Panel {
      constructor() { this.clock = new Clock(); this.tip = new Tip(); }
      destroy() { this.tip.destroy(); }
    }
  `, { confidence: "likely" });
  invalid("a part of a class that nobody sees, which the child ends", `
    import { Socket } from "sockets";
    class Line { constructor(address) { this.socket = new Socket(address); } close() { this.socket.close(); } }
    ${TIP}
    export class Panel {
      constructor(address) { this.line = new Line(address); this.tip = new Tip(); } // error: childUnended "which holds a \`Socket\` until \`close()\` is called (line 3)"
      destroy() { this.tip.destroy(); }
    }
  `, { confidence: "likely" });
  invalid("one that another takes the place of, each time that its owner draws itself", `
    ${TIP}
    export class Panel {
      setText(text) { this.text = text; this.render(); }
      setTitle(title) { this.title = title; this.render(); }
      render() {
        this.tip = new Tip(); // error: childReplaced "the one before keeps an event listener until its \`destroy()\` is called (line 3). Call \`this.tip.destroy()\` before."
      }
      destroy() { this.tip.destroy(); }
    }
  `, { confidence: "likely" });
  invalid("one beside others that are registered", `
    import { Disposable, MutableDisposable } from "./lifecycle";
    class Tip {
      constructor() { this.onKey = () => {}; document.addEventListener("keydown", this.onKey); }
      dispose() { document.removeEventListener("keydown", this.onKey); }
    }
    export class Renderer extends Disposable {
      first = this._register(new MutableDisposable());
      tip = new Tip(); // error: childUnregistered "nothing gives it to \`_register()\`"
    }
  `, { confidence: "likely" });
});

import rule from "../../src/rules/no-mismatched-release.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-mismatched-release: removals that read an emptied place", rule, ({ valid, invalid }) => {
  invalid("a local function that is set to undefined before it is removed", `
    export function watchIdle(onIdle) {
      let wake;
      return {
        start() {
          wake = () => onIdle(Date.now());
          window.addEventListener("pointermove", wake);
        },
        stop() {
          wake = undefined;
          onIdle(0);
          window.removeEventListener("pointermove", wake); // error: emptiedBefore "is given nothing here, since line 10 has emptied \`wake\`, so the listener of line 7 stays"
        },
      };
    }
  `);

  invalid("a field that is emptied in a chain, read by a method that the teardown calls", `
    export class Meter {
      constructor(bus) {
        this.bus = bus;
        this.handler = (value) => this.show(value);
        this.bus.on("level", this.handler);
      }
      show(value) {
        this.last = value;
      }
      detach() {
        if (this.bus) this.bus.off("level", this.handler);
      }
      dispose() {
        this.last = this.handler = null; // error: emptiedForRemoval "\`this.handler\` is emptied here before \`detach\` reads it on line 12"
        this.detach();
      }
    }
  `);

  invalid("a method that empties the field for the one that calls it", `
    export class Ruler {
      mount() {
        this.onResize = () => this.draw();
        window.addEventListener("resize", this.onResize);
      }
      draw() {}
      forget() {
        this.onResize = null;
      }
      unmount() {
        this.forget();
        window.removeEventListener("resize", this.onResize); // error: emptiedBefore "is given nothing here"
      }
    }
  `);

  invalid("an object that is forgotten before it is asked", `
    export class Player {
      constructor(video) {
        this.video = video;
        this.onEnd = this.onEnd.bind(this);
        this.video.addEventListener("ended", this.onEnd);
      }
      onEnd() {}
      destroy() {
        this.video = null;
        this.video?.removeEventListener("ended", this.onEnd); // error: emptiedTarget "asks nothing here, since line 10 has emptied \`this.video\`"
      }
    }
  `);

  invalid("a reference of a component", `
    import { useEffect, useRef } from "react";
    export function Keys({ onKey }) {
      const handler = useRef(null);
      useEffect(() => {
        handler.current = (event) => onKey(event.key);
        document.addEventListener("keydown", handler.current);
        return () => {
          handler.current = null;
          document.removeEventListener("keydown", handler.current); // error: emptiedBefore "is given nothing here"
        };
      }, [onKey]);
      return null;
    }
  `);

  valid("read into a constant before", `
    export class Keys {
      mount() {
        this.onKey = () => this.type();
        document.addEventListener("keydown", this.onKey);
      }
      type() {}
      unmount() {
        const { onKey } = this;
        this.onKey = null;
        document.removeEventListener("keydown", onKey);
      }
    }
  `);

  valid("removed before, and once more after", `
    export class Meter {
      constructor(bus) {
        this.bus = bus;
        this.handler = (value) => this.show(value);
        this.bus.on("level", this.handler);
      }
      show(value) {
        this.last = value;
      }
      detach() {
        this.bus.off("level", this.handler);
      }
      dispose() {
        this.detach();
        this.handler = null;
        this.detach();
      }
    }
  `);

  valid("filled again in between", `
    export class Meter {
      constructor(bus) {
        this.bus = bus;
        this.fill();
        this.bus.on("level", this.handler);
      }
      fill() {
        this.handler = this.handler ?? this.show;
      }
      show(value) {
        this.last = value;
      }
      dispose() {
        this.handler = null;
        this.fill();
        this.bus.off("level", this.handler);
      }
    }
  `, { confidence: "likely" });

  valid("emptied under a condition, or in another branch", `
    export class Keys {
      mount() {
        this.onKey = () => this.type();
        document.addEventListener("keydown", this.onKey);
      }
      type() {}
      unmount(isDone) {
        if (isDone && this.never) {
          this.onKey = null;
        }
        document.removeEventListener("keydown", this.onKey);
      }
    }
  `, { confidence: "likely" });
});

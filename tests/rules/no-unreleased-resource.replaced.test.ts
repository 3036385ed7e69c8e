import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: objects that give way to others", rule, ({ valid, invalid }) => {
  invalid("a setter that forgets the old one", `
    export class Zoom {
      #surface = null;
      #onWheel = () => {};
      set surface(next) {
        this.#surface = next;
        this.#surface?.addEventListener("wheel", this.#onWheel); // error: targetReplaced "stays on it when \`this.#surface\`, filled on line 6, gets another object"
      }
      destroy() {
        this.#surface?.removeEventListener("wheel", this.#onWheel);
      }
    }
  `);

  invalid("a function that does something else with the old one", `
    export function createHighlighter() {
      let row;
      const onClick = () => console.log("row");
      return {
        highlight(next) {
          row?.classList.remove("on");
          row = next;
          next.classList.add("on");
          next.addEventListener("click", onClick); // error: targetReplaced "filled on line 8"
        },
        dispose() {
          row?.removeEventListener("click", onClick);
        },
      };
    }
  `);

  invalid("a method that only the end undoes", `
    export class Follower {
      follow(player) {
        this.player = player;
        player.on("move", this.onMove); // error: targetReplaced "gets another object"
      }
      onMove = () => {};
      dispose() {
        this.player.off("move", this.onMove);
      }
    }
  `, { confidence: "possible" });

  valid("the old one is let go by a method", `
    export class Follower {
      follow(player) {
        this.leave();
        this.player = player;
        player.on("move", this.onMove);
      }
      onMove = () => {};
      leave() {
        this.player?.off("move", this.onMove);
        this.player = undefined;
      }
      dispose() {
        this.leave();
      }
    }
  `, { confidence: "likely" });

  valid("filled only where it is empty", `
    export class Follower {
      follow(player) {
        if (this.player) throw new Error("follows already");
        this.player = player;
        player.on("move", this.onMove);
      }
      onMove = () => {};
      dispose() {
        this.player.off("move", this.onMove);
      }
    }
  `, { confidence: "likely" });

  valid("attached and detached", `
    export class Follower {
      attach(player) {
        this.player = player;
        player.on("move", this.onMove);
      }
      onMove = () => {};
      detach() {
        this.player.off("move", this.onMove);
        this.player = undefined;
      }
    }
  `, { confidence: "likely" });

  invalid("members of a map that the end only clears", `
    export class Party {
      constructor() {
        this.guests = new Map();
        this.onLeave = (guest) => this.remove(guest);
      }
      invite(guest) {
        this.guests.set(guest.id, guest);
        guest.on("leave", this.onLeave); // error: listenerStays "stays on \`guest\`; \`dispose()\` on line 15"
      }
      remove(guest) {
        this.guests.delete(guest.id);
        guest.off("leave", this.onLeave);
      }
      dispose() {
        this.guests.clear();
      }
    }
  `, { confidence: "likely" });

  valid("members of a list that the end goes through", `
    export class Party {
      constructor() {
        this.guests = [];
        this.onLeave = (guest) => this.remove(guest);
      }
      invite(guest) {
        this.guests.push(guest);
        guest.on("leave", this.onLeave);
      }
      remove(guest) {
        this.guests.splice(this.guests.indexOf(guest), 1);
        guest.off("leave", this.onLeave);
      }
      dispose() {
        while (this.guests.length > 0) this.remove(this.guests[0]);
      }
    }
  `, { confidence: "likely" });

  const bar = (fill: string, mark = ""): string => `
    export class Bar {
      element = null;
      onScroll = () => {};
      collect(next) {
        ${fill} {
          this.element = next;
          this.element.addEventListener("scroll", this.onScroll);${mark}
        }
      }
      destroy() {
        if (this.element) this.element.removeEventListener("scroll", this.onScroll);
      }
    }
  `;
  valid("filled only while it is empty", bar("if (!this.element)"), { confidence: "likely" });
  invalid("filled whatever it holds", bar("if (next)", " // error: targetReplaced \"this.element\""), { confidence: "likely" });
  valid("a variable that each run of an effect has for itself, and fills once", `
    useEffect(() => {
      let status;
      ask("camera").then((found) => {
        status = found;
        found.addEventListener("change", show);
      });
      return () => status?.removeEventListener("change", show);
    }, []);
  `);
});

import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource, in a file that is a program of its own", rule, ({ valid, invalid }) => {
  const dropped = `
    import { watch } from "node:fs";
    import { folders, read } from "./settings.js";
    function follow(folder) {
      watch(folder, read); // error: handleDiscarded "watch"
    }
    folders.forEach(follow);
  `;
  valid("what only the loading of the file begins is not told in strict", dropped.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("it is told among what is possible", dropped, { confidence: "possible" });
  invalid("others can call what is exported", dropped.replace("function follow", "export function follow"), STRICT);
  invalid("others can call what is put on the page", `${dropped}\n    window.follow = follow;`, STRICT);
  invalid("nobody knows of what nothing in the file names: it is a piece of something", dropped.replace("folders.forEach(follow);", ""), STRICT);
  invalid("nobody knows of a file that is no module", dropped.replace(/ +import .*\n/g, "").replace("watch(folder, read)", "navigator.geolocation.watchPosition(read)").replace('"watch"', '"watchPosition"'), STRICT);
  valid("an empty list of exports gives nothing", `${dropped.replace(/ \/\/ error.*/, "")}\n    export {};`, STRICT);
});

describeRule("no-unreleased-resource, removals by a part of the event's name", rule, ({ valid, invalid }) => {
  const tip = (removal: string, mark = ""): string => `
    export class Tip {
      constructor(element) {
        this.element = element;
        this.element.on("mouseenter.ui.tip", () => this.show());
        this.element.on("scroll.page", () => this.hide());${mark}
      }
      destroy() {
        this.element.off("${removal}");
      }
    }
  `;
  valid("each namespace that is taken off", tip(".tip .page"), { confidence: "possible" });
  valid("namespaces in another order, and an event whatever its namespace", tip(".tip.ui scroll"), { confidence: "possible" });
  invalid("a namespace that only the other one has", tip(".ui", ' // error: listenerStays "this.element.on"'), { confidence: "possible" });
});

import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const room = (close: string, made: string, error = ""): string => `
  const settings = require("./settings");
  function Room(name) {
    this.name = name;
    settings.on("reload", () => this.load());${error}
  }
  Room.prototype.load = function () {};
  Room.prototype.destroy = function () {
    this.emit("destroyed");
    ${close}
  };
  ${made}
`;
const OPEN = "exports.open = (name) => new Room(name);";

describeRule("no-unreleased-resource of objects that a function constructs", rule, ({ valid, invalid }) => {
  invalid("whose end takes off their own listeners only", room("this.removeAllListeners();", OPEN, ' // error: listenerStays "settings"'), { confidence: "likely" });
  valid("whose end takes off those of what they listen to", room('settings.removeAllListeners("reload");', OPEN), { confidence: "likely" });
  valid("of which nothing shows that there are many, and which nothing ends", `
    const settings = require("./settings");
    function Room(name) {
      settings.on("reload", () => this.load());
    }
    Room.prototype.load = function () {};
    exports.Room = Room;
  `, { confidence: "likely" });
});

import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource: emitters of a program's own", rule, ({ valid, invalid }) => {
  for (const verb of ["removeListener", "off"]) {
    valid(`a verb of another family, \`${verb}\`, with the same event and function`, `
      import bus from "./bus";
      export class Room {
        componentDidMount() { bus.addEventListener("connected", this.onConnected); }
        componentWillUnmount() { bus.${verb}("connected", this.onConnected); }
        onConnected = () => { this.setState({}); };
      }
    `, STRICT);
  }

  invalid("that verb with another event", `
    export class Room {
      componentDidMount() { window.addEventListener("resize", this.onResize); } // error: listenerStays "stays on \`window\`"
      componentWillUnmount() { window.removeListener("online", this.onResize); }
      onResize = () => { this.setState({}); };
    }
  `, STRICT);

  valid("a handle that a named arrow function gives, as \`return\` would", `
    import { source } from "./native";
    export const onMessage = (heard) => window.listen("message", (event) => heard(event.data));
    export const onToken = (heard) => document.addListener("token", (event) => heard(event.token));
  `, STRICT);

  invalid("an arrow function that is handed on is written so for brevity", `
    export function whenAnswered(id) {
      return new Promise((resolve) => process.stdin.on("data", (text) => resolve(text))).then((text) => text.length + id);
    }
    export function nextResize() {
      return new Promise((resolve) => window.addEventListener("resize", () => resolve(window.innerWidth))); // error: listenerStays "stays on \`window\`"
    }
  `, STRICT);
  invalid("each call whose promise it settles leaves one behind", `
    export function nextWidth() {
      return new Promise((resolve) => { window.addEventListener("resize", () => resolve(window.innerWidth)); }); // error: listenerStays "stays on \`window\`"
    }
  `);
  valid("one that takes itself off when it settles the promise", `
    export function nextWidth() {
      return new Promise((resolve) => {
        const onResize = () => { window.removeEventListener("resize", onResize); resolve(window.innerWidth); };
        window.addEventListener("resize", onResize);
      });
    }
  `, { confidence: "possible" });

  valid("an effect that is no more than the call: what it gives is the cleanup", `
    import { useEffect } from "react";
    export function useValue(value, set) {
      useEffect(() => value.on("change", set), []);
    }
  `, STRICT);

  valid("what comes once to a page", `
    export function whenLoaded(then) {
      if (document.readyState === "complete") then();
      else window.addEventListener("load", () => then());
    }
    export function whenRead(then) {
      document.addEventListener("DOMContentLoaded", () => then());
    }
  `, STRICT);

  const shown = `
    export function whenShown(then) {
      document.addEventListener("visibilitychange", () => then()); // error: listenerStays "stays on \`document\`"
    }
  `;
  valid("what comes again to a page, where only likely ones are told: the function may be called once", shown.replace(/ \/\/ error.*/, ""), STRICT);
  invalid("what comes again to a page", shown, { confidence: "possible" });
});

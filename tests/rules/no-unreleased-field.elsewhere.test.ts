import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-field released by other code", rule, ({ valid, invalid }) => {
  valid("a field that the handler of the opposite event releases", `
    export class Buffer {
      register(bus) { bus.on("attach", this.onAttach, this); bus.on("detach", this.onDetach, this); }
      onAttach(event, media) {
        if (media.isTransferred) {
          this.transfer(media);
        } else {
          this.url = URL.createObjectURL(media.source);
        }
      }
      transfer(media) { this.onDetach("detach", media); }
      onDetach() { URL.revokeObjectURL(this.url); this.url = null; }
      destroy() { this.media = null; this.queue.destroy(); }
    }
  `);
  invalid("a field that is released only before it is filled again", `
    export class Buffer {
      onAttach(event, media) {
        this.drop();
        this.url = URL.createObjectURL(media.source); // error: fieldForgotten "url"
      }
      drop() { URL.revokeObjectURL(this.url); }
      destroy() { this.media = null; this.queue.destroy(); }
    }
  `);
  valid("a reference whose holder the cleanup gives to a function of another file", `
    import { useEffect, useRef } from "react";
    import { clearTimeoutRef } from "./timers.js";
    export function Leaf({ isPlaceholder, show }) {
      const timer = useRef(null);
      useEffect(() => {
        if (isPlaceholder) timer.current = setTimeout(() => show(true), 60000);
        return () => clearTimeoutRef(timer);
      }, [isPlaceholder]);
      return null;
    }
  `);
  invalid("a reference that the cleanup leaves", `
    import { useEffect, useRef } from "react";
    import { stop } from "./timers.js";
    export function Leaf({ isPlaceholder, show, poll }) {
      const timer = useRef(null);
      const other = useRef(null);
      useEffect(() => {
        timer.current = setInterval(() => show(true), 60000); // error: fieldForgotten "timer.current"
        other.current = setInterval(poll, 60000);
        return () => { stop("leaf"); clearInterval(other.current); };
      }, [isPlaceholder]);
      return null;
    }
  `);
});

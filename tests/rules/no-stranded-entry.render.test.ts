import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ valid, invalid }) => {
  invalid("put in while a component renders, taken out by its effect", `
    import { useEffect } from "react";
    const mounted = new Map();
    export function Panel({ id, node }) {
      mounted.set(id, node); // error: keptByRender "\`mounted\` while rendering is removed by an effect on line 7, which does not run for a render that is dropped"
      useEffect(() => {
        return () => mounted.delete(id);
      }, [id]);
      return null;
    }
  `, likely);
  invalid("in a hook", `
    import { useLayoutEffect } from "react";
    const open = new Set();
    export function useOpen(id) {
      open.add(id); // error: keptByRender "\`open\`"
      useLayoutEffect(() => () => { open.delete(id); }, [id]);
    }
  `, likely);
  valid("put in by the effect", `
    import { useEffect } from "react";
    const mounted = new Map();
    export function Panel({ id, node }) {
      useEffect(() => {
        mounted.set(id, node);
        return () => { mounted.delete(id); };
      }, [id, node]);
      return null;
    }
  `, likely);
  valid("taken out by others too", `
    import { useEffect } from "react";
    const mounted = new Map();
    export function Panel({ id, node }) {
      mounted.set(id, node);
      useEffect(() => () => { mounted.delete(id); }, [id]);
      return null;
    }
    export function forget(id) { mounted.delete(id); }
  `, likely);
});

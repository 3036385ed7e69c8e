import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

/** A component of options, made by `maker`. */
const component = (maker: string, options: string): string => `
    ${maker === "Vue.extend" ? 'import Vue from "vue";' : 'import { defineComponent } from "vue";'}
    export default ${maker}({
      data: () => ({ now: 0 }),
      ${options}
      methods: { tick() { this.now += 1; } },
    });
  `;

describeRule("no-unreleased-resource, components of options", rule, ({ valid, invalid }) => {
  invalid("an interval that each instance drops", component("defineComponent", 'mounted() { setInterval(this.tick, 1000); }, // error: handleDiscarded "when the component unmounts"'));
  invalid("a listener on the window, with no hook that ends the component", component("Vue.extend", 'created() { window.addEventListener("resize", this.tick); }, // error: listenerStays "in `beforeDestroy()`"'), STRICT);
  invalid("a listener beside what the hook ends", component("defineComponent", `
      mounted() {
        this.timer = setInterval(this.tick, 1000);
        window.addEventListener("resize", this.tick); // error: listenerStays "beforeUnmount()"
      },
      beforeUnmount() { clearInterval(this.timer); },`));
  valid("both are ended", component("defineComponent", `
      mounted() {
        this.timer = setInterval(this.tick, 1000);
        window.addEventListener("resize", this.tick);
      },
      unmounted() { clearInterval(this.timer); window.removeEventListener("resize", this.tick); },`), STRICT);
  valid("an object of which nobody knows what makes instances by it", component("register", "mounted() { setInterval(this.tick, 1000); },"), STRICT);
});

/** Vue's single-file components: what their scripts set up, and what ends it. */
import { beforeAll, describe, expect, it } from "vitest";

import { lintCase } from "../support/lint-case.ts";
import rule from "../../src/rules/no-unreleased-field.ts";
import { installParsers } from "./install-parsers.ts";
import { lintComponent, testComponent, testPossible } from "./lint-component.ts";

beforeAll(installParsers, 300_000);

const setup = (code: string, template = "<p>hello</p>"): string => `<script setup lang="ts">\n${code}\n</script>\n\n<template>${template}</template>\n`;

describe("what a script of each instance holds", () => {
  testComponent("vue", "an interval in a variable", setup(`
const timer = setInterval(() => tick(), 1000); // error: neverReleased "when the component unmounts"
`), { preset: "recommended" });

  testComponent("vue", "an interval whose handle is dropped", setup(`
import { onMounted } from "vue";
onMounted(() => {
  setInterval(() => tick(), 1000); // error: handleDiscarded "when the component unmounts"
});
`), { preset: "recommended" });

  testComponent("vue", "an interval that a mounted hook puts into a variable of the script", setup(`
import { onMounted } from "vue";
let timer: number | undefined;
onMounted(() => {
  timer = setInterval(() => tick(), 1000); // error: hookMissing "there is no \`onUnmounted()\`"
});
`));

  testComponent("vue", "a socket", setup(`
const socket = new WebSocket("wss://example.org"); // error: neverReleased "socket.close()"
socket.onmessage = (event) => show(event.data);
`));

  testComponent("vue", "an observer", setup(`
import { onMounted, ref } from "vue";
const element = ref<HTMLElement>();
const observer = new ResizeObserver(() => measure());
onMounted(() => observer.observe(element.value!)); // error: hookMissing "observer.disconnect()"
`));

  testComponent("vue", "an observer that the hook forgets beside a timer", setup(`
import { onMounted, onUnmounted, ref } from "vue";
const element = ref<HTMLElement>();
const timer = setInterval(() => tick(), 1000);
const observer = new ResizeObserver(() => measure());
onMounted(() => observer.observe(element.value!)); // error: fieldForgotten "the cleanup on line 8 does not release it"
onUnmounted(() => clearInterval(timer));
`), { preset: "recommended" });

  testComponent("vue", "a subscription to what the module has", setup(`
import { session } from "./session";
session.subscribe((value) => show(value)); // error: handleDiscarded "when the component unmounts"
`));

  for (const hook of ["onUnmounted", "onBeforeUnmount", "onScopeDispose"]) {
    testComponent("vue", `an interval that ${hook} clears`, setup(`
import { onMounted, ${hook} } from "vue";
let timer: number | undefined;
onMounted(() => {
  timer = setInterval(() => tick(), 1000);
});
${hook}(() => clearInterval(timer));
`));
  }

  testComponent("vue", "a hook that auto-imports bring", setup(`
const timer = setInterval(() => tick(), 1000);
onUnmounted(() => clearInterval(timer));
`));
});

describe("listeners", () => {
  testComponent("vue", "one that a mounted hook puts on the window", setup(`
import { onMounted } from "vue";
const onResize = () => measure();
onMounted(() => {
  window.addEventListener("resize", onResize); // error: listenerStays "in \`onUnmounted()\`"
});
`));

  testComponent("vue", "one at the top of the script", setup(`
const onKey = () => close();
document.addEventListener("keydown", onKey); // error: listenerStays "when the component unmounts"
`));

  testComponent("vue", "one that the hook leaves where it takes another off", setup(`
import { onMounted, onUnmounted } from "vue";
const onResize = () => measure();
onMounted(() => {
  window.addEventListener("resize", onResize);
  window.addEventListener("scroll", onResize); // error: listenerStays "the cleanup on line 9 does not end it"
});
onUnmounted(() => window.removeEventListener("resize", onResize));
`));

  testComponent("vue", "one that the hook takes off", setup(`
import { onMounted, onUnmounted } from "vue";
const onResize = () => measure();
onMounted(() => window.addEventListener("resize", onResize));
onUnmounted(() => window.removeEventListener("resize", onResize));
`));

  testComponent("vue", "one with a signal that the hook aborts", setup(`
import { onMounted, onUnmounted } from "vue";
const controller = new AbortController();
onMounted(() => window.addEventListener("resize", () => measure(), { signal: controller.signal }));
onUnmounted(() => controller.abort());
`));

  testComponent("vue", "the component that all others stand in", setup(`
import { onMounted } from "vue";
onMounted(() => window.addEventListener("resize", () => measure()));
`), { file: "src/App" });
});

describe("watchers", () => {
  testComponent("vue", "one that leaves a timer behind each time", setup(`
import { watchEffect } from "vue";
watchEffect(() => {
  const timer = setInterval(() => load(props.id), 1000); // error: neverReleased
});
`));

  testComponent("vue", "one that gives its cleanup to onCleanup", setup(`
import { watchEffect } from "vue";
watchEffect((onCleanup) => {
  const timer = setInterval(() => load(props.id), 1000);
  onCleanup(() => clearInterval(timer));
});
`));

  testComponent("vue", "one that gives its cleanup to onWatcherCleanup", setup(`
import { onWatcherCleanup, watch } from "vue";
watch(() => props.id, (id) => {
  const timer = setInterval(() => load(id), 1000);
  onWatcherCleanup(() => clearInterval(timer));
});
`));

  testComponent("vue", "a mounted hook that returns a cleanup, which Vue does not call", setup(`
import { onMounted } from "vue";
onMounted(() => { // error: cleanupIgnored
  const timer = setInterval(() => tick(), 1000);
  return () => clearInterval(timer);
});
`));
});

describe("what runs once", () => {
  const beside = (code: string): string => `<script lang="ts">\n${code}\n</script>\n<script setup lang="ts">\nconst name = "panel";\n</script>\n`;

  testComponent("vue", "a listener of the module", beside(`window.addEventListener("resize", () => measure());`));
  testComponent("vue", "an interval of the module", beside("const timer = setInterval(() => tick(), 1000);"));
  testComponent("vue", "the same in the script of each instance, beside one of the module", `<script>
export const shared = new WeakMap();
</script>
<script setup>
const timer = setInterval(() => tick(), 1000); // error: neverReleased
</script>
`);
});

describe("the template", () => {
  testPossible("vue", "an interval that a button stops, and perhaps nobody presses it", setup(`
let timer = setInterval(() => tick(), 1000);
function stop() { clearInterval(timer); }
`, `<button @click="stop">Stop</button>`));

  testComponent("vue", "a handle that the template has", setup(`
const timer = setInterval(() => tick(), 1000);
`, `<Clock :timer="timer" />`));

  testComponent("vue", "a variable of the template with the name of one of the script", setup(`
const timer = setInterval(() => tick(), 1000); // error: neverReleased
`, `<Clock v-for="timer in timers" :timer="timer" />`));
});

describe("what nobody can tell", () => {
  testPossible("vue", "a stream that a property brings", setup(`
const props = defineProps<{ source: Stream }>();
props.source.subscribe((value) => show(value));
`));

  testComponent("vue", "a handle that is given to another module", setup(`
import { keep } from "./keep";
keep(setInterval(() => tick(), 1000));
`));
});

describe("the options of a component", () => {
  const options = (end: string): string => `export default {
  data: () => ({ now: 0 }),
  mounted() {
    this.timer = setInterval(() => { this.now += 1; }, 1000);
    this.other = setInterval(() => { this.now += 1; }, 1000);
  },
  beforeUnmount() { ${end} },
};`;

  it("says in a component what it says in a module", () => {
    for (const end of ["clearInterval(this.timer);", "clearInterval(this.timer); clearInterval(this.other);"]) {
      const inModule = lintCase({ name: "no-unreleased-field", rule: rule, code: `\n${options(end)}`, options: { filename: "src/Panel.js", confidence: "likely" }, parser: "espree" });
      const inComponent = lintComponent("vue", `<script>\n${options(end)}\n</script>\n<template><p>{{ now }}</p></template>\n`);
      expect(inComponent.map(({ line, message }) => [line, message])).toEqual(inModule.map(({ line, message }) => [line, message]));
      expect(inModule).toHaveLength(end.includes("other") ? 0 : 1);
    }
  });

  it("knows the object that a component's file exports for what each instance is made by", () => {
    const script = `export default {
  mounted() {
    this.timer = setInterval(() => { this.now += 1; }, 1000);
  },
};`;
    expect(lintComponent("vue", `<script>\n${script}\n</script>\n<template><p>{{ now }}</p></template>\n`).map(({ line }) => line)).toEqual([4]);
    expect(lintCase({ name: "no-unreleased-field", rule: rule, code: script, options: { filename: "src/panel.js", confidence: "likely" }, parser: "espree" })).toEqual([]);
  });
});

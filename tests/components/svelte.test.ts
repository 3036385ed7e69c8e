/** Svelte's components: what their scripts set up, and what ends it. */
import { beforeAll, describe, expect, it } from "vitest";

import { installParsers } from "./install-parsers.ts";
import { lintComponent, testComponent, testPossible } from "./lint-component.ts";

beforeAll(installParsers, 300_000);

const script = (code: string, template = "<p>hello</p>"): string => `<script lang="ts">\n${code}\n</script>\n\n${template}\n`;

describe("what a script of each instance holds", () => {
  testComponent("svelte", "an interval in a variable", script(`
const timer = setInterval(() => tick(), 1000); // error: neverReleased "when the component unmounts"
`), { preset: "recommended" });

  testComponent("svelte", "an interval that a handler of the template starts", script(`
let timer: number | undefined;
function start() {
  timer = setInterval(() => tick(), 1000); // error: hookMissing "there is no \`onDestroy()\`"
}
`, "<button onclick={start}>Start</button>"));

  testComponent("svelte", "a socket", script(`
const socket = new WebSocket("wss://example.org"); // error: neverReleased "socket.close()"
socket.onmessage = (event) => show(event.data);
`));

  testComponent("svelte", "a store of another module", script(`
import { theme } from "./stores";
let name = "";
theme.subscribe((value) => { name = value; }); // error: handleDiscarded
`, "<p>{name}</p>"));

  testComponent("svelte", "a store that the hook leaves", script(`
import { onDestroy } from "svelte";
import { theme } from "./stores";
let name = "";
const stop = theme.subscribe((value) => { name = value; });
onDestroy(stop);
`, "<p>{name}</p>"));

  testComponent("svelte", "an interval that onDestroy clears", script(`
import { onDestroy } from "svelte";
const timer = setInterval(() => tick(), 1000);
onDestroy(() => clearInterval(timer));
`));

  testComponent("svelte", "a variable that onDestroy forgets", script(`
import { onDestroy, onMount } from "svelte";
let first: number | undefined;
let second: number | undefined;
onMount(() => {
  first = setInterval(() => tick(), 1000);
  second = setInterval(() => tick(), 1000); // error: fieldForgotten "the cleanup on line 10 does not release it"
});
onDestroy(() => clearInterval(first));
`));
});

describe("what a hook or effect returns", () => {
  testComponent("svelte", "a mount that returns nothing", script(`
import { onMount } from "svelte";
onMount(() => {
  const timer = setInterval(() => tick(), 1000); // error: neverReleased
});
`));

  testComponent("svelte", "a mount that returns its cleanup", script(`
import { onMount } from "svelte";
onMount(() => {
  const timer = setInterval(() => tick(), 1000);
  return () => clearInterval(timer);
});
`));

  testComponent("svelte", "an effect that returns nothing", script(`
let { id } = $props();
$effect(() => {
  const timer = setInterval(() => load(id), 1000); // error: neverReleased "when the effect runs again"
});
`));

  testComponent("svelte", "an effect that returns its cleanup", script(`
let { id } = $props();
$effect(() => {
  const timer = setInterval(() => load(id), 1000);
  return () => clearInterval(timer);
});
`));

  it("suggests the cleanup that an effect lacks, at its place in the file", () => {
    const code = script("$effect(() => {\n  document.addEventListener(\"keydown\", close);\n});\nfunction close() {}");
    const [message] = lintComponent("svelte", code);
    const fix = message?.suggestions?.[0]?.fix;
    expect(message).toMatchObject({ messageId: "listenerStays", line: 3 });
    const mended = fix === undefined ? "" : code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
    expect(mended).toContain("$effect(() => {\n  document.addEventListener(\"keydown\", close);\n  return () => document.removeEventListener(\"keydown\", close);\n});");
    expect(lintComponent("svelte", mended)).toEqual([]);
  });
});

describe("listeners", () => {
  testComponent("svelte", "one that a mount puts on the window", script(`
import { onMount } from "svelte";
const onResize = () => measure();
onMount(() => {
  window.addEventListener("resize", onResize); // error: listenerStays "in \`onDestroy()\`"
});
`));

  testComponent("svelte", "one at the top of the script", script(`
document.addEventListener("keydown", () => close()); // error: listenerStays "when the component unmounts"
`));

  testComponent("svelte", "one that the cleanup takes off", script(`
import { onMount } from "svelte";
const onResize = () => measure();
onMount(() => {
  window.addEventListener("resize", onResize);
  return () => window.removeEventListener("resize", onResize);
});
`));

  testComponent("svelte", "one that Svelte itself takes off", script("const onResize = () => measure();", "<svelte:window on:resize={onResize} />"));

  testComponent("svelte", "an action that takes off what it puts on", script(`
function outside(node: HTMLElement) {
  const onClick = (event: Event) => node.contains(event.target as Node) || close();
  document.addEventListener("click", onClick);
  return { destroy() { document.removeEventListener("click", onClick); } };
}
`, "<div use:outside>menu</div>"));

  testComponent("svelte", "the layout that all pages stand in", script(`
import { onMount } from "svelte";
onMount(() => { window.addEventListener("resize", () => measure()); });
`), { file: "src/routes/+layout" });
});

describe("what runs once", () => {
  for (const mark of ["module", 'context="module"']) {
    testComponent("svelte", `a script that is marked ${mark}`, `<script ${mark}>
const timer = setInterval(() => tick(), 1000);
window.addEventListener("resize", () => measure());
</script>
<script>
const own = setInterval(() => tick(), 1000); // error: neverReleased
</script>
`);
  }
});

describe("what nobody can tell", () => {
  testPossible("svelte", "a stream that a property brings", script(`
let { source } = $props();
source.subscribe((value) => show(value));
`));

  testComponent("svelte", "a handle that the template has", script("const timer = setInterval(() => tick(), 1000);", "<Clock {timer} />"));

  testComponent("svelte", "a handle that is given to another module", script(`
import { keep } from "./keep";
keep(setInterval(() => tick(), 1000));
`));
});

/** Things that a page shows: roots, maps, charts, players, renderers. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf } from "../origin.ts";
import { call, construct, invoking, methods, result } from "../vocabulary.ts";

export const widgets: readonly CataloguedPair[] = [
  {
    id: "react-dom/root",
    noun: "a React root",
    acquire: call(oneOf(exported("react-dom/client", "createRoot"), exported("react-dom/client", "hydrateRoot"))),
    handle: result,
    releases: methods("unmount"),
    heldBy: "process",
    longLived: true,
    reason: "Effects of the tree are cleaned up by `unmount` only; removing the element does not do it.",
    docs: "https://react.dev/reference/react-dom/client/createRoot#root-unmount",
    leaking: `
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";

export class Panel {
  private root: Root | undefined;

  show(element: HTMLElement, text: string): void {
    this.root = createRoot(element);
    this.root.render(text);
  }

  isShown(): boolean {
    return this.root !== undefined;
  }

  dispose(): void {
    console.log("disposed");
  }
}
`,
    clean: `
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";

export class Panel {
  private root: Root | undefined;

  show(element: HTMLElement, text: string): void {
    this.root ??= createRoot(element);
    this.root.render(text);
  }

  dispose(): void {
    this.root?.unmount();
    this.root = undefined;
  }
}
`,
  },
  {
    id: "floating-ui/auto-update",
    noun: "an auto-update",
    acquire: call(exported("@floating-ui/dom", "autoUpdate")),
    handle: result,
    releases: invoking,
    heldBy: "process",
    reason: "It holds observers and listeners on every scrolling ancestor up to the window.",
    docs: "https://floating-ui.com/docs/autoUpdate",
    leaking: `
import { autoUpdate } from "@floating-ui/dom";

export function showTip(button: HTMLElement, tip: HTMLElement, place: () => void): void {
  autoUpdate(button, tip, place);
}
`,
    clean: `
import { autoUpdate } from "@floating-ui/dom";

export function showTip(button: HTMLElement, tip: HTMLElement, place: () => void): () => void {
  const stop = autoUpdate(button, tip, place);
  return () => stop();
}
`,
  },
  {
    id: "leaflet/map",
    noun: "a map",
    acquire: call(exported("leaflet", "map")),
    handle: result,
    releases: methods("remove"),
    fluent: ["setView", "setZoom", "setMaxBounds", "fitBounds", "fitWorld", "panTo", "flyTo", "addLayer", "addControl", "locate", "on", "once"],
    heldBy: "process",
    reason: "It keeps listeners on the window until it is removed.",
    docs: "https://leafletjs.com/reference.html#map-remove",
    leaking: `
import { map } from "leaflet";

export function zoomOf(element: HTMLElement): number {
  const shown = map(element);
  return shown.getZoom();
}
`,
    clean: `
import { map } from "leaflet";

export function zoomOf(element: HTMLElement): number {
  const shown = map(element);
  try {
    return shown.getZoom();
  } finally {
    shown.remove();
  }
}
`,
  },
  {
    id: "chart.js/chart",
    noun: "a chart",
    acquire: construct(oneOf(exported("chart.js", "Chart"), exported("chart.js/auto", "default"))),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "The module keeps every chart, with its observer and animations, until it is destroyed.",
    docs: "https://www.chartjs.org/docs/latest/developers/api.html#destroy",
    leaking: `
import { Chart } from "chart.js";

export function imageOf(canvas: HTMLCanvasElement): string {
  const chart = new Chart(canvas, { type: "bar", data: { datasets: [] } });
  return chart.toBase64Image();
}
`,
    clean: `
import { Chart } from "chart.js";

export function imageOf(canvas: HTMLCanvasElement): string {
  const chart = new Chart(canvas, { type: "bar", data: { datasets: [] } });
  try {
    return chart.toBase64Image();
  } finally {
    chart.destroy();
  }
}
`,
  },
  {
    id: "hls.js/player",
    noun: "a stream player",
    acquire: construct(exported("hls.js", "default")),
    handle: result,
    releases: methods("destroy"),
    wrongReleases: [{ method: "detachMedia", because: "`detachMedia` lets go of the element; loaders, timers and the worker stay" }],
    heldBy: "process",
    reason: "It keeps loading, and holds timers, buffers and a worker.",
    docs: "https://github.com/video-dev/hls.js/blob/master/docs/API.md#hlsdestroy",
    leaking: `
import Hls from "hls.js";

export async function playDuring(video: HTMLVideoElement, url: string, ended: Promise<void>): Promise<void> {
  const player = new Hls();
  player.loadSource(url);
  player.attachMedia(video);
  await ended;
  player.destroy();
}
`,
    clean: `
import Hls from "hls.js";

export async function playDuring(video: HTMLVideoElement, url: string, ended: Promise<void>): Promise<void> {
  const player = new Hls();
  try {
    player.loadSource(url);
    player.attachMedia(video);
    await ended;
  } finally {
    player.destroy();
  }
}
`,
  },
  {
    id: "three/renderer",
    noun: "a renderer",
    acquire: construct(exported("three", "WebGLRenderer")),
    handle: result,
    releases: methods("dispose", "forceContextLoss"),
    heldBy: "process",
    reason: "It holds a graphics context, of which a browser allows some sixteen.",
    docs: "https://threejs.org/docs/#api/en/renderers/WebGLRenderer.dispose",
    leaking: `
import { WebGLRenderer } from "three";

export function maximumTextureSize(): number {
  const renderer = new WebGLRenderer();
  return renderer.capabilities.maxTextureSize;
}
`,
    clean: `
import { WebGLRenderer } from "three";

export function maximumTextureSize(): number {
  const renderer = new WebGLRenderer();
  const size = renderer.capabilities.maxTextureSize;
  renderer.dispose();
  return size;
}
`,
  },
];

/** Scenes and animations: what they keep on the graphics card, and what runs with each frame. */
import type { CataloguedPair } from "../entry.ts";
import { exported, oneOf, type ApiOrigin } from "../origin.ts";
import { call, construct, methods, result } from "../vocabulary.ts";

const three = (...names: readonly string[]): ApiOrigin => oneOf(...names.map((name) => exported("three", name)));
const GEOMETRIES = ["BufferGeometry", "BoxGeometry", "PlaneGeometry", "SphereGeometry", "CylinderGeometry", "TorusGeometry", "ShapeGeometry", "ExtrudeGeometry"];
const MATERIALS = ["MeshBasicMaterial", "MeshStandardMaterial", "MeshPhysicalMaterial", "MeshPhongMaterial", "MeshLambertMaterial", "LineBasicMaterial", "PointsMaterial", "SpriteMaterial", "ShaderMaterial"];

export const graphics: readonly CataloguedPair[] = [
  {
    id: "three/geometry",
    noun: "a geometry",
    acquire: construct(three(...GEOMETRIES)),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    confidence: "likely",
    reason: "The renderer keeps its buffers on the graphics card until it is disposed.",
    docs: "https://threejs.org/manual/#en/how-to-dispose-of-objects",
    leaking: `
import { BoxGeometry } from "three";

export async function idAfter(work: () => Promise<void>): Promise<string> {
  const box = new BoxGeometry(1, 1, 1);
  await work();
  const id = box.uuid;
  box.dispose();
  return id;
}
`,
    clean: `
import { BoxGeometry } from "three";

export async function idAfter(work: () => Promise<void>): Promise<string> {
  const box = new BoxGeometry(1, 1, 1);
  try {
    await work();
    return box.uuid;
  } finally {
    box.dispose();
  }
}
`,
  },
  {
    id: "three/material",
    noun: "a material",
    acquire: construct(three(...MATERIALS)),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    confidence: "likely",
    reason: "The renderer keeps its program until every material that uses it is disposed.",
    docs: "https://threejs.org/manual/#en/how-to-dispose-of-objects",
    leaking: `
import { MeshBasicMaterial } from "three";

export async function idAfter(work: () => Promise<void>): Promise<string> {
  const material = new MeshBasicMaterial();
  await work();
  const id = material.uuid;
  material.dispose();
  return id;
}
`,
    clean: `
import { MeshBasicMaterial } from "three";

export async function idAfter(work: () => Promise<void>): Promise<string> {
  const material = new MeshBasicMaterial();
  try {
    await work();
    return material.uuid;
  } finally {
    material.dispose();
  }
}
`,
  },
  {
    id: "three/texture",
    noun: "a texture",
    acquire: construct(three("Texture", "CanvasTexture", "DataTexture", "VideoTexture", "CubeTexture")),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    confidence: "likely",
    reason: "The renderer keeps its pixels on the graphics card until it is disposed.",
    docs: "https://threejs.org/manual/#en/how-to-dispose-of-objects",
    leaking: `
import { CanvasTexture } from "three";

export async function idAfter(canvas: HTMLCanvasElement, work: () => Promise<void>): Promise<string> {
  const texture = new CanvasTexture(canvas);
  await work();
  const id = texture.uuid;
  texture.dispose();
  return id;
}
`,
    clean: `
import { CanvasTexture } from "three";

export async function idAfter(canvas: HTMLCanvasElement, work: () => Promise<void>): Promise<string> {
  const texture = new CanvasTexture(canvas);
  try {
    await work();
    return texture.uuid;
  } finally {
    texture.dispose();
  }
}
`,
  },
  {
    id: "three/render-target",
    noun: "a render target",
    acquire: construct(three("WebGLRenderTarget", "WebGLCubeRenderTarget", "RenderTarget")),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    confidence: "likely",
    reason: "It keeps its framebuffer and its textures on the graphics card until it is disposed.",
    docs: "https://threejs.org/docs/#api/en/renderers/WebGLRenderTarget.dispose",
    leaking: `
import { WebGLRenderTarget } from "three";

export async function widthAfter(work: () => Promise<void>): Promise<number> {
  const target = new WebGLRenderTarget(64, 64);
  await work();
  const width = target.width;
  target.dispose();
  return width;
}
`,
    clean: `
import { WebGLRenderTarget } from "three";

export async function widthAfter(work: () => Promise<void>): Promise<number> {
  const target = new WebGLRenderTarget(64, 64);
  try {
    await work();
    return target.width;
  } finally {
    target.dispose();
  }
}
`,
  },
  {
    id: "three/controls",
    noun: "a set of camera controls",
    acquire: construct(oneOf(...["OrbitControls", "TrackballControls", "MapControls", "FlyControls", "TransformControls", "PointerLockControls"].flatMap((name) => [exported(`three/examples/jsm/controls/${name}.js`, name), exported(`three/addons/controls/${name}.js`, name)]))),
    handle: result,
    releases: methods("dispose"),
    heldBy: "process",
    reason: "Their listeners stay on the element, its document and the window.",
    docs: "https://threejs.org/docs/#examples/en/controls/OrbitControls.dispose",
    leaking: `
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import type { PerspectiveCamera } from "three";

export async function turnDuring(camera: PerspectiveCamera, element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const controls = new OrbitControls(camera, element);
  controls.update();
  await work();
  controls.dispose();
}
`,
    clean: `
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import type { PerspectiveCamera } from "three";

export async function turnDuring(camera: PerspectiveCamera, element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const controls = new OrbitControls(camera, element);
  try {
    controls.update();
    await work();
  } finally {
    controls.dispose();
  }
}
`,
  },
  {
    id: "gsap/context",
    noun: "an animation context",
    acquire: call(oneOf(exported("gsap", "gsap.context"), exported("gsap", "default.context"), exported("gsap", "gsap.matchMedia"), exported("gsap", "default.matchMedia"))),
    handle: result,
    releases: methods("revert", "kill"),
    heldBy: "process",
    reason: "Its animations, and what they watch of the scrolling, run until it is reverted.",
    docs: "https://gsap.com/docs/v3/GSAP/gsap.context()/",
    leaking: `
import { gsap } from "gsap";

export async function animateDuring(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const context = gsap.context(() => gsap.to(element, { x: 100, repeat: -1 }));
  await work();
  context.revert();
}
`,
    clean: `
import { gsap } from "gsap";

export async function animateDuring(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const context = gsap.context(() => gsap.to(element, { x: 100, repeat: -1 }));
  try {
    await work();
  } finally {
    context.revert();
  }
}
`,
  },
  {
    id: "pixi/application",
    noun: "a scene",
    acquire: construct(exported("pixi.js", "Application")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    unproven: "The package unpacks to 76 MB; it is left out of the fixture workspace.",
    reason: "It holds a graphics context, of which a page has about sixteen, and a ticker that runs with each frame.",
    docs: "https://pixijs.download/release/docs/app.Application.html#destroy",
    leaking: `
import { Application } from "pixi.js";

export async function showDuring(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const scene = new Application();
  await scene.init({ resizeTo: element });
  await work();
  scene.destroy();
}
`,
    clean: `
import { Application } from "pixi.js";

export async function showDuring(element: HTMLElement, work: () => Promise<void>): Promise<void> {
  const scene = new Application();
  try {
    await scene.init({ resizeTo: element });
    await work();
  } finally {
    scene.destroy();
  }
}
`,
  },
  {
    id: "maplibre/map",
    noun: "a map",
    acquire: construct(oneOf(exported("maplibre-gl", "Map"), exported("maplibre-gl", "default.Map"), exported("mapbox-gl", "Map"), exported("mapbox-gl", "default.Map"))),
    handle: result,
    releases: methods("remove"),
    heldBy: "process",
    reason: "It holds a graphics context, of which a page has about sixteen, workers, and listeners on the window.",
    docs: "https://maplibre.org/maplibre-gl-js/docs/API/classes/Map/#remove",
    leaking: `
import { Map } from "maplibre-gl";

export async function showDuring(container: HTMLElement, work: () => Promise<void>): Promise<void> {
  const map = new Map({ container });
  await work();
  map.remove();
}
`,
    clean: `
import { Map } from "maplibre-gl";

export async function showDuring(container: HTMLElement, work: () => Promise<void>): Promise<void> {
  const map = new Map({ container });
  try {
    await work();
  } finally {
    map.remove();
  }
}
`,
  },
];

/** What a page holds on the graphics card: its memory is not the heap's, so pressure there starts no collection. */
import type { CataloguedPair } from "../entry.ts";
import { globalNamed, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { call, methods, receiverTaking, result } from "../vocabulary.ts";

const canvas = typed("lib", "HTMLCanvasElement", [resultOf(globalNamed("document.createElement"))]);
const madeContext = resultOf(memberOf(canvas, "getContext"));
const context = typed("lib", "WebGLRenderingContext", [madeContext]);
const secondContext = typed("lib", "WebGL2RenderingContext", [madeContext]);
const graphics = (name: string): ApiOrigin => oneOf(memberOf(context, name), memberOf(secondContext, name));
const newerGraphics = (name: string): ApiOrigin => memberOf(secondContext, name);
const gpu = typed("lib", "GPUDevice", [resultOf(memberOf(resultOf(globalNamed("navigator.gpu.requestAdapter")), "requestDevice"))]);

export const domGraphics: readonly CataloguedPair[] = [
  {
    id: "dom/webgl-texture",
    noun: "a texture",
    acquire: call(graphics("createTexture")),
    handle: result,
    releases: [receiverTaking("deleteTexture")],
    heldBy: "process",
    reason: "Its pixels stay on the graphics card until it is deleted or the context is lost.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGLRenderingContext/deleteTexture",
    leaking: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const texture = gl.createTexture();
  await load();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.deleteTexture(texture);
}
`,
    clean: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const texture = gl.createTexture();
  try {
    await load();
    gl.bindTexture(gl.TEXTURE_2D, texture);
  } finally {
    gl.deleteTexture(texture);
  }
}
`,
  },
  {
    id: "dom/webgl-buffer",
    noun: "a buffer",
    acquire: call(graphics("createBuffer")),
    handle: result,
    releases: [receiverTaking("deleteBuffer")],
    heldBy: "process",
    reason: "Its vertices stay on the graphics card until it is deleted or the context is lost.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGLRenderingContext/deleteBuffer",
    leaking: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const buffer = gl.createBuffer();
  await load();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.deleteBuffer(buffer);
}
`,
    clean: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const buffer = gl.createBuffer();
  try {
    await load();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  } finally {
    gl.deleteBuffer(buffer);
  }
}
`,
  },
  {
    id: "dom/webgl-framebuffer",
    noun: "a framebuffer",
    acquire: call(graphics("createFramebuffer")),
    handle: result,
    releases: [receiverTaking("deleteFramebuffer")],
    heldBy: "process",
    reason: "It keeps its attachments on the graphics card.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGLRenderingContext/deleteFramebuffer",
    leaking: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const framebuffer = gl.createFramebuffer();
  await load();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.deleteFramebuffer(framebuffer);
}
`,
    clean: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const framebuffer = gl.createFramebuffer();
  try {
    await load();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  } finally {
    gl.deleteFramebuffer(framebuffer);
  }
}
`,
  },
  {
    id: "dom/webgl-renderbuffer",
    noun: "a renderbuffer",
    acquire: call(graphics("createRenderbuffer")),
    handle: result,
    releases: [receiverTaking("deleteRenderbuffer")],
    heldBy: "process",
    reason: "Its pixels stay on the graphics card until it is deleted or the context is lost.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGLRenderingContext/deleteRenderbuffer",
    leaking: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const renderbuffer = gl.createRenderbuffer();
  await load();
  gl.bindRenderbuffer(gl.RENDERBUFFER, renderbuffer);
  gl.deleteRenderbuffer(renderbuffer);
}
`,
    clean: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const renderbuffer = gl.createRenderbuffer();
  try {
    await load();
    gl.bindRenderbuffer(gl.RENDERBUFFER, renderbuffer);
  } finally {
    gl.deleteRenderbuffer(renderbuffer);
  }
}
`,
  },
  {
    id: "dom/webgl-program",
    noun: "a shader program",
    acquire: call(graphics("createProgram")),
    handle: result,
    releases: [receiverTaking("deleteProgram")],
    heldBy: "process",
    reason: "The compiled program stays with the driver, and keeps the shaders that are attached to it.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGLRenderingContext/deleteProgram",
    leaking: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const program = gl.createProgram();
  await load();
  gl.linkProgram(program);
  gl.deleteProgram(program);
}
`,
    clean: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const program = gl.createProgram();
  try {
    await load();
    gl.linkProgram(program);
  } finally {
    gl.deleteProgram(program);
  }
}
`,
  },
  {
    id: "dom/webgl-shader",
    noun: "a shader",
    acquire: call(graphics("createShader")),
    handle: result,
    releases: [receiverTaking("deleteShader")],
    heldBy: "process",
    reason: "Once its program is linked nobody needs it, and it stays with the driver all the same.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGLRenderingContext/deleteShader",
    leaking: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const shader = gl.createShader(gl.VERTEX_SHADER);
  await load();
  gl.deleteShader(shader);
}
`,
    clean: `
export async function drawWith(gl: WebGLRenderingContext, load: () => Promise<void>): Promise<void> {
  const shader = gl.createShader(gl.VERTEX_SHADER);
  try {
    await load();
  } finally {
    gl.deleteShader(shader);
  }
}
`,
  },
  {
    id: "dom/webgl-vertex-array",
    noun: "a vertex array",
    acquire: call(newerGraphics("createVertexArray")),
    handle: result,
    releases: [receiverTaking("deleteVertexArray")],
    heldBy: "process",
    reason: "It stays with the context, with what it says of the buffers.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebGL2RenderingContext/deleteVertexArray",
    leaking: `
export async function drawWith(gl: WebGL2RenderingContext, load: () => Promise<void>): Promise<void> {
  const vertexArray = gl.createVertexArray();
  await load();
  gl.bindVertexArray(vertexArray);
  gl.deleteVertexArray(vertexArray);
}
`,
    clean: `
export async function drawWith(gl: WebGL2RenderingContext, load: () => Promise<void>): Promise<void> {
  const vertexArray = gl.createVertexArray();
  try {
    await load();
    gl.bindVertexArray(vertexArray);
  } finally {
    gl.deleteVertexArray(vertexArray);
  }
}
`,
  },
  {
    id: "dom/gpu-buffer",
    noun: "a GPU buffer",
    acquire: call(memberOf(gpu, "createBuffer")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "Its memory on the graphics card is given back by `destroy` at once, and otherwise much later.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/GPUBuffer/destroy",
    leaking: `
export async function sizeAfter(device: GPUDevice, load: () => Promise<void>): Promise<number> {
  const buffer = device.createBuffer({ size: 1024, usage: 1 });
  await load();
  const size = buffer.size;
  buffer.destroy();
  return size;
}
`,
    clean: `
export async function sizeAfter(device: GPUDevice, load: () => Promise<void>): Promise<number> {
  const buffer = device.createBuffer({ size: 1024, usage: 1 });
  try {
    await load();
    return buffer.size;
  } finally {
    buffer.destroy();
  }
}
`,
  },
  {
    id: "dom/gpu-texture",
    noun: "a GPU texture",
    acquire: call(memberOf(gpu, "createTexture")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "Its pixels on the graphics card are given back by `destroy` at once, and otherwise much later.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/GPUTexture/destroy",
    leaking: `
export async function widthAfter(device: GPUDevice, load: () => Promise<void>): Promise<number> {
  const texture = device.createTexture({ size: [64, 64], format: "rgba8unorm", usage: 4 });
  await load();
  const width = texture.width;
  texture.destroy();
  return width;
}
`,
    clean: `
export async function widthAfter(device: GPUDevice, load: () => Promise<void>): Promise<number> {
  const texture = device.createTexture({ size: [64, 64], format: "rgba8unorm", usage: 4 });
  try {
    await load();
    return texture.width;
  } finally {
    texture.destroy();
  }
}
`,
  },
];

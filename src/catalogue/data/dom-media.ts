/** Media, devices and other things of a page that hold hardware or memory outside the heap. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { mediaHolders } from "./dom-tracks.ts";
import { awaited, call, construct, methods, passingTo, receiverTaking, result } from "../vocabulary.ts";

const sourceStreams: readonly ApiOrigin[] = [
  instanceOf(globalNamed("ReadableStream")),
  instanceOf(exported("node:stream/web", "ReadableStream")),
  memberOf(resultOf(globalNamed("fetch")), "body"),
  memberOf(instanceOf(globalNamed("Response")), "body"),
  memberOf(instanceOf(globalNamed("TransformStream")), "readable"),
  memberOf(instanceOf(exported("node:stream/web", "TransformStream")), "readable"),
  resultOf(memberOf(instanceOf(globalNamed("Blob")), "stream")),
];
const firstStream = oneOf(typed("lib", "ReadableStream", sourceStreams), typed("node:stream/web", "ReadableStream", []), memberOf(typed("lib", "Response", []), "body"), resultOf(memberOf(typed("lib", "Blob", []), "stream")));
// What a stream is piped through is a stream again.
const readableStream = oneOf(firstStream, resultOf(memberOf(firstStream, "pipeThrough")));
const writableStream = typed("lib", "WritableStream", [
  instanceOf(globalNamed("WritableStream")),
  memberOf(instanceOf(globalNamed("TransformStream")), "writable"),
]);

export const domMedia: readonly CataloguedPair[] = [
  {
    id: "dom/object-url",
    noun: "an object URL",
    acquire: call(oneOf(globalNamed("URL.createObjectURL"), exported("node:url", "URL.createObjectURL"))),
    handle: result,
    releases: [passingTo(oneOf(globalNamed("URL.revokeObjectURL"), exported("node:url", "URL.revokeObjectURL")))],
    heldBy: "process",
    lent: true,
    reason: "The document keeps the blob until the URL is revoked; dropping the string frees nothing.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/URL/createObjectURL_static",
    leaking: `
export async function showDuring(image: HTMLImageElement, blob: Blob, shown: Promise<void>): Promise<void> {
  const url = URL.createObjectURL(blob);
  image.setAttribute("src", url);
  await shown;
  URL.revokeObjectURL(url);
}
`,
    clean: `
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(blob);
  try {
    link.href = url;
    link.download = name;
    link.click();
  } finally {
    URL.revokeObjectURL(url);
  }
}
`,
  },
  {
    id: "dom/audio-context",
    noun: "an audio context",
    acquire: construct(globalNamed("AudioContext")),
    handle: result,
    releases: methods("close"),
    wrongReleases: [{ method: "suspend", because: "`suspend` stops the clock and keeps the audio hardware" }],
    heldBy: "process",
    reason: "It holds an audio thread and a device; browsers allow a handful per page.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/AudioContext/close",
    leaking: `
export async function durationOf(bytes: ArrayBuffer): Promise<number> {
  const context = new AudioContext();
  const buffer = await context.decodeAudioData(bytes);
  return buffer.duration;
}
`,
    clean: `
export async function durationOf(bytes: ArrayBuffer): Promise<number> {
  const context = new AudioContext();
  try {
    const buffer = await context.decodeAudioData(bytes);
    return buffer.duration;
  } finally {
    await context.close();
  }
}
`,
  },
  {
    id: "dom/media-stream",
    noun: "a media stream",
    acquire: call(oneOf(globalNamed("navigator.mediaDevices.getUserMedia"), globalNamed("navigator.mediaDevices.getDisplayMedia"))),
    handle: awaited,
    // A stream is ended by stopping each of its tracks; who asks for them is taken to do so.
    releases: methods("getTracks", "getAudioTracks", "getVideoTracks"),
    heldBy: "process",
    holders: mediaHolders,
    reason: "Camera and microphone stay on until every track is stopped.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/MediaStreamTrack/stop",
    leaking: `
export async function hasCamera(): Promise<boolean> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const isActive = stream.active;
  return isActive;
}
`,
    clean: `
export async function hasCamera(): Promise<boolean> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const isActive = stream.active;
  for (const track of stream.getTracks()) track.stop();
  return isActive;
}
`,
  },
  {
    id: "dom/wake-lock",
    noun: "a screen wake lock",
    acquire: call(globalNamed("navigator.wakeLock.request")),
    handle: awaited,
    releases: methods("release"),
    heldBy: "process",
    reason: "The screen stays on until the lock is released or the page is hidden.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WakeLockSentinel/release",
    leaking: `
export async function play(film: { play(): Promise<void> }): Promise<void> {
  const lock = await navigator.wakeLock.request("screen");
  await film.play();
  await lock.release();
}
`,
    clean: `
export async function play(film: { play(): Promise<void> }): Promise<void> {
  const lock = await navigator.wakeLock.request("screen");
  try {
    await film.play();
  } finally {
    await lock.release();
  }
}
`,
  },
  {
    id: "dom/position-watch",
    noun: "a position watch",
    acquire: call(globalNamed("navigator.geolocation.watchPosition")),
    handle: result,
    releases: [receiverTaking("clearWatch"), passingTo(globalNamed("navigator.geolocation.clearWatch"))],
    heldBy: "process",
    reason: "The device keeps measuring, and the callback keeps all that it closes over.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/Geolocation/clearWatch",
    leaking: `
export function track(show: (latitude: number) => void): void {
  navigator.geolocation.watchPosition((position) => show(position.coords.latitude));
}
`,
    clean: `
export function track(show: (latitude: number) => void): () => void {
  const watch = navigator.geolocation.watchPosition((position) => show(position.coords.latitude));
  return () => navigator.geolocation.clearWatch(watch);
}
`,
  },
  {
    id: "dom/image-bitmap",
    noun: "an image bitmap",
    acquire: call(globalNamed("createImageBitmap")),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    reason: "Its pixels lie outside the heap, often on the graphics card, and pressure there does not start a collection.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/ImageBitmap/close",
    leaking: `
export async function widthOf(blob: Blob): Promise<number> {
  const bitmap = await createImageBitmap(blob);
  const width = bitmap.width;
  return width;
}
`,
    clean: `
export async function draw(context: CanvasRenderingContext2D, blob: Blob): Promise<void> {
  const bitmap = await createImageBitmap(blob);
  try {
    context.drawImage(bitmap, 0, 0);
  } finally {
    bitmap.close();
  }
}
`,
  },
  {
    id: "dom/video-frame",
    noun: "a video frame",
    acquire: construct(globalNamed("VideoFrame")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    reason: "Decoders own a few frames; one that is not closed stalls them.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/VideoFrame/close",
    leaking: `
export function widthOf(video: HTMLVideoElement): number {
  const frame = new VideoFrame(video);
  const width = frame.displayWidth;
  return width;
}
`,
    clean: `
export function widthOf(video: HTMLVideoElement): number {
  const frame = new VideoFrame(video);
  const width = frame.displayWidth;
  frame.close();
  return width;
}
`,
  },
  {
    id: "dom/stream-reader",
    noun: "a stream reader",
    acquire: call(memberOf(readableStream, "getReader")),
    handle: result,
    releases: methods("releaseLock", "cancel"),
    heldBy: "receiver",
    endsByItself: true,
    usedUp: { method: "read", flag: "done", value: "value" },
    shownBy: [{ method: "read", answers: ["done", "value"] }],
    reason: "A stream left before its end stays locked and keeps its source, often a connection, open.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/ReadableStreamDefaultReader/releaseLock",
    leaking: `
export async function firstChunk(url: string, parse: (chunk: Uint8Array | undefined) => Promise<string>): Promise<string> {
  const response = await fetch(url);
  const body = response.body as ReadableStream<Uint8Array>;
  const reader = body.getReader();
  const { value } = await reader.read();
  const text = await parse(value);
  await reader.cancel();
  return text;
}
`,
    clean: `
export async function firstChunk(url: string, parse: (chunk: Uint8Array | undefined) => Promise<string>): Promise<string> {
  const response = await fetch(url);
  const body = response.body as ReadableStream<Uint8Array>;
  const reader = body.getReader();
  try {
    const { value } = await reader.read();
    return await parse(value);
  } finally {
    await reader.cancel();
  }
}
`,
  },
  {
    id: "dom/stream-writer",
    noun: "a stream writer",
    acquire: call(memberOf(writableStream, "getWriter")),
    handle: result,
    releases: methods("releaseLock", "close", "abort"),
    heldBy: "receiver",
    confidence: "likely",
    reason: "The stream stays locked and its sink open.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WritableStreamDefaultWriter/releaseLock",
    leaking: `
export async function send(stream: WritableStream<string>, text: string): Promise<void> {
  const writer = stream.getWriter();
  await writer.write(text);
}
`,
    clean: `
export async function send(stream: WritableStream<string>, text: string): Promise<void> {
  const writer = stream.getWriter();
  try {
    await writer.write(text);
  } finally {
    writer.releaseLock();
  }
}
`,
  },
];

/** Recorders, codecs and files that a page opens, and the databases it keeps. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, construct, methods, receiver, result } from "../vocabulary.ts";
import { mediaHolders } from "./dom-tracks.ts";

const recorder = typed("lib", "MediaRecorder", [instanceOf(globalNamed("MediaRecorder"))]);
const fileHandle = typed("lib", "FileSystemFileHandle", []);
const CODECS = ["VideoDecoder", "VideoEncoder", "AudioDecoder", "AudioEncoder", "ImageDecoder"];
const canvas = typed("lib", "HTMLCanvasElement", [resultOf(globalNamed("document.createElement"))]);

export const domRecording: readonly CataloguedPair[] = [
  {
    id: "dom/media-recorder",
    noun: "a running recorder",
    acquire: call(memberOf(recorder, "start")),
    handle: receiver,
    releases: methods("stop"),
    wrongReleases: [{ method: "pause", because: "`pause` keeps the recorder, and the device of its stream, in use" }],
    heldBy: "process",
    reason: "It records, and keeps what it has recorded, until it is stopped or its stream ends.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/MediaRecorder/stop",
    leaking: `
export async function recordDuring(stream: MediaStream, work: () => Promise<void>): Promise<void> {
  const recorder = new MediaRecorder(stream);
  recorder.start();
  await work();
  recorder.stop();
}
`,
    clean: `
export async function recordDuring(stream: MediaStream, work: () => Promise<void>): Promise<void> {
  const recorder = new MediaRecorder(stream);
  recorder.start();
  try {
    await work();
  } finally {
    recorder.stop();
  }
}
`,
  },
  {
    id: "dom/codec",
    noun: "a codec",
    acquire: construct(oneOf(...CODECS.map((name) => globalNamed(name)))),
    handle: result,
    releases: methods("close"),
    wrongReleases: [{ method: "reset", because: "`reset` drops the work that waits; the codec keeps its hardware" }],
    heldBy: "process",
    reason: "It holds a hardware codec, of which a device has a few.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/VideoDecoder/close",
    leaking: `
export async function decodeAll(chunks: readonly EncodedVideoChunk[], config: VideoDecoderConfig): Promise<void> {
  const decoder = new VideoDecoder({ output: (frame) => frame.close(), error: () => {} });
  decoder.configure(config);
  for (const chunk of chunks) decoder.decode(chunk);
  await decoder.flush();
  decoder.close();
}
`,
    clean: `
export async function decodeAll(chunks: readonly EncodedVideoChunk[], config: VideoDecoderConfig): Promise<void> {
  const decoder = new VideoDecoder({ output: (frame) => frame.close(), error: () => {} });
  try {
    decoder.configure(config);
    for (const chunk of chunks) decoder.decode(chunk);
    await decoder.flush();
  } finally {
    decoder.close();
  }
}
`,
  },
  {
    id: "dom/audio-data",
    noun: "a block of audio data",
    acquire: construct(globalNamed("AudioData")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    reason: "Its samples lie outside the heap until it is closed.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/AudioData/close",
    leaking: `
export function durationOf(init: AudioDataInit): number {
  const data = new AudioData(init);
  const duration = data.duration;
  return duration;
}
`,
    clean: `
export function durationOf(init: AudioDataInit): number {
  const data = new AudioData(init);
  const duration = data.duration;
  data.close();
  return duration;
}
`,
  },
  {
    id: "dom/file-writer",
    noun: "a file writer",
    acquire: call(memberOf(fileHandle, "createWritable")),
    handle: awaited,
    releases: methods("close", "abort"),
    heldBy: "process",
    closedByFailing: ["write", "truncate", "close"],
    releaseMayThrow: true,
    reason: "Nothing is written to the file before `close`; until then the file stays locked and its copy stays on the disk.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/FileSystemFileHandle/createWritable",
    leaking: `
export async function save(file: FileSystemFileHandle, produce: () => Promise<string>): Promise<void> {
  const writer = await file.createWritable();
  await writer.write(await produce());
  await writer.close();
}
`,
    clean: `
export async function save(file: FileSystemFileHandle, produce: () => Promise<string>): Promise<void> {
  const writer = await file.createWritable();
  try {
    await writer.write(await produce());
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
}
`,
  },
  {
    id: "dom/canvas-stream",
    noun: "a stream of a canvas",
    acquire: call(memberOf(canvas, "captureStream")),
    handle: result,
    releases: methods("getTracks", "getVideoTracks"),
    heldBy: "process",
    holders: mediaHolders,
    reason: "The canvas is captured, frame by frame, until every track is stopped.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/HTMLCanvasElement/captureStream",
    leaking: `
export async function captureDuring(canvas: HTMLCanvasElement, work: () => Promise<void>): Promise<void> {
  const stream = canvas.captureStream(30);
  await work();
  for (const track of stream.getTracks()) track.stop();
}
`,
    clean: `
export async function captureDuring(canvas: HTMLCanvasElement, work: () => Promise<void>): Promise<void> {
  const stream = canvas.captureStream(30);
  try {
    await work();
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
`,
  },
  {
    id: "idb/database",
    noun: "a database",
    acquire: call(exported("idb", "openDB")),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "A newer version of the page cannot upgrade the database while an old connection is open.",
    docs: "https://github.com/jakearchibald/idb#opendb",
    leaking: `
import { openDB } from "idb";

export async function load(name: string, key: string): Promise<unknown> {
  const database = await openDB(name);
  const item = await database.get("items", key);
  database.close();
  return item;
}
`,
    clean: `
import { openDB } from "idb";

export async function load(name: string, key: string): Promise<unknown> {
  const database = await openDB(name);
  try {
    return await database.get("items", key);
  } finally {
    database.close();
  }
}
`,
  },
  {
    id: "dexie/database",
    noun: "a database",
    acquire: construct(oneOf(exported("dexie", "default"), exported("dexie", "Dexie"))),
    handle: result,
    releases: methods("close", "delete"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "A newer version of the page cannot upgrade the database while an old connection is open.",
    docs: "https://dexie.org/docs/Dexie/Dexie.close()",
    leaking: `
import Dexie from "dexie";

export async function countOf(name: string, table: string): Promise<number> {
  const database = new Dexie(name);
  await database.open();
  const count = await database.table(table).count();
  database.close();
  return count;
}
`,
    clean: `
import Dexie from "dexie";

export async function countOf(name: string, table: string): Promise<number> {
  const database = new Dexie(name);
  try {
    await database.open();
    return await database.table(table).count();
  } finally {
    database.close();
  }
}
`,
  },
];

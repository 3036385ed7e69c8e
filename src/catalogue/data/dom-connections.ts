/** Connections and workers that a page opens. */
import type { CataloguedPair } from "../entry.ts";
import { exported, globalNamed, oneOf } from "../origin.ts";
import { construct, methods, result } from "../vocabulary.ts";

export const domConnections: readonly CataloguedPair[] = [
  {
    id: "dom/web-socket",
    noun: "a WebSocket",
    acquire: construct(globalNamed("WebSocket")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "An open socket with listeners is kept alive by the page, and the server keeps its end.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebSocket/close",
    leaking: `
export function firstMessage(url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onmessage = (event) => resolve(event.data);
  });
}
`,
    clean: `
export function firstMessage(url: string): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onmessage = (event) => {
      socket.close();
      resolve(event.data);
    };
  });
}
`,
  },
  {
    id: "dom/event-source",
    noun: "an event source",
    acquire: construct(globalNamed("EventSource")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "It connects again by itself for ever; a browser allows six per host.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/EventSource/close",
    leaking: `
export function follow(url: string, show: (text: string) => void): void {
  const source = new EventSource(url);
  source.onmessage = (event) => show(event.data);
}
`,
    clean: `
export function follow(url: string, show: (text: string) => void): () => void {
  const source = new EventSource(url);
  source.onmessage = (event) => show(event.data);
  return () => source.close();
}
`,
  },
  {
    id: "dom/broadcast-channel",
    noun: "a broadcast channel",
    acquire: construct(oneOf(globalNamed("BroadcastChannel"), exported("node:worker_threads", "BroadcastChannel"))),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "An open channel with a listener is never collected; in Node it keeps the process alive.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/BroadcastChannel/close",
    leaking: `
export function announce(text: string): void {
  const channel = new BroadcastChannel("news");
  channel.postMessage(text);
}
`,
    clean: `
export function announce(text: string): void {
  const channel = new BroadcastChannel("news");
  try {
    channel.postMessage(text);
  } finally {
    channel.close();
  }
}
`,
  },
  {
    id: "dom/worker",
    noun: "a worker",
    acquire: construct(globalNamed("Worker")),
    handle: result,
    releases: methods("terminate"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "A worker is a thread: it lives until it is terminated or closes itself.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/Worker/terminate",
    leaking: `
export function compute(script: URL, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(script);
    worker.onmessage = (event) => resolve(event.data);
    worker.postMessage(input);
  });
}
`,
    clean: `
export function compute(script: URL, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(script);
    worker.onmessage = (event) => {
      worker.terminate();
      resolve(event.data);
    };
    worker.postMessage(input);
  });
}
`,
  },
  {
    id: "dom/peer-connection",
    noun: "a peer connection",
    acquire: construct(globalNamed("RTCPeerConnection")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "It holds sockets, threads and media tracks; browsers refuse new ones after some hundreds.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/RTCPeerConnection/close",
    leaking: `
export async function offerText(): Promise<string | undefined> {
  const connection = new RTCPeerConnection();
  const offer = await connection.createOffer();
  return offer.sdp;
}
`,
    clean: `
export async function offerText(): Promise<string | undefined> {
  const connection = new RTCPeerConnection();
  try {
    const offer = await connection.createOffer();
    return offer.sdp;
  } finally {
    connection.close();
  }
}
`,
  },
  {
    id: "dom/web-transport",
    noun: "a WebTransport session",
    acquire: construct(globalNamed("WebTransport")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    hasOtherSide: true,
    reason: "The session stays open at both ends until it is closed.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/WebTransport/close",
    leaking: `
export async function isReachable(url: string): Promise<boolean> {
  const transport = new WebTransport(url);
  await transport.ready;
  return true;
}
`,
    clean: `
export async function isReachable(url: string): Promise<boolean> {
  const transport = new WebTransport(url);
  try {
    await transport.ready;
    return true;
  } finally {
    transport.close();
  }
}
`,
  },
];

/** Copies of media: each has tracks of its own, which run until they are stopped, whatever becomes of the first. */
import type { CataloguedPair, Holders } from "../entry.ts";
import { anything, globalNamed, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { call, methods, result } from "../vocabulary.ts";

const stream = oneOf(
  typed("lib", "MediaStream", [instanceOf(globalNamed("MediaStream"))]),
  resultOf(oneOf(globalNamed("navigator.mediaDevices.getUserMedia"), globalNamed("navigator.mediaDevices.getDisplayMedia"))),
);
const track = typed("lib", "MediaStreamTrack", []);

/** A stream is another name of its tracks, and an element plays what it is given. */
export const mediaHolders: Holders = {
  makers: globalNamed("MediaStream"),
  methods: ["addTrack"],
  properties: { of: resultOf(globalNamed("document.createElement")), names: ["srcObject"] },
};

export const domTracks: readonly CataloguedPair[] = [
  {
    id: "dom/media-copy",
    noun: "a copy of its tracks",
    acquire: call(oneOf(memberOf(track, "clone"), memberOf(stream, "clone"))),
    handle: result,
    releases: methods("stop", "getTracks", "getVideoTracks", "getAudioTracks"),
    heldBy: "process",
    shownBy: [{ method: "applyConstraints" }, { method: "getSettings" }, { method: "getCapabilities" }, { method: "getConstraints" }, { method: "getVideoTracks" }, { method: "getAudioTracks" }, { givenTo: globalNamed("MediaStream") }, { givenTo: globalNamed("ImageCapture") }],
    holders: mediaHolders,
    reason: "Camera or microphone stays on until the copy is stopped as well; stopping the first does not stop it.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/MediaStreamTrack/clone",
    leaking: `
export async function takePhoto(track: MediaStreamTrack, take: (settings: MediaTrackSettings) => void): Promise<void> {
  const copy = track.clone();
  await copy.applyConstraints({ width: 1920 });
  take(copy.getSettings());
}
`,
    clean: `
export async function takePhoto(track: MediaStreamTrack, take: (settings: MediaTrackSettings) => void): Promise<void> {
  const copy = track.clone();
  try {
    await copy.applyConstraints({ width: 1920 });
    take(copy.getSettings());
  } finally {
    copy.stop();
  }
}
`,
  },
  {
    id: "dom/player-stream",
    noun: "a stream of a player",
    acquire: call(memberOf(anything, "captureStream")),
    handle: result,
    releases: methods("getTracks", "getVideoTracks", "getAudioTracks"),
    heldBy: "process",
    holders: mediaHolders,
    confidence: "likely",
    reason: "What plays is captured until every track is stopped.",
    docs: "https://developer.mozilla.org/en-US/docs/Web/API/HTMLMediaElement/captureStream",
    unproven: "The declarations of the DOM leave the method out, which Firefox has by another name.",
    leaking: `
export function hasSound(video: HTMLVideoElement): boolean {
  const stream = video.captureStream();
  return stream.active;
}
`,
    clean: `
export function countTracks(video: HTMLVideoElement): number {
  const stream = video.captureStream();
  const tracks = stream.getTracks();
  for (const track of tracks) track.stop();
  return tracks.length;
}
`,
  },
];

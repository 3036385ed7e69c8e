/** Connections over which messages come unasked, and what is subscribed on them. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed } from "../origin.ts";
import { awaited, call, construct, methods, receiver, receiverClearing, receiverTaking, result } from "../vocabulary.ts";

const hub = typed("@microsoft/signalr", "HubConnection", [resultOf(memberOf(instanceOf(exported("@microsoft/signalr", "HubConnectionBuilder")), "build"))]);
const stomp = typed("@stomp/stompjs", "Client", [instanceOf(exported("@stomp/stompjs", "Client"))]);
const room = typed("livekit-client", "Room", [instanceOf(exported("livekit-client", "Room"))]);
const supabase = typed("@supabase/supabase-js", "SupabaseClient", [resultOf(exported("@supabase/supabase-js", "createClient"))]);

export const realtime: readonly CataloguedPair[] = [
  {
    id: "signalr/connection",
    noun: "a hub connection",
    acquire: call(memberOf(hub, "start")),
    handle: receiver,
    releases: methods("stop"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It keeps its socket open and connects again by itself.",
    docs: "https://learn.microsoft.com/en-us/javascript/api/@microsoft/signalr/hubconnection#@microsoft-signalr-hubconnection-stop",
    leaking: `
import { HubConnectionBuilder } from "@microsoft/signalr";

export async function ask(url: string, question: string): Promise<string> {
  const connection = new HubConnectionBuilder().build();
  connection.baseUrl = url;
  await connection.start();
  const answer = await connection.invoke<string>("ask", question);
  await connection.stop();
  return answer;
}
`,
    clean: `
import { HubConnectionBuilder } from "@microsoft/signalr";

export async function ask(url: string, question: string): Promise<string> {
  const connection = new HubConnectionBuilder().build();
  connection.baseUrl = url;
  await connection.start();
  try {
    return await connection.invoke<string>("ask", question);
  } finally {
    await connection.stop();
  }
}
`,
  },
  {
    id: "pusher/client",
    noun: "a Pusher connection",
    acquire: construct(exported("pusher-js", "default")),
    handle: result,
    releases: methods("disconnect"),
    wrongReleases: [{ method: "unbind_all", because: "without handlers the connection is still open" }],
    heldBy: "process",
    reason: "It keeps its socket open and connects again by itself.",
    docs: "https://pusher.com/docs/channels/using_channels/connection/#disconnecting",
    leaking: `
import Pusher from "pusher-js";

export async function followDuring(key: string, changed: () => void, work: () => Promise<void>): Promise<void> {
  const client = new Pusher(key, { cluster: "eu" });
  client.subscribe("orders").bind("changed", () => changed());
  await work();
  client.disconnect();
}
`,
    clean: `
import Pusher from "pusher-js";

export async function followDuring(key: string, changed: () => void, work: () => Promise<void>): Promise<void> {
  const client = new Pusher(key, { cluster: "eu" });
  try {
    client.subscribe("orders").bind("changed", () => changed());
    await work();
  } finally {
    client.disconnect();
  }
}
`,
  },
  {
    id: "reconnecting-websocket/socket",
    noun: "a WebSocket",
    acquire: construct(exported("reconnecting-websocket", "default")),
    handle: result,
    releases: methods("close"),
    heldBy: "process",
    reason: "It connects again by itself, for ever, until it is closed.",
    docs: "https://github.com/pladaria/reconnecting-websocket#api",
    leaking: `
import ReconnectingWebSocket from "reconnecting-websocket";

export async function during(url: string, work: () => Promise<void>): Promise<void> {
  const socket = new ReconnectingWebSocket(url);
  await work();
  socket.close();
}
`,
    clean: `
import ReconnectingWebSocket from "reconnecting-websocket";

export async function during(url: string, work: () => Promise<void>): Promise<void> {
  const socket = new ReconnectingWebSocket(url);
  try {
    await work();
  } finally {
    socket.close();
  }
}
`,
  },
  {
    id: "stompjs/client",
    noun: "a STOMP connection",
    acquire: call(memberOf(stomp, "activate")),
    handle: receiver,
    releases: methods("deactivate"),
    wrongReleases: [{ method: "forceDisconnect", because: "`forceDisconnect` drops the socket, and the client connects again" }],
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It keeps its socket open and connects again by itself.",
    docs: "https://stomp-js.github.io/api-docs/latest/classes/Client.html#deactivate",
    leaking: `
import { Client } from "@stomp/stompjs";

export async function during(brokerURL: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ brokerURL });
  client.activate();
  await work();
  await client.deactivate();
}
`,
    clean: `
import { Client } from "@stomp/stompjs";

export async function during(brokerURL: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ brokerURL });
  client.activate();
  try {
    await work();
  } finally {
    await client.deactivate();
  }
}
`,
  },
  {
    id: "livekit/room",
    noun: "a room",
    acquire: call(memberOf(room, "connect")),
    handle: receiver,
    releases: methods("disconnect"),
    heldBy: "process",
    reason: "It holds the peer connections, the tracks and their devices.",
    docs: "https://docs.livekit.io/reference/client-sdk-js/classes/Room.html#disconnect",
    leaking: `
import { Room } from "livekit-client";

export async function joinDuring(url: string, token: string, work: () => Promise<void>): Promise<void> {
  const room = new Room();
  await room.connect(url, token);
  await work();
  await room.disconnect();
}
`,
    clean: `
import { Room } from "livekit-client";

export async function joinDuring(url: string, token: string, work: () => Promise<void>): Promise<void> {
  const room = new Room();
  await room.connect(url, token);
  try {
    await work();
  } finally {
    await room.disconnect();
  }
}
`,
  },
  {
    id: "livekit/track",
    noun: "a local track",
    acquire: call(oneOf(exported("livekit-client", "createLocalVideoTrack"), exported("livekit-client", "createLocalAudioTrack"))),
    handle: awaited,
    releases: methods("stop"),
    wrongReleases: [{ method: "detach", because: "`detach` takes it off the element; the camera stays on" }],
    heldBy: "process",
    reason: "Camera or microphone stays on until the track is stopped.",
    docs: "https://docs.livekit.io/reference/client-sdk-js/classes/LocalTrack.html#stop",
    leaking: `
import { createLocalVideoTrack } from "livekit-client";

export async function previewDuring(element: HTMLVideoElement, work: () => Promise<void>): Promise<void> {
  const track = await createLocalVideoTrack();
  track.attach(element);
  await work();
  track.stop();
}
`,
    clean: `
import { createLocalVideoTrack } from "livekit-client";

export async function previewDuring(element: HTMLVideoElement, work: () => Promise<void>): Promise<void> {
  const track = await createLocalVideoTrack();
  try {
    track.attach(element);
    await work();
  } finally {
    track.stop();
  }
}
`,
  },
  {
    id: "simple-peer/peer",
    noun: "a peer",
    acquire: construct(exported("simple-peer", "default")),
    handle: result,
    releases: methods("destroy"),
    heldBy: "process",
    reason: "It holds a peer connection with its sockets; browsers refuse new ones after some hundreds.",
    docs: "https://github.com/feross/simple-peer#peerdestroyerr",
    leaking: `
import Peer from "simple-peer";

export async function callDuring(stream: MediaStream, work: () => Promise<void>): Promise<void> {
  const peer = new Peer({ initiator: true, stream });
  await work();
  peer.destroy();
}
`,
    clean: `
import Peer from "simple-peer";

export async function callDuring(stream: MediaStream, work: () => Promise<void>): Promise<void> {
  const peer = new Peer({ initiator: true, stream });
  try {
    await work();
  } finally {
    peer.destroy();
  }
}
`,
  },
  {
    id: "supabase/channel",
    noun: "a channel",
    acquire: call(memberOf(supabase, "channel")),
    handle: result,
    releases: [...methods("unsubscribe"), receiverTaking("removeChannel"), receiverClearing("removeAllChannels")],
    heldBy: "process",
    confidence: "likely",
    reason: "The client keeps each channel, and joins it again after each break of the connection.",
    docs: "https://supabase.com/docs/reference/javascript/removechannel",
    leaking: `
import { createClient } from "@supabase/supabase-js";

const supabase = createClient("http://localhost", "key");

export async function during(name: string, work: () => Promise<void>): Promise<void> {
  const channel = supabase.channel(name);
  channel.subscribe();
  await work();
  await supabase.removeChannel(channel);
}
`,
    clean: `
import { createClient } from "@supabase/supabase-js";

const supabase = createClient("http://localhost", "key");

export async function during(name: string, work: () => Promise<void>): Promise<void> {
  const channel = supabase.channel(name);
  try {
    channel.subscribe();
    await work();
  } finally {
    await supabase.removeChannel(channel);
  }
}
`,
  },
];

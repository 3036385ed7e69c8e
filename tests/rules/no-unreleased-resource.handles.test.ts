import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource: handles under other names, in holders, and after one use", rule, ({ valid, invalid }) => {
  invalid("a channel that is used once and left", `
    export class Cart {
      add(item) {
        const channel = new BroadcastChannel("cart"); // error: neverReleased "\`channel\` has a broadcast channel"
        channel.postMessage({ added: item });
      }
    }
  `);
  invalid("a client that is made for one call", `
    import Redis from "ioredis";
    export async function invalidate(key) {
      await new Redis(process.env.REDIS).del(key); // error: handleDiscarded "dropped here"
    }
  `);
  valid("a client whose call may give it again", `
    import { createConnection } from "mongoose";
    export class Store {
      async open(uri) {
        this.connection = await createConnection(uri).asPromise();
      }
    }
  `, { confidence: "likely" });
  valid("a server that goes on serving", `
    import { createServer } from "node:http";
    export function serve(port) {
      createServer((q, r) => r.end("x")).listen(port);
    }
  `, { confidence: "likely" });

  invalid("a function of the platform under the name of a member", `
    const App = {};
    const urls = window.URL || window.webkitURL;
    App.toUrl = urls.createObjectURL;
    App.preview = function (file, img) {
      img.src = App.toUrl(file); // error: handleDiscarded "an object URL"
    };
    export default App;
  `);
  invalid("a function of a module among an object's members", `
    import fs from "node:fs";
    const host = { open: fs.openSync };
    export function sizeOf(path) {
      const fd = host.open(path, "r"); // error: neverReleased "\`fd\` has a file descriptor"
      return fs.fstatSync(fd).size;
    }
  `);
  valid("a member that is given another function later", `
    const Pix = {};
    Pix.link = URL.createObjectURL;
    Pix.link = function (b) { return "data:" + b; };
    Pix.save = function (blob) {
      document.querySelector("a").href = Pix.link(blob);
    };
  `, { confidence: "likely" });
  valid("a release that has another name too", `
    const api = { toUrl: URL.createObjectURL, free: URL.revokeObjectURL };
    export function show(blob, img) {
      img.onload = () => api.free(img.src);
      img.src = api.toUrl(blob);
    }
  `, { confidence: "likely" });

  invalid("a copy of a track in a stream that an own element plays", `
    export async function poster(screen) {
      const own = new MediaStream();
      const copy = screen.clone(); // error: neverReleased "\`copy\` has a copy of its tracks"
      own.addTrack(copy);
      const player = document.createElement("video");
      player.srcObject = own;
      const { width } = copy.getSettings();
      await player.play();
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.drawImage(player, 0, 0, width, width);
      return canvas.getImageData(0, 0, width, width);
    }
  `);
  invalid("a camera that an own element shows", `
    export async function probe() {
      const s = await navigator.mediaDevices.getUserMedia({ video: true }); // error: neverReleased "\`s\` has a media stream"
      const v = document.createElement("video");
      v.srcObject = s;
      await v.play();
      return v.videoWidth;
    }
  `);
  valid("an element that is put on the page", `
    export async function show(camera, root) {
      const twin = camera.clone();
      twin.getVideoTracks();
      const v = document.createElement("video");
      v.srcObject = twin;
      root.append(v);
    }
  `, { confidence: "likely" });
  valid("tracks that are stopped through the element", `
    export async function size() {
      const s = await navigator.mediaDevices.getUserMedia({ video: true });
      const v = document.createElement("video");
      v.srcObject = s;
      v.srcObject.getTracks().forEach((t) => t.stop());
      return v.videoWidth;
    }
  `, { confidence: "likely" });
  valid("a copy of anything else", `
    export function copy(model) {
      const twin = model.clone();
      twin.name = "copy";
      return twin.name;
    }
  `, { confidence: "likely" });

  invalid("a cursor that is asked for one item", `
    import { connect } from "node:net";
    class Rows {
      constructor(host) { this.host = host; this.limit = Infinity; }
      take(n) { this.limit = n; return this; }
      read() {
        if (!this.socket) this.socket = connect(9000, this.host);
        return new Promise((resolve) => this.socket.once("data", resolve));
      }
      destroy() { if (this.socket) this.socket.destroy(); }
      async *[Symbol.asyncIterator]() {
        try { while (true) yield await this.read(); } finally { this.destroy(); }
      }
    }
    const rows = (host) => new Rows(host);
    export async function head(host) {
      return rows(host).take(1).read(); // error: handleDiscarded "a cursor"
    }
    export async function longest(host) {
      const all = new Rows(host); // error: neverReleased "\`all\` has a cursor"
      return (await all.read()).length;
    }
  `, { confidence: "likely" });
  valid("a cursor that is iterated, handed on, or closes itself", `
    import { opendir } from "node:fs/promises";
    class Walk {
      dir = null;
      constructor(root) { this.root = root; }
      async next() {
        if (this.dir === null) this.dir = await opendir(this.root);
        return (await this.dir.read())?.name ?? null;
      }
      async first() {
        try { return await this.next(); } finally { await this.dispose(); }
      }
      async dispose() { await this.dir?.close(); }
      async *[Symbol.asyncIterator]() {
        for (let n = await this.next(); n; n = await this.next()) yield n;
        await this.dispose();
      }
    }
    export async function isEmpty(root) { return (await new Walk(root).first()) === null; }
    export function walk(root) { return new Walk(root); }
    export async function all(root) {
      const walking = new Walk(root);
      const out = [];
      for await (const n of walking) out.push(n);
      return out;
    }
  `, { confidence: "likely" });

  invalid("a file that Deno opens", `
    export async function sizeOf(path) {
      const file = await Deno.open(path); // error: neverReleased "\`file\` has an open file"
      return (await file.stat()).size;
    }
  `);
  valid("a file whose stream closes it", `
    export async function copy(from, to) {
      const file = await Deno.open(from);
      await file.readable.pipeTo(to);
    }
  `, { confidence: "likely" });
});

import rule from "../../src/rules/no-unreleased-field.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-field released by other code", rule, ({ valid, invalid }) => {
  valid("a field that the handler of the opposite event releases", `
    export class Buffer {
      register(bus) { bus.on("attach", this.onAttach, this); bus.on("detach", this.onDetach, this); }
      onAttach(event, media) {
        if (media.isTransferred) {
          this.transfer(media);
        } else {
          this.url = URL.createObjectURL(media.source);
        }
      }
      transfer(media) { this.onDetach("detach", media); }
      onDetach() { URL.revokeObjectURL(this.url); this.url = null; }
      destroy() { this.media = null; this.queue.destroy(); }
    }
  `);
  invalid("a field that is released only before it is filled again", `
    export class Buffer {
      onAttach(event, media) {
        this.drop();
        this.url = URL.createObjectURL(media.source); // error: fieldForgotten "url"
      }
      drop() { URL.revokeObjectURL(this.url); }
      destroy() { this.media = null; this.queue.destroy(); }
    }
  `);
  valid("a frame whose callback leaves a layer alone that has lost its map", `
    export class Layer {
      redraw() {
        if (!this.map) { return; }
        this.draw();
        this.frame = requestAnimationFrame(this.redraw.bind(this));
      }
      onRemove() { this.container.remove(); clearInterval(this.pruning); }
      onAdd() { this.pruning = setInterval(() => this.prune(), 1000); }
    }
  `);
  invalid("a frame whose callback draws in any case", `
    export class Layer {
      redraw() {
        this.draw();
        this.frame = requestAnimationFrame(this.redraw.bind(this)); // error: fieldForgotten "this.frame"
      }
      onRemove() { this.container.remove(); clearInterval(this.pruning); }
      onAdd() { this.pruning = setInterval(() => this.prune(), 1000); }
    }
  `);
  const connection = (opened: string, comment = ""): string => `
    export class Connection {
      connect(url) {
        if (this.socket) this.disconnect();
        this.socket = new WebSocket(url); ${comment}
        ${opened}
      }
      disconnect() { if (this.socket) { this.socket.onclose = () => {}; this.socket.close(); this.socket = null; } }
      _onClose({ code }) { this.ondisconnect(code); }
    }
  `;
  valid("a socket that tells its owner of its end, beside the method that ends both", connection("this.socket.onclose = this._onClose.bind(this);"));
  invalid("a socket whose owner is told of its own end", connection("this.socket.ping();", '// error: fieldForgotten "`_onClose()`"'), { confidence: "likely" });
  valid("a timer that the function in a wrapper clears", `
    export function createConsumer(cluster) {
      let restartTimeout;
      const disconnect = async () => { await stop(); await cluster.disconnect(); };
      const stop = sharedPromiseTo(async () => { await cluster.pause(); clearTimeout(restartTimeout); });
      const onCrash = () => { restartTimeout = setTimeout(() => cluster.start(), 30000); };
      return { disconnect, onCrash };
    }
  `, { confidence: "likely" });
  invalid("a timer that the function in the wrapper leaves alone", `
    export function createConsumer(cluster) {
      let restartTimeout;
      const disconnect = async () => { await stop(); await cluster.disconnect(); };
      const stop = sharedPromiseTo(async () => { await cluster.pause(); });
      const onCrash = () => { clearTimeout(restartTimeout); restartTimeout = setTimeout(() => cluster.start(), 30000); }; // error: fieldForgotten "restartTimeout"
      return { disconnect, onCrash };
    }
  `, { confidence: "likely" });
  valid("a reference whose holder the cleanup gives to a function of another file", `
    import { useEffect, useRef } from "react";
    import { clearTimeoutRef } from "./timers.js";
    export function Leaf({ isPlaceholder, show }) {
      const timer = useRef(null);
      useEffect(() => {
        if (isPlaceholder) timer.current = setTimeout(() => show(true), 60000);
        return () => clearTimeoutRef(timer);
      }, [isPlaceholder]);
      return null;
    }
  `);
  invalid("a reference that the cleanup leaves", `
    import { useEffect, useRef } from "react";
    import { stop } from "./timers.js";
    export function Leaf({ isPlaceholder, show, poll }) {
      const timer = useRef(null);
      const other = useRef(null);
      useEffect(() => {
        timer.current = setInterval(() => show(true), 60000); // error: fieldForgotten "timer.current"
        other.current = setInterval(poll, 60000);
        return () => { stop("leaf"); clearInterval(other.current); };
      }, [isPlaceholder]);
      return null;
    }
  `);
  valid("an emitter, which holds nothing, beside one that is registered", `
    export class Coordinator extends Disposable {
      onEnd = new EventEmitter();
      onStart = this._register(new EventEmitter());
    }
  `);
  invalid("a view beside one that is registered", `
    export class Coordinator extends Disposable {
      list = new TreeView("list"); // error: fieldUnregistered "TreeView"
      files = this._register(new TreeView("files"));
    }
  `);
  valid("a field that its giver has filled first", `
    export class Coordinator extends Disposable {
      constructor(private view: View) { super(); this._register(onChange(() => { this.view.dispose(); this.view = new View(this); })); }
    }
  `);
  invalid("a field that the object fills itself", `
    export class Coordinator extends Disposable {
      constructor() { super(); this.view = new View();
        this._register(onChange(() => { this.view.dispose(); this.view = new View(this); })); } // error: fieldUnregistered "this.view"
    }
  `);
  valid("a listener whose end goes onto the list that it is given", `
    export class Coordinator {
      disposables = [];
      attach(controller) {
        this.handler?.dispose();
        this.handler = controller.onDidReceive((message) => this.take(message), this, this.disposables);
      }
      take() {}
      dispose() { disposeAll(this.disposables); }
    }
  `);
  invalid("a listener without such a list", `
    export class Coordinator {
      disposables = [];
      attach(controller) {
        this.handler?.dispose();
        this.handler = controller.onDidReceive((message) => this.take(message), this); // error: fieldForgotten "this.handler"
      }
      take() {}
      dispose() { disposeAll(this.disposables); }
    }
  `);

  const slider = (pointerUp: string, comment = ""): string => `
    export class Slider {
      pointerMove(index) {
        this.stopRendering();
        this.timer = setInterval(() => this.render(index), 250); ${comment}
      }
      ${pointerUp}
      stopRendering() { clearInterval(this.timer); }
      destroy() { this.element.off("scroll", this.onScroll); }
    }
  `;
  valid("a field that its helper releases also where it is not filled again", slider("pointerUp() { this.stopRendering(); this.isDragging = false; }"));
  invalid("a field whose helper only makes room for the next value", slider("pointerUp() { this.isDragging = false; }", '// error: fieldForgotten "timer"'));
  valid("a field that one state fills and the other releases, in one function", `
    export class Geolocation {
      constructor(source) { source.on("tracking", this.onTracking, this); }
      onTracking() {
        if (this.isTracking && this.watch === undefined) {
          this.watch = navigator.geolocation.watchPosition(() => this.moved());
        } else if (!this.isTracking && this.watch !== undefined) {
          navigator.geolocation.clearWatch(this.watch);
          this.watch = undefined;
        }
      }
      dispose() { this.setTracking(false); super.dispose(); }
    }
  `);
  const transport = (end: string): string => `
    export class Transport {
      constructor() { this.worker = setInterval(() => this.flush(), 10000); }
      connect(url) { this.socket = new WebSocket(url); }
      ${end}() { this.socket.close(); this.socket = null; }
    }
  `;
  valid("what the object is made with, where the end of a connection may be followed by the next", transport("disconnect"));
  invalid("the same, where the object ends", `
    export class Transport {
      constructor() {
        this.worker = setInterval(() => this.flush(), 10000); // error: fieldForgotten "worker"
      }
      connect(url) { this.socket = new WebSocket(url); }
      dispose() { this.socket.close(); this.socket = null; }
    }
  `);
  invalid("what the start fills and the stop forgets", `
    export class Emulator {
      start() {
        this.worker = setInterval(() => this.flush(), 10000); // error: fieldForgotten "worker"
        this.socket = new WebSocket(this.url);
      }
      stop() { this.socket.close(); this.socket = null; }
    }
  `);
  const server = (after: string): string => `
    export class Manager {
      disposables = [];
      start() {
        if (this.service) { this.service.dispose(); this.service = undefined; }
        const service = this.service = new DevService();MARK
        ${after}
      }
      dispose() { for (const one of this.disposables) one.dispose(); }
    }
    class DevService { connect() { this.timer = setInterval(() => {}, 1000); } dispose() { clearInterval(this.timer); } }
  `;
  valid("what a list was given under the name of a variable", server("this.disposables.push(service);").replace("MARK", ""));
  invalid("what another object only works with", server("this.server.add(this, service);").replace("MARK", " // error: fieldForgotten \"service\""));
});

import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const EVENTS = {
  "src/events.ts": `
    export interface Disposed { dispose(): void }
    export type Event<T> = (listener: (value: T) => void) => Disposed;
    export class Emitter<T> { readonly event!: Event<T>; fire(value: T): void {} dispose(): void {} }
    export abstract class Model { readonly onDidChange!: Event<string>; readonly onResize!: Event<number>; abstract onPaint(draw: () => void): void; abstract chain(step: () => void): Model; dispose(): void {} }
    export function makeDraggable(element: object, moved: (x: number) => void): () => void { return () => {}; }
    export function each(element: object, visit: (x: number) => void): void {}
  `,
};
const TYPED = { typed: true, files: EVENTS } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("one event of a row is not pushed to the list", `
    export class FileResource {
      toDispose = new DisposableCollection();
      constructor(files, uri) {
        this.files = files;
        this.toDispose.push(this.files.onDidChangeFile(() => this.sync()));
        this.files.onDidChangeProvider(() => this.sync()); // error: handleDiscarded "\`this.files.onDidChangeProvider(…)\`" "\`dispose()\` on line 10"
      }
      sync() {}
      dispose() { this.toDispose.dispose(); }
    }
  `);
  invalid("a shaped event beside a registered one of the same emitter", `
    export class View extends Disposable {
      constructor(terminal) {
        super();
        this._terminal = terminal;
        this._register(this._terminal.onData(() => this.draw()));
        this._terminal.onResize(() => this.draw()); // error: handleDiscarded "onResize"
      }
      draw() {}
    }
  `);
  invalid("a dropped event of an injected service, told by type", `
    import type { Model } from "./events.ts";
    export class View {
      private readonly listeners: { dispose(): void }[] = [];
      constructor(private readonly modelService: Model, private readonly other: Model) {
        this.listeners.push(this.other.onDidChange(() => this.draw()));
        this.modelService.onResize(() => this.draw()); // error: handleDiscarded "onResize" "handle.dispose()"
      }
      draw(): void {}
      dispose(): void { for (const listener of this.listeners) listener.dispose(); }
    }
  `, TYPED);
  invalid("a remover of the same file, dropped by a class that keeps the others", `
    function listenTo(element, moved) {
      element.addEventListener("pointerdown", moved);
      return () => element.removeEventListener("pointerdown", moved);
    }
    export class Line {
      subscriptions = [];
      constructor(line, dot, moved) {
        this.subscriptions.push(listenTo(dot, moved));
        listenTo(line, moved); // error: handleDiscarded "\`listenTo(…)\`" "\`destroy()\` on line 12"
      }
      destroy() { for (const end of this.subscriptions) end(); }
    }
  `);
  invalid("a remover told by type alone is likely", `
    import { makeDraggable } from "./events.ts";
    export class Line {
      constructor(element: object) {
        makeDraggable(element, (x) => this.move(x)); // error: handleDiscarded "makeDraggable" "handle()"
      }
      move(x: number): void {}
      destroy(): void {}
    }
  `, { ...TYPED, confidence: "likely" });
  invalid("the end in a variable that nobody reads", `
    export class View extends Disposable {
      constructor(model) {
        super();
        this._register(model.onDidClear(() => this.draw()));
        const listener = model.onDidChange(() => this.draw()); // error: neverReleased "\`listener\`"
      }
      draw() {}
    }
  `);
  invalid("an event of a service without siblings is likely", `
    export class View {
      constructor(themeService) { themeService.onDidChange(() => this.draw()); } // error: handleDiscarded "onDidChange"
      draw() {}
      dispose() { this.done = true; }
    }
  `, { confidence: "likely" });
  invalid("each instance listens to what all instances share", `
    export class Skipper {
      static changes = new EventEmitter();
      constructor() {
        Skipper.changes.onDidChange(() => this.update()); // error: handleDiscarded "Skipper.changes"
      }
      update() {}
    }
  `, { confidence: "likely" });
  invalid("a listener left by a promise that clears its timer", `
    export function cancellable(promise, token, ms) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(reject, ms);
        token.onCancellationRequested(() => reject(new Error("cancelled"))); // error: handleDiscarded "onCancellationRequested"
        promise.then((value) => { clearTimeout(timer); resolve(value); }, reject);
      });
    }
  `, { confidence: "likely" });
  invalid("an effect that keeps nothing", `
    import { useEffect } from "react";
    export function useTheme(store, apply) {
      useEffect(() => {
        store.subscribe(() => apply(store.theme)); // error: handleDiscarded "\`store.subscribe(…)\`" "returns no cleanup"
      }, [store]);
    }
  `);

  valid("all events are registered", `
    export class View extends Disposable {
      constructor(terminal) {
        super();
        this._register(terminal.onData(() => this.draw()));
        this.toDispose.pushAll([terminal.onResize(() => this.draw()), terminal.onKey(() => this.draw())]);
      }
      draw() {}
    }
  `, { confidence: "likely" });
  valid("disposables given as third argument", `
    import * as vscode from "vscode";
    export class Tracker {
      disposables = [];
      constructor() { vscode.workspace.onDidChangeConfiguration(this.update, this, this.disposables); }
      update() {}
      dispose() { for (const one of this.disposables) one.dispose(); }
    }
  `, { confidence: "likely" });
  valid("an emitter that the object makes", `
    export class View extends Disposable {
      model = new Model();
      constructor(other) {
        super();
        this._register(other.onDidChange(() => this.draw()));
        this.model.onDidChange(() => this.draw());
        this.onDidFocus(() => this.draw());
      }
      draw() {}
    }
  `, { confidence: "likely" });
  valid("an emitter that the object ends", `
    export class View {
      constructor(editor, other) {
        this.editor = editor;
        this.toDispose.push(other.onDidChange(() => this.draw()));
        this.editor.onDidChange(() => this.draw());
      }
      draw() {}
      dispose() { this.editor.dispose(); this.toDispose.dispose(); }
    }
  `, { confidence: "likely" });
  valid("an emitter made and registered in one", `
    export class View extends Disposable {
      constructor(service) {
        super();
        const widget = this._register(new Widget());
        widget.onDidChange(() => this.draw());
        this._register(service.onDidChange(() => this.draw()));
      }
      draw() {}
    }
  `, { confidence: "likely" });
  valid("what an object wraps may end with it", `
    export class Transport {
      constructor(session) { session.onDidReceiveMessage(() => this.read()); }
      read() {}
      dispose() { this.done = true; }
    }
  `, { confidence: "likely" });
  valid("a child handed to a method", `
    export class Tabs {
      children = [];
      add(tab) { this.children.push(tab); tab.onDidRename(() => this.draw()); }
      draw() {}
      dispose() { this.children.length = 0; }
    }
  `, { confidence: "likely" });
  valid("the last event of an emitter", `
    export class View extends Disposable {
      constructor(terminal) {
        super();
        this._register(terminal.onData(() => this.draw()));
        terminal.onDidDispose(() => this.draw());
        terminal.onExit(() => this.draw());
      }
      draw() {}
    }
  `, { confidence: "likely" });
  valid("an object that nobody ends", `
    export class Commands {
      constructor(service) { service.onDidChange(() => this.update()); }
      update() {}
    }
  `, { confidence: "likely" });
  valid("set-up of the whole program", `
    import { model } from "./model.js";
    model.onDidChange(() => console.log("changed"));
  `, { confidence: "likely" });
  valid("a method that hands out nothing by its type", `
    import type { Model } from "./events.ts";
    export class View {
      private readonly listeners: { dispose(): void }[] = [];
      constructor(private readonly model: Model) {
        this.listeners.push(this.model.onDidChange(() => this.draw()));
        this.model.onPaint(() => this.draw());
        this.model.chain(() => this.draw());
      }
      draw(): void {}
      dispose(): void { for (const listener of this.listeners) listener.dispose(); }
    }
  `, { ...TYPED, confidence: "likely" });
  valid("a function with a callback that returns nothing", `
    import { each } from "./events.ts";
    export class Line {
      constructor(element: object) { each(element, (x) => this.move(x)); }
      move(x: number): void {}
      destroy(): void {}
    }
  `, { ...TYPED, confidence: "likely" });
  valid("the event handler of another object is called, not subscribed to", `
    export class View extends Disposable {
      constructor(model) { super(); this.model = model; this._register(model.onDidChange(() => this.draw())); }
      handle(event) { this.model.onKeyDown(event); this.model.onPaste(event, () => {}); }
      draw() {}
    }
  `, { confidence: "likely" });
  valid("a helper of the file that returns something else", `
    function each(list, visit) { list.add(visit); return () => list.size; }
    export class Line {
      constructor(list) { each(list, () => this.move()); }
      move() {}
      destroy() {}
    }
  `, { confidence: "likely" });
  valid("an effect that returns the end", `
    import { useEffect } from "react";
    export function useTheme(store, apply) {
      useEffect(() => store.subscribe(() => apply(store.theme)), [store]);
      useEffect(() => { const end = store.subscribe(apply); return () => end(); }, [store]);
    }
  `, { confidence: "likely" });
  valid("a topic of a broker", `
    export class Reader {
      constructor(client) { client.subscribe("jobs", () => this.read()); }
      read() {}
      dispose() { this.done = true; }
    }
  `, { confidence: "likely" });
  valid("what a reactive scope ends", `
    import { watch } from "vue";
    export class Panel {
      constructor(source) { watch(source, () => this.draw()); }
      draw() {}
      dispose() { this.done = true; }
    }
  `, { confidence: "likely" });
  valid("most of the class drops them: a habit of its own, not certain", `
    export class View extends Disposable {
      constructor(model) {
        super();
        this._register(model.onDidChange(() => this.draw()));
        model.onDidClear(() => this.draw());
        model.onDidScroll(() => this.draw());
      }
      draw() {}
    }
  `);
});

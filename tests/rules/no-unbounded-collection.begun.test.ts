import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection: what is begun, shown or worked out for each", rule, ({ valid, invalid }) => {
  invalid("set up for each game, of which the end is heard", `
    interface Game { readonly id: string; once(event: string, then: () => void): void }
    export class ReplayManager {
      private readonly replays = new Map<string, { moves: string[]; since: number }>();
      setupGame(game: Game): void {
        this.replays.set(game.id, { moves: [], since: Date.now() }); // error: neverRemoved "whenever \`setupGame\` runs"
        game.once("finish", () => console.log("over"));
      }
      moved(gameId: string, move: string) { this.replays.get(gameId)?.moves.push(move); }
    }
  `, { confidence: "likely" });
  invalid("enabled for each tab, which tells of its end", `
    const stats = new Map();
    export function enableForTab(tab) {
      stats.set(tab.id, { loads: 0, since: Date.now() }); // error: neverRemoved "whenever \`enableForTab\` runs"
      tab.onRemoved(() => console.log("tab gone"));
    }
    export function loaded(tabId) { stats.get(tabId).loads++; }
  `, { confidence: "likely", language: "js" });
  invalid("begun for each speaker", `
    export function createRecorder(sink) {
      const tracks = new Map();
      return {
        initSpeaker(speaker) {
          tracks.set(speaker.id, { recorder: sink.open(speaker.stream), words: [] }); // error: neverRemoved "whenever \`initSpeaker\` runs"
        },
        dump: () => [...tracks.values()],
      };
    }
  `, { confidence: "likely", language: "js" });
  valid("registered as it is given", `
    export class ToolService {
      private readonly tools = new Map<string, unknown>();
      registerTool(tool: { id: string; run(): void }): void { this.tools.set(tool.id, tool); }
      get(id: string) { return this.tools.get(id); }
    }
  `, { confidence: "likely" });
  valid("one of a few by its name", `
    const langs = new Map();
    export function initLanguage(language) {
      langs.set(language.code, { words: new Map(), language });
    }
  `, { confidence: "likely", language: "js" });
  valid("removed at the end that is heard", `
    interface Game { readonly id: string; once(event: string, then: () => void): void }
    export class ReplayManager {
      private readonly replays = new Map<string, { moves: string[] }>();
      setupGame(game: Game): void {
        this.replays.set(game.id, { moves: [] });
        game.once("finish", () => this.replays.delete(game.id));
      }
    }
  `, { confidence: "likely" });
  invalid("filled by the methods of an object that is put in a variable first", `
    export function createBoard(audio) {
      const strips = new Map();
      const board = {
        enableSinger(singer) {
          const gain = audio.createGain();
          strips.set(singer.id, { gain, level: 0 }); // error: neverRemoved "\`strips\`"
        },
        loudest() {
          return [...strips.values()].sort((a, b) => b.level - a.level)[0];
        },
      };
      return board;
    }
  `, { confidence: "likely", language: "js" });
  invalid("a factory with a capital, and a frozen object", `
    export function SeatTracker(hall: { name: string }) {
      const taken = new Map<string, number>();
      const api = Object.freeze({
        initVisitor(visitor: { id: string }) {
          taken.set(visitor.id, Date.now()); // error: neverRemoved "\`taken\`"
        },
        count: () => taken.size,
      });
      return api;
    }
  `, { confidence: "possible" });
  valid("a component", `
    export function Panel({ items }) {
      const seen = new Map();
      const onClick = (item) => { seen.set(item.id, true); };
      return React.createElement("ul", null, items.map((item) => React.createElement("li", { onClick: () => onClick(item) })));
    }
  `, { confidence: "likely", language: "js" });
  invalid("screens beside rules that are taken out again", `
    export class Thermostat {
      constructor() { this.screens = new Set(); this.rules = new Set(); this.value = 0; }
      showOn(screen) {
        this.screens.add(screen); // error: neverRemoved "\`this.screens\`"
        screen.draw(this.value);
      }
      when(rule) { this.rules.add(rule); return () => this.rules.delete(rule); }
      update(value) {
        this.value = value;
        for (const screen of this.screens) screen.draw(value);
        for (const rule of this.rules) rule.check(value);
      }
    }
  `, { confidence: "likely", language: "js" });
  invalid("views beside hooks that are taken out again", `
    interface View { render(text: string): void }
    export const makeTicker = () => {
      const views: View[] = [];
      const hooks: (() => void)[] = [];
      const mirror = (view: View): void => {
        views.push(view); // error: neverRemoved "\`views\`"
        view.render("");
      };
      const hook = (run: () => void) => {
        hooks.push(run);
        return () => { hooks.splice(hooks.indexOf(run), 1); };
      };
      const tick = (text: string): void => {
        views.forEach((view) => view.render(text));
        hooks.forEach((run) => run());
      };
      return { mirror, hook, tick };
    };
  `, { confidence: "likely" });
  valid("nothing beside it is taken out", `
    export function createSheet(width) {
      const stickers = new Set();
      return {
        place(sticker) { stickers.add(sticker); },
        paint(canvas) { for (const s of stickers) canvas.stamp(s, width); },
      };
    }
  `, { confidence: "likely", language: "js" });
  invalid("worked out for a shape until somebody says that it has changed", `
    class Layouts {
      constructor() { this.boxes = new Map(); }
      boxOf(shape) {
        if (this.boxes.has(shape)) return this.boxes.get(shape);
        const box = { width: shape.points.length };
        this.boxes.set(shape, box); // error: removedInVain "it loses one only in \`changed()\`"
        return box;
      }
      changed(shape) { this.boxes.delete(shape); }
    }
    export default new Layouts();
  `, { confidence: "likely", language: "js" });
  invalid("worked out in a module", `
    const outlines = new Map();
    export function outlineOf(glyph) {
      let outline = outlines.get(glyph);
      if (outline === undefined) {
        outline = glyph.path.map((p) => p * 2);
        outlines.set(glyph, outline); // error: removedInVain "it loses one only in \`invalidate()\`"
      }
      return outline;
    }
    export function invalidate(glyph) { outlines.delete(glyph); }
  `, { confidence: "likely", language: "js" });
  invalid("worked out in a static field", `
    interface Mesh { readonly points: number[] }
    export class Bounds {
      private static readonly known = new Map<Mesh, number>();
      static of(mesh: Mesh): number {
        let bound = Bounds.known.get(mesh);
        if (bound === undefined) {
          bound = Math.max(...mesh.points);
          Bounds.known.set(mesh, bound); // error: removedInVain "it loses one only in \`edited()\`"
        }
        return bound;
      }
      static edited(mesh: Mesh): void { Bounds.known.delete(mesh); }
    }
  `, { confidence: "likely" });
  valid("the file itself calls what takes it out", `
    const outlines = new Map();
    export function outlineOf(glyph) {
      let outline = outlines.get(glyph);
      if (outline === undefined) {
        outline = glyph.path.map((p) => p * 2);
        outlines.set(glyph, outline);
      }
      return outline;
    }
    export function invalidate(glyph) { outlines.delete(glyph); }
    export function destroy(glyph) { glyph.free(); invalidate(glyph); }
  `, { confidence: "likely", language: "js" });
  valid("put in and taken out by others", `
    const seats = new Map();
    export function sit(guest) { seats.set(guest, guest.table); }
    export function leave(guest) { seats.delete(guest); }
  `, { confidence: "likely", language: "js" });
  invalid("a Map on a global object", `
    /* global LIFT */
    LIFT.rides = new Map();
    LIFT.board = function (rider) {
      LIFT.rides.set(rider.id, { since: Date.now() }); // error: neverRemoved "\`LIFT.rides\`"
    };
    LIFT.arrive = function (rider) {
      var ride = LIFT.rides.get(rider.id);
      LIFT.seconds += Date.now() - ride.since;
    };
  `, { confidence: "possible", language: "js" });
  invalid("a record on a member of the window", `
    window.Chat = window.Chat || {};
    window.Chat.typing = {};
    window.Chat.start = function (user) {
      window.Chat.typing[user.id] = Date.now(); // error: neverRemoved "\`window.Chat.typing\`"
    };
    window.Chat.show = function (user) {
      document.title = String(Date.now() - window.Chat.typing[user.id]);
    };
  `, { confidence: "possible", language: "js" });
  invalid("a record on an object that scripts share", `
    var APP = APP || {};
    APP.jobs = {};
    APP.begin = function (job) {
      APP.jobs[job.id] = { at: Date.now() }; // error: neverRemoved "\`APP.jobs\`"
    };
    APP.report = function (job) {
      APP.last = Date.now() - APP.jobs[job.id].at;
    };
  `, { confidence: "possible", language: "js" });
  valid("deleted at the end", `
    /* global LIFT */
    LIFT.rides = {};
    LIFT.board = function (rider) { LIFT.rides[rider.id] = 1; };
    LIFT.arrive = function (rider) { delete LIFT.rides[rider.id]; };
  `, { confidence: "possible", language: "js" });
  valid("made anew", `
    /* global LIFT */
    LIFT.rides = {};
    LIFT.board = function (rider) { LIFT.rides[rider.id] = 1; };
    LIFT.midnight = function () { LIFT.rides = {}; };
  `, { confidence: "possible", language: "js" });
  valid("types of the program", `
    /* global UI */
    UI.widgets = {};
    UI.define = function (type, make) { UI.widgets[type] = make; };
    UI.create = function (type) { return UI.widgets[type](); };
  `, { confidence: "possible", language: "js" });
});

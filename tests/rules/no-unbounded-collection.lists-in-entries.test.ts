import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;
const broker = (hear: string, error = ""): string => `
  export function createBroker(names, onLost) {
    const topics = new Map();
    for (const name of names) topics.set(name, { retained: null, sinks: new Set() });
    function subscribe(name, socket) {
      const topic = topics.get(name);
      const { sinks, retained } = topic;
      sinks.add(socket);${error}
      ${hear}
      if (retained !== null) socket.write(retained);
    }
    function publish(name, packet) { for (const sink of topics.get(name).sinks) sink.write(packet); }
    return { subscribe, publish };
  }
`;
const quiz = (guard: string, error = ""): string => `
  export class Quiz {
    rounds = new Map();
    begin(id) { this.rounds.set(id, { players: new Set() }); }
    join(id, player) {
      const round = this.rounds.get(id);
      ${guard}
      round.players.add(player);${error}
      player.once("close", () => console.log("left"));
    }
    finish(id) { const text = String(this.rounds.get(id).players.size); this.rounds.delete(id); return text; }
  }
`;
const stats = (event: string, error = ""): string => `
  export class Stats {
    counters = {};
    setupForDevice(device) {
      const { address } = device;
      this.counters[address] = { reads: 0 };${error}
      device.once("${event}", () => console.log(this.counters[address].reads));
    }
  }
  const stats = new Stats();
  hub.on("plugged", (device) => stats.setupForDevice(device));
`;

describeRule("no-unbounded-collection: lists in entries, and ends of what is taken apart", rule, ({ valid, invalid }) => {
  invalid("a list taken out of its entry by a pattern", broker(`socket.once("close", () => onLost(name));`, ' // error: neverRemoved "own end is heard on line 9"'), STRICT);
  valid("the element is taken off", broker(`socket.once("close", () => sinks.delete(socket));`), STRICT);
  valid("unknown: no end is heard", broker(""), STRICT);
  invalid("lists that come and go without a limit", quiz("if (!round) return;", ' // error: neverRemoved "own end is heard on line 9"'), STRICT);
  valid("lists that come and go with a limit", quiz("if (!round || round.players.size >= 50) return;"), STRICT);
  invalid("a part of the key's object hears the end", stats("unplugged", ' // error: neverRemoved "own end is heard on line 7"'), STRICT);
  valid("unknown: another event", stats("pressed"), STRICT);
});

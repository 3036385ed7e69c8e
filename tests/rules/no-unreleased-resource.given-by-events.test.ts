import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;
const dashboard = (given: string, verb = "on", error = ""): string => `
  import { WebSocketServer } from "ws";
  class Client {
    constructor(socket, inventory) {
      this.socket = socket;
      inventory.on("changed", () => this.push());${error}
    }
    push() { this.socket.send("changed"); }
    dispose() { this.socket = undefined; }
  }
  export function serve(inventory, port) {
    const wss = new WebSocketServer({ port });
    wss.${verb}("connection", (socket) => {
      const client = new Client(socket, ${given});
      socket.on("close", () => client.dispose());
    });
    return wss;
  }
`;
const batches = (type: string, error = ""): string => `
  import type { Event } from "${type}";
  export async function* batches<T>(event: Event<T>) {
    const items: T[] = [];
    event((item) => { items.push(item); });${error}
    while (true) { await new Promise((resolve) => setTimeout(resolve, 9)); yield items.splice(0); }
  }
`;
const viewer = (before: string, error = ""): string => `
  export class Viewer {
    camera = null;
    select(cameras, name) {
      const camera = cameras.get(name);
      ${before}
      this.camera = camera;
      camera.on("frame", this.onFrame);${error}
    }
    onFrame = () => {};
    dispose() { this.camera?.off("frame", this.onFrame); this.camera = null; }
  }
`;

describeRule("no-unreleased-resource: targets that events and stores give", rule, ({ valid, invalid }) => {
  invalid("one target for the object of each connection", dashboard("inventory", "on", ' // error: listenerStays "inventory"'), STRICT);
  valid("a target of its own", dashboard("new Inventory()"), STRICT);
  valid("unknown: an event that is heard once", dashboard("inventory", "once"), STRICT);
  invalid("an imported event type", batches("vscode-jsonrpc", ' // error: handleDiscarded "event"'), STRICT);
  valid("unknown: the event type of another package", batches("./events"), STRICT);
  invalid("what a map gives replaces another", viewer("", ' // error: targetReplaced "this.camera"'), STRICT);
  valid("the old one is asked first", viewer(`this.camera?.off("frame", this.onFrame);`), STRICT);
});

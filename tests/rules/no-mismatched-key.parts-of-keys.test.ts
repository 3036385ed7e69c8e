import rule from "../../src/rules/no-mismatched-key.ts";
import { describeRule } from "../support/rule-tester.ts";

const texts = (maker: string, args: string, error = ""): string => `
  const keyOf = (...parts) => ${maker};
  const texts = new Map();
  export function put(app, locale, revision, table) { texts.set(keyOf(app, locale, revision), table); }
  export function get(app, locale, revision) { return texts.get(keyOf(app, locale, revision)); }
  export function drop(app, locale, revision) {
    texts.delete(keyOf(${args}));${error}
  }
`;

describeRule("no-mismatched-key of lists that a function goes over", rule, ({ valid, invalid }) => {
  invalid("of the language", texts('parts.map(encodeURIComponent).join("&")', "app, locale", ' // error: keysDiffer "emptied under"'));
  invalid("of the file", `
    const clean = (part) => part.trim();
  ${texts('parts.map(clean).join("&")', "app, locale", ' // error: keysDiffer "emptied under"')}`);
  valid("with all parts", texts('parts.map(encodeURIComponent).join("&")', "app, locale, revision"));
  valid("of which nothing is known", `
    import { clean } from "./clean.js";
  ${texts('parts.map(clean).join("&")', "app, locale")}`);
});

const slots = (put: string, drop: string, error = ""): string => `
  export class Surgery {
    slots = new Map();
    book(booking) {
      const start = new Date(booking.start);
      this.slots.set(${put}, { start });
    }
    free(booking) {
      const start = new Date(booking.start);
      return this.slots.delete(${drop});${error}
    }
  }
`;

describeRule("no-mismatched-key of dates that are made of the same", rule, ({ valid, invalid }) => {
  invalid("in two forms", slots('[booking.room, start].join("@")', "`${booking.room}@${start.toISOString()}`", ' // error: keysDiffer "emptied under"'));
  valid("in one form", slots('[booking.room, start.toISOString()].join("@")', "`${booking.room}@${start.toISOString()}`"));
  valid("of another moment", slots("`${start}`", "`${start.toISOString()}`").replace("new Date(booking.start);\n      return", "new Date(booking.end);\n      return"));
});

const shelf = (destroyed: string, error = ""): string => `
  export class ShelfStore {
    private readonly prefix: string;
    constructor(private readonly shelf: Map<string, string>, prefix: string) { this.prefix = prefix; }
    set(sid: string, text: string) { this.shelf.set(this.prefix + sid, text); }
    destroy(sid: string) { this.shelf.delete(this.prefix + sid); }
    sweep() {
      for (const key of this.ownKeys()) this.destroy(${destroyed});${error}
    }
    private ownKeys() { return [...this.shelf.keys()].filter((key) => key.startsWith(this.prefix)); }
  }
`;

describeRule("no-mismatched-key of keys that are read back from a store of others", rule, ({ valid, invalid }) => {
  invalid("and prefixed again", shelf("key", ' // error: keysDiffer "once more"'));
  valid("and cut before", shelf("key.slice(this.prefix.length)"));
  valid("of which nothing is known", shelf("key").replace("[...this.shelf.keys()]", "namesOf(this.shelf)"));
});

const links = (normal: string, dropped: string, error = ""): string => `
  import { domainToASCII } from "node:url";
  function keyOf(host) {
    const ascii = domainToASCII(host.trim());
    return ascii.endsWith(".") ? ${normal} : ascii;
  }
  const links = new Map();
  export function link(host, socket) {
    links.set(keyOf(host), socket);
    socket.once("close", () => {
      links.delete(${dropped});${error}
    });
  }
  export const find = (host) => links.get(keyOf(host));
`;

describeRule("no-mismatched-key of what a helper makes of a name in one way or another", rule, ({ valid, invalid }) => {
  invalid("and a delete under the name itself", links("ascii.slice(0, -1)", "host", ' // error: keysDiffer "emptied under"'));
  valid("and a delete under what it makes", links("ascii.slice(0, -1)", "keyOf(host)"));
});

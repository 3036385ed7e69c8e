import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection where the end of what is put in is told", rule, ({ valid, invalid }) => {
  const tabs = (removed: string): string => `
    const agents = new Map();
    function initialize(tab) { agents.set(tab.id, { url: tab.url, requests: 0 }); }
    chrome.tabs.onCreated.addListener(initialize);
    chrome.tabs.onRemoved.addListener((tabId) => { ${removed} });
    chrome.webRequest.onCompleted.addListener((details) => { agents.get(details.tabId).requests += 1; });
  `;
  valid("to a listener that takes it out", tabs("agents.delete(tabId);"), { language: "js" });
  valid("to a listener that asks for nothing", tabs("console.log(tabId);"), { language: "js" });

  const hub = (end: string, note = ""): string => `
    import { makeMap } from "./maps.js";
    interface Conn { id: string; onClose(told: () => void): void }
    export class Hub {
      private readonly conns: Map<string, Conn> = makeMap();
      attach(conn: Conn) {
        this.conns.set(conn.id, conn);${note}
        conn.onClose(() => { ${end} });
      }
      count() { return this.conns.size; }
    }
  `;
  invalid("by the thing itself, under a verb of its own", hub("console.log(conn.id);", ' // error: neverRemoved "although the entry\'s own end is heard"'), { confidence: "likely" });
  valid("by the thing itself, and it goes", hub("this.conns.delete(conn.id);"), { confidence: "likely" });

  const topics = (end: string, note = ""): string => `
    const topics = new Map();
    export function read(topic, reader) {
      let entry = topics.get(topic);
      if (!entry) { entry = { readers: [] }; topics.set(topic, entry); }
      entry.readers.push(reader);${note}
      reader.once("end", () => { ${end} });
    }
  `;
  invalid("of an element of a list in an entry", topics("console.log(topic);", ' // error: neverRemoved ""'), { language: "js" });
  valid("of an element of a list in an entry, and it goes", topics("entry.readers.splice(entry.readers.indexOf(reader), 1);"), { language: "js" });

  const measure = (verb: string, note = ""): string => `
    const calls = new Map();
    export function measure(request, response) {
      response.${verb}("finish", () => { calls.set(request.id, Date.now());${note}
      });
    }
    export const report = () => [...calls];
  `;
  invalid("once for each thing that comes", measure("once", ' // error: neverRemoved ""'), { confidence: "possible", language: "js" });
});

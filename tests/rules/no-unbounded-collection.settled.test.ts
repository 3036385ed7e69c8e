import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unbounded-collection where each entry settles a promise once", rule, ({ valid, invalid }) => {
  const plugin = (answer: string, note = ""): string => `
    const asked = new Map();
    let lastAsked = 0;
    export function ask(frame, question) {
      const number = lastAsked;
      lastAsked += 1;
      frame.postMessage({ number, question });
      return new Promise((resolve, reject) => {
        asked.set(number, { resolve, reject });${note}
      });
    }
    window.addEventListener("message", ({ data: { number, answer } }) => { ${answer} });
  `;
  invalid("under a number that is counted up", plugin("asked.get(number)?.resolve(answer);", ' // error: neverRemoved "\`asked\`"'));
  valid("and its answer takes it out", plugin("asked.get(number)?.resolve(answer); asked.delete(number);"), { confidence: "likely" });
  valid("and a reset drops them all", plugin("asked.get(number)?.resolve(answer); if (answer === null) asked.clear();"), { confidence: "likely" });

  const client = (made: string, given: string, note = ""): string => `
    export class Client {
      answers = new Map();
      constructor(socket) { this.socket = socket; }
      send(text, ticket) {
        ${made}
        this.answers.set(ticket, answer);${note}
        this.socket.write(JSON.stringify({ ticket, text }));
        ${given}
      }
      receive(ticket, value) { this.answers.get(ticket).resolve(value); }
    }
  `;
  invalid("by an object whose promise is given away", client("const answer = new Deferred();", "return answer.promise;", ' // error: neverRemoved "\`this.answers\`"'), { confidence: "likely", language: "js" });
  valid("by something of which nobody is known to wait", client("const answer = new Receiver();", "return answer;"), { confidence: "likely", language: "js" });

  valid("where who asks later is given the same promise", `
    const loads = new Map();
    export function load(url) {
      if (loads.has(url)) return loads.get(url).promise;
      const answer = new Deferred();
      loads.set(url, answer);
      begin(url, answer);
      return answer.promise;
    }
  `, { confidence: "likely", language: "js" });

  valid("where the entry has more uses than to be settled", `
    const streams = new Map();
    export async function follow(site) {
      await new Promise((resolve) => {
        const stream = { isOpen: true, lines: [], stop() { stream.isOpen = false; resolve(); } };
        streams.set(site, stream);
      });
    }
    export const linesOf = (site) => streams.get(site)?.lines;
  `, { confidence: "likely", language: "js" });
});

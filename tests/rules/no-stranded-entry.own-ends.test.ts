import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;
const lookUp = (before: string, after: string, comment = ""): string => `
  const underWay = new Map();
  export async function find(host, ask) {
    const key = host.trim();
    ${before}
    const answer = ask(host);
    underWay.set(key, answer);${comment}
    ${after}
  }
`;

describeRule("no-stranded-entry: ends of the work itself", rule, ({ valid, invalid }) => {
  invalid("blanked in the finally block", lookUp("", "try { return await answer; } finally { underWay.set(key, undefined); }", ' // error: blankedOnly "\`underWay\`"'), likely);
  valid("deleted in the finally block", lookUp("", "try { return await answer; } finally { underWay.delete(key); }"), likely);
  valid("unknown: blanked where nothing has ended", lookUp("underWay.set(key, undefined);", "return answer;"), likely);

  const sent = (key: string, end: string, comment = ""): string => `
    const waiting = new Map();
    export function send(channel, kind, message) {
      const key = ${key};
      waiting.set(key, message);${comment}
      channel.write(message, () => { ${end} });
    }
  `;
  invalid("blanked in a callback of the insert, under a key that comes with each request", sent("message.requestId", "waiting.set(key, undefined);", ' // error: blankedOnly "\`waiting\`"'), likely);
  valid("deleted there", sent("message.requestId", "waiting.delete(key);"), likely);
  valid("unknown: blanked there under a key that may come again", sent("kind", "waiting.set(key, undefined);"), likely);
});

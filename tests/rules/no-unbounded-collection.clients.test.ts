import rule from "../../src/rules/no-unbounded-collection.ts";
import { describeRule } from "../support/rule-tester.ts";

const served = (insert: string, comment = "", more = ""): string => `
  import net from "node:net";
  const kept = new Set();
  const named = { all: 1 };
  export const server = net.createServer((socket) => {
    ${insert}${comment}
    ${more}
  });
  export const tell = (text) => { for (const one of kept) one.write(text); };
`;
const counted = (key: string, comment = ""): string => `
  import express from "express";
  const hits = new Map();
  const KINDS = { web: 1, app: 2 };
  const app = express();
  app.use((request, response, next) => {
    const key = ${key};
    hits.set(key, (hits.get(key) ?? 0) + 1);${comment}
    next();
  });
  export default app;
`;

describeRule("no-unbounded-collection: clients", rule, ({ valid, invalid }) => {
  invalid("each connection is put in", served("kept.add(socket);", ' // error: neverRemoved "\`kept\`"'));
  valid("and taken out again", served("kept.add(socket);", "", 'socket.on("close", () => kept.delete(socket));'), { confidence: "likely" });
  valid("unknown: what is put in is none of theirs", served("kept.add(named);"), { confidence: "likely" });

  invalid("a key that comes from who asks", counted("request.ip.trim()", ' // error: neverRemoved "\`hits\`"'), { confidence: "likely" });
  valid("which is not sure", counted("request.ip.trim()"));
  valid("unknown: a key from elsewhere", counted("KINDS.web"), { confidence: "likely" });

  const ring = (step: string, comment = ""): string => `
    const places = {};
    let next = 0;
    export function enter(server) {
      server.on("connection", (socket) => {
        places[next] = socket.name;${comment}
        next = ${step};
        socket.on("close", () => server.emit("left", socket.name));
      });
    }
    export const names = () => Object.values(places);
  `;
  invalid("a number that goes up", ring("next + 1", ' // error: neverRemoved "\`places\`"'), { confidence: "likely" });
  valid("a number that turns round", ring("(next + 1) % 12"), { confidence: "likely" });
  valid("unknown: a number that something else gives, and no end is heard", ring("server.free()").replace(/socket.on.*/, ""), { confidence: "likely" });
});

import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const served = (opening: string, comment = "", closing = "", target = "prices"): string => `
  import { EventEmitter } from "node:events";
  import { WebSocketServer } from "ws";
  import express from "express";
  const prices = new EventEmitter();
  const server = new WebSocketServer({ port: 80 });
  const app = express();
  ${opening}
    const show = (price) => client.send(price);
    ${target}.on("price", show);${comment}
    ${closing}
  });
  export const tell = (price) => prices.emit("price", price);
`;
const stays = ' // error: listenerStays "prices"';
const onConnection = 'server.on("connection", (client) => {';

describeRule("no-unreleased-resource: for each client", rule, ({ valid, invalid }) => {
  invalid("a listener for each connection", served(onConnection, stays));
  invalid("a listener for each request", served('app.get("/prices", (request, client) => {', stays));
  invalid("in a file that is a program of its own", served(onConnection, stays).replace(/ {2}export const tell.*\n/, ""));
  valid("removed when the client leaves", served(onConnection, "", 'client.on("close", () => prices.off("price", show));'), { confidence: "likely" });
  valid("on the client itself", served(onConnection, "", "", "client"), { confidence: "likely" });
  valid("unknown: for an event that may come once", served('server.on("listening", (client) => {'), { confidence: "likely" });
});

import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource of what an accessor gives", rule, ({ valid, invalid }) => {
  invalid("a sibling is removed from what the same accessor gives, under another name", `
    import { Component } from "react";
    import { Client } from "./client";
    export class Members extends Component {
      componentDidMount() {
        Client.get().on("room", this.onRoom);
        Client.get().on("name", this.onName); // error: listenerStays "componentWillUnmount()"
      }
      componentWillUnmount() {
        const client = Client.get();
        if (client) client.removeListener("room", this.onRoom);
      }
    }
  `, STRICT);
  invalid("a component without any end", `
    import { Component } from "react";
    import { Client } from "./client";
    export class Bar extends Component {
      componentDidMount() { Client.get().on("room", this.onRoom); } // error: listenerStays "stays on"
    }
  `, STRICT);
  valid("all are removed", `
    import { Component } from "react";
    import { Client } from "./client";
    export class Members extends Component {
      componentDidMount() {
        Client.get().on("room", this.onRoom);
        Client.get().on("name", this.onName);
      }
      componentWillUnmount() {
        Client.get().off("room", this.onRoom);
        Client.get().off("name", this.onName);
      }
    }
  `, STRICT);
  valid("what is asked for by an argument is made for the call", `
    import { Component } from "react";
    import http from "node:http";
    export class Page extends Component {
      load() { http.get(this.url).on("response", this.onResponse); }
      componentWillUnmount() { this.list.clear(); }
    }
  `, STRICT);
  valid("what an own object has: it may go with the owner", `
    export class Pool {
      constructor() { this.pool = new Connections(); }
      start() { this.pool.get().on("room", this.onRoom); }
      dispose() { this.list.clear(); }
    }
  `, STRICT);
  valid("two calls that each make their own", `
    import { Component } from "react";
    import { Client } from "./client";
    export class Members extends Component {
      componentDidMount() {
        Client.create().on("room", this.onRoom);
        Client.create().on("name", this.onName);
      }
      componentWillUnmount() { this.client.off("room", this.onRoom); }
    }
  `, STRICT);
});

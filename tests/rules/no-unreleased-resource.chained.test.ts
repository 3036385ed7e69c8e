import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

const STRICT = { confidence: "likely" } as const;

describeRule("no-unreleased-resource", rule, ({ valid, invalid }) => {
  invalid("a lock that is acquired where it is made, and that nobody has", `
    import { Etcd3 } from "etcd3";
    const client = new Etcd3();
    export async function exclusively(name, work) {
      await client.lock(name).acquire(); // error: handleDiscarded "nothing can release a lock"
      await work();
    }
  `);
  invalid("one that is taken from the call and kept to itself", `
    import { Etcd3 } from "etcd3";
    const client = new Etcd3();
    export async function exclusively(name, work) {
      const lock = await client.lock(name).acquire(); // error: neverReleased "\`lock\` has a lock"
      await work();
    }
  `);
  valid("one that is taken from the call and released", `
    import { Etcd3 } from "etcd3";
    const client = new Etcd3();
    export async function exclusively(name, work) {
      const lock = await client.lock(name).acquire();
      try { await work(); } finally { await lock.release(); }
    }
  `, STRICT);
  valid("one that is handed on with the call", `
    import { Etcd3 } from "etcd3";
    const client = new Etcd3();
    export const hold = (name) => client.lock(name).acquire();
  `, STRICT);
  valid("what is only opened for the call that gives it: that tells of the lock, once", `
    export async function exclusively(client, name, work) {
      const lock = await client.lock(name).acquire();
      await work();
      await lock.release();
    }
  `, STRICT);
});

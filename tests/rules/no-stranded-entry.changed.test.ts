import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ valid, invalid }) => {
  // What sounds like an end and is none.
  invalid("the session ends and stays", `
    class ChatService {
      #sessions = new Map();
      create(sessionId, session) { this.#sessions.set(sessionId, session); } // error: endedOnly "\`stopSession\` ends what it is for (line 5)"
      stopSession(sessionId) { this.#sessions.get(sessionId)?.controller.abort(); }
    }
  `);
  invalid("the session ends and stays in what the module makes, under an id of its own", `
    class Chat {
      #sessions = new Map();
      create(session) { this.#sessions.set(session.id, session); } // error: endedOnly "\`stop\` ends what it is for (line 5)"
      stop({ id }) { this.#sessions.get(id)?.controller.abort(); }
    }
    export const chat = new Chat();
  `, { confidence: "likely" });
  valid("only a turn of the session ends", `
    class ChatService {
      #sessions = new Map();
      create(sessionId, session) { this.#sessions.set(sessionId, session); }
      stopGeneration(sessionId) { this.#sessions.get(sessionId)?.controller.abort(); }
    }
  `);
  valid("the entry tells of its end", `
    class MachineService {
      #machines = new Map();
      create(machineId, machine) { this.#machines.set(machineId, machine); }
      terminate(machineId) {
        const machine = this.#machines.get(machineId);
        if (machine) machine.state = "TERMINATED";
      }
    }
  `);
  valid("the end puts the entry in anew", `
    class ProcessManager {
      #steps = new Map();
      add(stepId, step) { this.#steps.set(stepId, step); }
      complete(stepId) {
        const step = this.#steps.get(stepId);
        this.#steps.set(stepId, { ...step, done: true });
      }
    }
  `);

  // What cannot be rejected, or is still there when it is.
  invalid("the work may fail", `
    const locks = new Map();
    export function lock(key, task) {
      const run = task();
      locks.set(key, run); // error: keptOnReject "when the promise is fulfilled"
      void run.then(() => { locks.delete(key); });
    }
  `);
  valid("both outcomes are taken in before", `
    const locks = new Map();
    export function lock(key, task) {
      const run = task();
      const tail = run.then(() => undefined, () => undefined);
      locks.set(key, tail);
      void tail.then(() => { locks.delete(key); });
    }
  `, likely);
  valid("what could not be unsubscribed is still subscribed", `
    const listeners = new Map();
    export function listen(channel) {
      listeners.set(channel, new Set());
      return () => { client.unsubscribe(channel).then(() => listeners.delete(channel)); };
    }
  `, likely);
  valid("the owner's end empties the collection: no certain report", `
    class TraceService {
      #pending = new Set();
      wait(promise) {
        const race = guard(promise);
        this.#pending.add(race);
        race.then(() => this.#pending.delete(race));
      }
      dispose() { this.#pending.clear(); }
    }
  `);
});

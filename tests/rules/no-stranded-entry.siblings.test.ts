import rule from "../../src/rules/no-stranded-entry.ts";
import { describeRule } from "../support/rule-tester.ts";

const likely = { confidence: "likely" } as const;

describeRule("no-stranded-entry", rule, ({ valid, invalid }) => {
  // The end of an id empties one of two.
  invalid("a second map of a connection is forgotten", `
    export class RoomServer {
      #sockets = new Map();
      #names = new Map();
      join(socketId, socket, name) {
        this.#sockets.set(socketId, socket);
        this.#names.set(socketId, name); // error: siblingForgotten "\`this.#names\`" "\`leave\` removes that of \`this.#sockets\`" "line 10"
      }
      leave(socketId) {
        this.#sockets.delete(socketId);
      }
    }
  `, { suggestions: [{ messageId: "removeBesideSibling", output: `
    export class RoomServer {
      #sockets = new Map();
      #names = new Map();
      join(socketId, socket, name) {
        this.#sockets.set(socketId, socket);
        this.#names.set(socketId, name);
      }
      leave(socketId) {
        this.#sockets.delete(socketId);
        this.#names.delete(socketId);
      }
    }
  ` }] });
  invalid("records of a prototype, in an end handler, through the helper that makes the node", `
    function Cluster() { this.nodes = {}; this.masters = {}; }
    Cluster.prototype.create = function (host) {
      var self = this;
      this.nodes[host] = connect(host);
      this.nodes[host].once("end", function () {
        delete self.nodes[host];
      });
      return this.nodes[host];
    };
    Cluster.prototype.refresh = function (master) {
      var key = master.host;
      this.masters[key] = this.create(key); // error: siblingForgotten "\`this.masters\`" "\`create\` removes that of \`this.nodes\`"
    };
    module.exports = Cluster;
  `, { language: "js" });
  invalid("acknowledged messages", `
    export class MqttClient {
      constructor() { this._outgoing = {}; this._topics = {}; }
      subscribe(packet, topics, done) {
        this._topics[packet.messageId] = topics; // error: siblingForgotten "\`_handleAck\`"
        this._outgoing[packet.messageId] = done;
      }
      _handleAck(packet) {
        const { messageId } = packet;
        const done = this._outgoing[messageId];
        const topics = this._topics[messageId];
        delete this._outgoing[messageId];
        done(topics);
      }
    }
  `);
  valid("both are removed", `
    export class RoomServer {
      #sockets = new Map();
      #names = new Map();
      join(socketId, socket, name) {
        this.#sockets.set(socketId, socket);
        this.#names.set(socketId, name);
      }
      leave(socketId) {
        this.#sockets.delete(socketId);
        this.#names.delete(socketId);
      }
    }
  `, likely);
  valid("the other is removed by a helper", `
    export class RoomServer {
      #sockets = new Map();
      #names = new Map();
      join(socketId, socket, name) {
        this.#sockets.set(socketId, socket);
        this.#names.set(socketId, name);
      }
      leave(socketId) {
        this.#sockets.delete(socketId);
        this.#forget(socketId);
      }
      #forget(id) { this.#names.delete(id); }
    }
  `, likely);
  valid("the sibling is a list of what waits", `
    export class DocumentStore {
      #documents = new Map();
      #dirty = new Set();
      put(key, text) {
        this.#documents.set(key, text);
        this.#dirty.add(key);
      }
      saved(key) { this.#dirty.delete(key); }
    }
  `);
  valid("what leaves the sibling moves on", `
    export class JobManager {
      #all = new Map();
      #open = new Map();
      #closed = new Map();
      add(name, job) { this.#all.set(name, job); this.#open.set(name, job); }
      close(name) { this.#open.delete(name); this.#closed.set(name, true); }
    }
  `);
  invalid("a collection that by its name may remember what is gone: names hint, they do not decide", `
    export class JobManager {
      #seen = new Set();
      #jobs = new Map();
      add(jobId, job) { this.#seen.add(jobId); this.#jobs.set(jobId, job); } // error: siblingForgotten "#jobs"
      remove(jobId) { this.#jobs.delete(jobId); }
    }
  `, likely);
  valid("filled under different keys", `
    export class JobManager {
      #types = new Map();
      #jobs = new Map();
      add(job) { this.#types.set(job.type, job.handler); this.#jobs.set(job.id, job); }
      remove(job) { this.#jobs.delete(job.id); }
    }
  `, likely);
  valid("collections of two objects", `
    export class JobManager {
      #jobs = new Map();
      add(jobId, job) { this.#jobs.set(jobId, job); }
      remove(jobId) { this.#jobs.delete(jobId); }
    }
    export class JobParser {
      names = new Map();
      add(jobId, name) { this.names.set(jobId, name); }
    }
  `, likely);
  valid("the other is weak", `
    export class RoomServer {
      #sockets = new Set();
      #names = new WeakMap();
      join(socket, name) { this.#sockets.add(socket); this.#names.set(socket, name); }
      leave(socket) { this.#sockets.delete(socket); }
    }
  `, likely);

  // clear() empties one of two.
  invalid("clear forgets a field", `
    export class TaskManager {
      #tasks = new Map();
      #owners = new Map();
      add(taskId, task, owner) {
        this.#tasks.set(taskId, task);
        this.#owners.set(taskId, owner); // error: clearForgotten "\`this.#owners\`" "\`clear\` empties \`this.#tasks\` (line 14)"
      }
      remove(taskId) {
        this.#tasks.delete(taskId);
        this.#owners.delete(taskId);
      }
      clear() {
        this.#tasks.clear();
      }
    }
  `);
  valid("clear empties both, one in a loop", `
    export class TaskManager {
      #tasks = new Map();
      #owners = new Map();
      add(taskId, task, owner) { this.#tasks.set(taskId, task); this.#owners.set(taskId, owner); }
      remove(taskId) { this.#tasks.delete(taskId); this.#owners.delete(taskId); }
      clear() {
        for (const id of this.#tasks.keys()) this.#owners.delete(id);
        this.#tasks.clear();
      }
    }
  `, likely);
  valid("clear removes one by one", `
    export class TaskManager {
      #tasks = new Map();
      #owners = new Map();
      add(taskId, task, owner) { this.#tasks.set(taskId, task); this.#owners.set(taskId, owner); }
      remove(taskId) { this.#tasks.delete(taskId); this.#owners.delete(taskId); }
      clear() {
        for (const id of this.#tasks.keys()) this.remove(id);
        this.#tasks.clear();
      }
    }
  `, likely);
  valid("the owner ends", `
    export class TaskManager {
      #tasks = new Map();
      #owners = new Map();
      add(taskId, task, owner) { this.#tasks.set(taskId, task); this.#owners.set(taskId, owner); }
      remove(taskId) { this.#tasks.delete(taskId); this.#owners.delete(taskId); }
      dispose() { this.#tasks.clear(); }
    }
  `, likely);
  valid("they do not go together", `
    export class TaskManager {
      #tasks = new Map();
      #settings = new Map();
      add(taskId, task) { this.#tasks.set(taskId, task); }
      configure(taskId, setting) { this.#settings.set(taskId, setting); }
      reset(taskId) { this.#settings.delete(taskId); }
      remove(taskId) { this.#tasks.delete(taskId); }
      clear() { this.#tasks.clear(); }
    }
  `, likely);

  // One end takes both, another takes one.
  invalid("a disconnected node forgets the streams of its requests, in audit", `
    export class Transit {
      constructor() { this.pendingRequests = new Map(); this.pendingStreams = new Map(); }
      request(ctx, stream) {
        this.pendingRequests.set(ctx.id, ctx);
      }
      open(id, stream) {
        this.pendingStreams.set(id, stream); // error: siblingForgotten "\`this.pendingStreams\`" "\`removeByNode\` removes that of \`this.pendingRequests\`"
      }
      respond(id) {
        this.removeRequest(id);
        this.pendingStreams.delete(id);
      }
      removeRequest(id) { this.pendingRequests.delete(id); }
      removeByNode(node) {
        this.pendingRequests.forEach((request, id) => {
          if (request.node === node) this.pendingRequests.delete(id);
        });
      }
    }
  `, { confidence: "possible" });
  valid("every end takes both", `
    export class Transit {
      constructor() { this.pendingRequests = new Map(); this.pendingStreams = new Map(); }
      request(ctx) { this.pendingRequests.set(ctx.id, ctx); }
      open(id, stream) { this.pendingStreams.set(id, stream); }
      respond(id) { this.pendingRequests.delete(id); this.pendingStreams.delete(id); }
      removeByNode(node) {
        this.pendingRequests.forEach((request, id) => {
          if (request.node !== node) return;
          this.pendingRequests.delete(id);
          this.pendingStreams.delete(id);
        });
      }
    }
  `, likely);
  valid("either the one or the other is removed", `
    export class SourceManager {
      #forever = new Set();
      #forNow = new Set();
      disable(source, always) { if (always) this.#forever.add(source); else this.#forNow.add(source); }
      enable(source, always) { if (always) this.#forever.delete(source); else this.#forNow.delete(source); }
      clear() { this.#forNow.clear(); }
    }
  `, likely);
  valid("a helper that says which of the two it removes from", `
    export class Transit {
      constructor() { this.requestStreams = new Map(); this.responseStreams = new Map(); }
      open(id, stream) { this.requestStreams.set(id, stream); }
      answer(id, stream) { this.responseStreams.set(id, stream); }
      finish(id) { this.requestStreams.delete(id); this.responseStreams.delete(id); }
      deleteResponseStream(id) { this.responseStreams.delete(id); }
    }
  `, likely);
});

/** Queues and message brokers. */
import type { CataloguedPair } from "../entry.ts";
import { exported, instanceOf, memberOf, oneOf, resultOf, typed, type ApiOrigin } from "../origin.ts";
import { awaited, call, construct, iterating, methods, receiver, result } from "../vocabulary.ts";

const kafka = typed("kafkajs", "Kafka", [instanceOf(exported("kafkajs", "Kafka"))]);
const kafkaClient = (type: string, maker: string): ApiOrigin => typed("kafkajs", type, [resultOf(memberOf(kafka, maker))]);
const amqp = typed("amqplib", "ChannelModel", [resultOf(exported("amqplib", "connect"))]);
const natsConnection = typed("nats", "NatsConnection", [resultOf(exported("nats", "connect"))]);

export const brokers: readonly CataloguedPair[] = [
  {
    id: "bullmq/queue",
    noun: "a queue",
    acquire: construct(oneOf(exported("bullmq", "Queue"), exported("bullmq", "FlowProducer"))),
    handle: result,
    releases: methods("close", "disconnect"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    releaseMayThrow: true,
    reason: "Each queue opens a Redis connection of its own.",
    docs: "https://docs.bullmq.io/guide/queues",
    leaking: `
import { Queue } from "bullmq";

export async function enqueue(name: string, data: object): Promise<void> {
  const queue = new Queue(name);
  await queue.add("job", data);
  await queue.close();
}
`,
    clean: `
import { Queue } from "bullmq";

export async function enqueue(name: string, data: object): Promise<void> {
  const queue = new Queue(name);
  try {
    await queue.add("job", data);
  } finally {
    await queue.close();
  }
}
`,
  },
  {
    id: "bullmq/queue-events",
    noun: "a queue event stream",
    acquire: construct(exported("bullmq", "QueueEvents")),
    handle: result,
    releases: methods("close", "disconnect"),
    heldBy: "process",
    longLived: true,
    releaseMayThrow: true,
    reason: "It blocks a Redis connection of its own.",
    docs: "https://docs.bullmq.io/guide/events",
    leaking: `
import { QueueEvents } from "bullmq";
import type { Job } from "bullmq";

export async function resultOf(job: Job): Promise<unknown> {
  const events = new QueueEvents(job.queueName);
  const value = await job.waitUntilFinished(events);
  await events.close();
  return value;
}
`,
    clean: `
import { QueueEvents } from "bullmq";
import type { Job } from "bullmq";

export async function resultOf(job: Job): Promise<unknown> {
  const events = new QueueEvents(job.queueName);
  try {
    return await job.waitUntilFinished(events);
  } finally {
    await events.close();
  }
}
`,
  },
  {
    id: "bullmq/worker",
    noun: "a queue worker",
    acquire: construct(exported("bullmq", "Worker")),
    handle: result,
    releases: methods("close", "disconnect"),
    heldBy: "process",
    longLived: true,
    releaseMayThrow: true,
    reason: "It takes jobs, and holds two Redis connections, until it is closed.",
    docs: "https://docs.bullmq.io/guide/workers/graceful-shutdown",
    leaking: `
import { Worker } from "bullmq";

export async function drain(name: string, handle: () => Promise<void>, drained: Promise<void>): Promise<void> {
  const worker = new Worker(name, handle);
  await drained;
  await worker.close();
}
`,
    clean: `
import { Worker } from "bullmq";

export async function drain(name: string, handle: () => Promise<void>, drained: Promise<void>): Promise<void> {
  const worker = new Worker(name, handle);
  try {
    await drained;
  } finally {
    await worker.close();
  }
}
`,
  },
  {
    id: "kafkajs/client",
    noun: "a Kafka connection",
    acquire: call(
      oneOf(
        memberOf(kafkaClient("Producer", "producer"), "connect"),
        memberOf(kafkaClient("Consumer", "consumer"), "connect"),
        memberOf(kafkaClient("Admin", "admin"), "connect"),
      ),
    ),
    handle: receiver,
    releases: methods("disconnect"),
    wrongReleases: [{ method: "pause", because: "`pause` stops fetching; the connection and the group membership stay" }],
    heldBy: "process",
    releaseMayThrow: true,
    reason: "It keeps sockets to every broker, and a consumer its place in the group.",
    docs: "https://kafka.js.org/docs/producing#producing-messages",
    leaking: `
import { Kafka } from "kafkajs";

const kafka = new Kafka({ brokers: ["localhost:9092"] });

export async function listTopics(): Promise<string[]> {
  const admin = kafka.admin();
  await admin.connect();
  const topics = await admin.listTopics();
  await admin.disconnect();
  return topics;
}
`,
    clean: `
import { Kafka } from "kafkajs";

const kafka = new Kafka({ brokers: ["localhost:9092"] });

export async function listTopics(): Promise<string[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}
`,
  },
  {
    id: "amqplib/connection",
    noun: "a broker connection",
    acquire: call(exported("amqplib", "connect")),
    handle: awaited,
    releases: methods("close"),
    heldBy: "process",
    releaseMayThrow: true,
    reason: "Its socket and heartbeat stay until it is closed.",
    docs: "https://amqp-node.github.io/amqplib/channel_api.html#model_close",
    leaking: `
import { connect } from "amqplib";

export async function rotate(url: string, secret: () => Promise<Buffer>): Promise<void> {
  const connection = await connect(url);
  await connection.updateSecret(await secret(), "rotation");
  await connection.close();
}
`,
    clean: `
import { connect } from "amqplib";

export async function rotate(url: string, secret: () => Promise<Buffer>): Promise<void> {
  const connection = await connect(url);
  try {
    await connection.updateSecret(await secret(), "rotation");
  } finally {
    await connection.close();
  }
}
`,
  },
  {
    id: "amqplib/channel",
    noun: "a channel",
    acquire: call(oneOf(memberOf(amqp, "createChannel"), memberOf(amqp, "createConfirmChannel"))),
    handle: awaited,
    releases: methods("close"),
    heldBy: "receiver",
    releaseMayThrow: true,
    reason: "A connection has two thousand channels unless told; each costs memory at the broker.",
    docs: "https://amqp-node.github.io/amqplib/channel_api.html#channel_close",
    leaking: `
import type { ChannelModel } from "amqplib";

export async function publish(connection: ChannelModel, queue: string, text: string): Promise<void> {
  const channel = await connection.createChannel();
  await channel.assertQueue(queue);
  channel.sendToQueue(queue, Buffer.from(text));
  await channel.close();
}
`,
    clean: `
import type { ChannelModel } from "amqplib";

export async function publish(connection: ChannelModel, queue: string, text: string): Promise<void> {
  const channel = await connection.createChannel();
  try {
    await channel.assertQueue(queue);
    channel.sendToQueue(queue, Buffer.from(text));
  } finally {
    await channel.close();
  }
}
`,
  },
  {
    id: "nats/connection",
    noun: "a NATS connection",
    acquire: call(exported("nats", "connect")),
    handle: awaited,
    releases: methods("close", "drain"),
    heldBy: "process",
    longLived: true,
    servesCalls: true,
    reason: "It keeps its socket open and connects again by itself.",
    docs: "https://nats-io.github.io/nats.js/core/interfaces/NatsConnection.html",
    leaking: `
import { connect } from "nats";

export async function ask(subject: string): Promise<string> {
  const connection = await connect();
  const answer = await connection.request(subject);
  await connection.close();
  return answer.string();
}
`,
    clean: `
import { connect } from "nats";

export async function ask(subject: string): Promise<string> {
  const connection = await connect();
  try {
    const answer = await connection.request(subject);
    return answer.string();
  } finally {
    await connection.close();
  }
}
`,
  },
  {
    id: "nats/subscription",
    noun: "a subscription",
    acquire: call(memberOf(natsConnection, "subscribe")),
    handle: result,
    releases: [...methods("unsubscribe", "drain"), iterating],
    bounds: [{ option: "max", argument: 1 }],
    heldBy: "receiver",
    reason: "The server keeps sending, and what is not read piles up in memory.",
    docs: "https://nats-io.github.io/nats.js/core/interfaces/Subscription.html",
    leaking: `
import type { NatsConnection } from "nats";

export async function countDuring(connection: NatsConnection, subject: string, work: () => Promise<void>): Promise<number> {
  const subscription = connection.subscribe(subject);
  await work();
  subscription.unsubscribe();
  return subscription.getReceived();
}
`,
    clean: `
import type { NatsConnection } from "nats";

export async function countDuring(connection: NatsConnection, subject: string, work: () => Promise<void>): Promise<number> {
  const subscription = connection.subscribe(subject);
  try {
    await work();
    return subscription.getReceived();
  } finally {
    subscription.unsubscribe();
  }
}
`,
  },
];

/** What the playground shows, as the part of its address after `#`: nothing leaves the browser when such a link is opened. */
import type { Language, Preset } from "./protocol.ts";

export interface Shared {
  readonly code: string;
  readonly language: Language;
  readonly preset: Preset;
  readonly isTyped: boolean;
  readonly view: View;
  /** What stands at `settings.leakproof`, as JSON; undefined or empty for nothing. */
  readonly settings?: string | undefined;
}

export type View = "findings" | "silent" | "keys" | "graph";

/** The form of the address; a later one has another number, so that old links are known as such. */
const FORM = "1";
/** An address may come from anybody: what it unpacks to is bounded. */
const LONGEST_CODE = 200_000;

const LANGUAGES: readonly string[] = ["js", "jsx", "ts", "tsx"] satisfies readonly Language[];
const PRESETS: readonly string[] = ["recommended", "strict", "audit"] satisfies readonly Preset[];
const VIEWS: readonly string[] = ["findings", "silent", "keys", "graph"] satisfies readonly View[];

/** Packs a state into the text behind the `#`. */
export async function writeAddress({ code, language, preset, isTyped, view, settings = "" }: Shared): Promise<string> {
  const texts = await Promise.all([code, ...(settings.trim() === "" ? [] : [settings])].map(pack));
  return [FORM, language, preset, isTyped ? "typed" : "plain", view, ...texts].join(".");
}

async function pack(text: string): Promise<string> {
  const packed = await pipe(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  return btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Throws for what is none of ours. */
async function unpack(text: string): Promise<string> {
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await pipe(bytes, new DecompressionStream("deflate-raw"), LONGEST_CODE * 3));
}

/** Unpacks it; undefined where it is none of ours, or a broken one. A leading `#` is skipped. */
export async function readAddress(address: string): Promise<Shared | undefined> {
  const [form, language = "", preset = "", types = "", view = "", text = "", packedSettings] = address.replace(/^#/u, "").split(".");
  const isKnown = form === FORM && LANGUAGES.includes(language) && PRESETS.includes(preset) && ["typed", "plain"].includes(types) && VIEWS.includes(view);
  if (!isKnown) return undefined;
  try {
    const code = await unpack(text);
    const settings = packedSettings === undefined ? undefined : await unpack(packedSettings);
    if (code.length > LONGEST_CODE || (settings?.length ?? 0) > LONGEST_CODE) return undefined;
    return { code, language: language as Language, preset: preset as Preset, isTyped: types === "typed", view: view as View, ...(settings !== undefined && { settings }) };
  } catch {
    return undefined;
  }
}

/** Sends bytes through a stream; throws where they are not of its form, or where more than `most` come out. */
async function pipe(bytes: Uint8Array<ArrayBuffer>, { readable, writable }: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // What goes wrong here is met by the reader as well.
  writer.write(bytes).then(() => writer.close()).catch(() => {});
  const reader = readable.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value }: { readonly done: boolean; readonly value?: Uint8Array<ArrayBuffer> | undefined } = await reader.read();
    if (done || value === undefined) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error("The address unpacks to more than it may.");
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

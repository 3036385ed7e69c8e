/** Names that say that entries are to stay, or are there for another purpose than to be kept. */
import { wordsOf } from "../../syntax/words-of.ts";

/** Functions that say something to whoever reads the log. */
export const logging = /^(?:warn|log|info|debug|error|trace|deprecate|emitWarning)$/;
/** Classes that hold the data themselves, in memory. */
export const memoryStores = /^(?:In)?Memory[A-Z]/;
/** The last word of what declares things. */
export const registry = "registry";
/** Elements of which a page keeps one for each key as well. */
export const pageElements = /^(?:script|link|style)$/i;

/** Whether a function so named is there for messages. */
export function isNamedForMessages(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:console|log|logger|warn|warning|deprecate)$/.test(word));
}

/** Whether a collection so named keeps computed values to save computing them again. */
export function isCacheName(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:cache|cached|caches|memo|memoized)$/.test(word));
}

/** Whether a collection or function so named sees to it that something is said once: there are as many texts as the source has. */
export function isOnceGuard(name: string): boolean {
  return wordsOf(name).some((word) => /^(?:warned|warnings|warning|warn|deprecate|deprecated|deprecations?|once|logged|notified|reported|emitted)$/.test(word));
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for elements and for attributes in quotes. */
export function escapeText(text) {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character]);
}

/** Names of events as text: one event, several (`"mousedown touchstart"`), or a part of them by a namespace (`".tooltip"`), as in jQuery and Backbone. */

/**
 * Whether a removal by one text can take off a listener added by another: one of its names is one of the listener's, or it names none
 * and only namespaces, all of which the listener has. Source: the documentation of jQuery's `off`, "Event names and namespaces".
 */
export function mayRemoveEvent(added: string, removed: string): boolean {
  return removed.split(" ").some((name) => added.split(" ").some((other) => covers(name, other)));
}

function covers(removed: string, added: string): boolean {
  const [event, ...spaces] = removed.split(".");
  const [addedEvent, ...addedSpaces] = added.split(".");
  return (event === "" ? spaces.length > 0 : event === addedEvent) && spaces.every((space) => addedSpaces.includes(space));
}

/** Names of what a file or a message holds, and of what it is found by. */

/** Calls that give what a file or a message holds. */
export const readingCalls = /^read(?:File|Body|Text|Source|Content|Contents|Stream|Entire\w*)?(?:Sync|Async)?$|^(?:get|load|fetch)(?:Body|Source|Content|Contents|FileContents?)$/;

/** Variables that hold contents. */
export const contentNames = /^(?:content|contents|body|code|text|source|src|html|css|raw|data|buffer)$|(?:Content|Contents|Body|Code|Text|Source)$/;

/** Paths, addresses and ids. */
export const locationNames = /(?:path|file|filename|filepath|url|uri|href|request|id|dir|directory|route)$/i;

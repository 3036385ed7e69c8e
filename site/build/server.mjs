/** A server of files for the built site. */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

export const siteFolder = path.resolve(import.meta.dirname, "../dist");

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml" };

/** Serves the built site on a port of this machine, any free one for 0; answers where, and how to stop. */
export async function startServer(port) {
  const server = createServer(answer);
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((stopped) => (server.closeAllConnections(), server.close(stopped))) };
}

function answer({ url }, response) {
  const file = fileOf(url);
  if (file === undefined) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.");
    return;
  }
  response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}

/** The file of a request; undefined where there is none, or where it is none of ours. */
function fileOf(url) {
  const asked = path.join(siteFolder, decodeURIComponent(new URL(url, "http://site").pathname));
  if (asked !== siteFolder && !asked.startsWith(siteFolder + path.sep)) return undefined;
  const file = statSync(asked, { throwIfNoEntry: false })?.isDirectory() ? path.join(asked, "index.html") : asked;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

// Keeps the shell: built scripts and styles, which carry their content in their name, the icons, and one page for when there is no connection.
// Pages, answers and whatever else says something of somebody always come from the server and are never kept.
const shell = "shell-1";
const atOnce = ["/offline.html", "/offline.css", "/icons/192.png"];
const most = 240;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(atOnce)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== shell).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || /^\/(api|preferences|invitations)\//.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match("/offline.html")));
  else if (pathname.startsWith("/_next/static/") || atOnce.includes(pathname)) event.respondWith(fromShell(event));
});

async function fromShell(event) {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok && answer.type === "basic") event.waitUntil(keep(event.request, answer.clone()));
  return answer;
}

/** The oldest go first: those of builds that are gone. */
async function keep(request, answer) {
  const cache = await caches.open(shell);
  await cache.put(request, answer);
  const names = (await cache.keys()).filter(({ url }) => !atOnce.includes(new URL(url).pathname));
  await Promise.all(names.slice(0, Math.max(0, names.length - most)).map((name) => cache.delete(name)));
}

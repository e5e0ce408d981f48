// The service worker. It caches the files of one build, so that the page works
// offline. The build writes it to dist/sw.js with the list of its files. A new
// build takes effect when the last window of the old one is closed, so that a page
// never runs with the engine of another build.
//
// All planners of an origin share its caches, so the name of a cache begins with the
// scope of the planner. A worker deletes only the caches of its own scope.

const files = __FILES__
const own = `rumbo ${registration.scope} `
const name = `${own}__VERSION__`

addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)))
})

addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((n) => n.startsWith(own) && n !== name).map((n) => caches.delete(n)))),
  )
})

addEventListener('fetch', (event) => {
  const { request } = event
  const path = request.url.split(/[?#]/, 1)[0]
  if (request.method !== 'GET' || !path.startsWith(registration.scope)) return
  // Requests for anything but the files of the build go to the network.
  // A bookmark may name the page itself.
  const file = path.slice(registration.scope.length).replace(/^(index\.html)?$/, './')
  if (!files.includes(file)) return
  event.respondWith(caches.open(name).then(async (cache) => (await cache.match(file)) ?? fetch(request)))
})

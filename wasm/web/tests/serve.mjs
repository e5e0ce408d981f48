// Serves dist as any static host would, compressed; the tests' own server.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}
const packed = new Map() // by path; a new build needs a new server

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const path = normalize(pathname === '/' ? '/index.html' : pathname)
  try {
    if (!packed.has(path)) packed.set(path, gzipSync(await readFile(join(dist, path))))
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    response.end(packed.get(path))
  } catch {
    response.writeHead(404).end()
  }
}).listen(Number(process.argv[2]), '127.0.0.1')

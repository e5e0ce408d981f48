// A static server for dist with compression, for the tests. It serves the page at the root
// and, as other planners of the same origin, in the folders of the list below, whose
// service workers are those of another build.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

/** The folders of other planners. */
export const folders = ['/tonaya/', '/valle/'] as const

/** Serves on a free port until it is closed. */
export async function serve(): Promise<{ url: string; close(): void }> {
  const packed = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    if (folders.some((name) => name === `${pathname}/`)) {
      response.writeHead(308, { Location: `${pathname}/` }).end() // as servers of files do
      return
    }
    const folder = folders.find((name) => pathname.startsWith(name))
    const inFolder = folder ? pathname.slice(folder.length - 1) : pathname
    const path = normalize(inFolder === '/' ? '/index.html' : inFolder)
    const key = path === '/sw.js' && folder ? pathname : path
    try {
      if (!packed.has(key)) {
        let body: Buffer | string = await readFile(join(dist, path))
        if (key !== path) body = otherBuild(String(body), folder!)
        packed.set(key, gzipSync(body, { level: 1 }))
      }
      response.writeHead(200, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Content-Encoding': 'gzip',
        'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
      response.end(packed.get(key))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A service worker with the version of another build. */
function otherBuild(source: string, folder: string): string {
  const version = /(?<=const name = `[^`]*)[0-9a-f]{12}(?=`)/
  if (!version.test(source)) throw new Error('sw.js has no version')
  return source.replace(version, Buffer.from(folder).toString('hex').slice(0, 12))
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, runnerImport } from 'vite'

export default defineConfig({
  base: './',
  // The worker imports the engine and its loader from public, so they get hashed
  // names; nothing is copied as it is.
  publicDir: false,
  server: { fs: { allow: ['../..'] } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      // One chunk for the code that views share, instead of one for each set of views.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
    },
  },
  plugins: [viewAnchors(), inlineStyles(), offline(), keepFolder()],
})

/**
 * Writes the anchors of the views into index.html. The registry is loaded with
 * Vite's module runner: it is TypeScript, and its dynamic imports of components and
 * style sheets must not be bundled into this configuration.
 */
function viewAnchors(): Plugin {
  const registry = fileURLToPath(new URL('src/views/registry.ts', import.meta.url))
  return {
    name: 'view-anchors',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { module } = await runnerImport<typeof import('./src/views/registry')>(registry)
        return html.replace('<!-- views -->', module.views.map(({ address }) => `<i class="place" id="${address}"></i>`).join(''))
      },
    },
  }
}

/** Inlines the style sheet into index.html, so that the first paint needs one file. */
function inlineStyles(): Plugin {
  const inlined: string[] = []
  return {
    name: 'inline-styles',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type !== 'asset' || !name.endsWith('.css')) continue
          const link = new RegExp(`\\s*<link rel="stylesheet"[^>]*${name.replaceAll('.', '\\.')}[^>]*>`)
          if (!link.test(html)) continue
          html = html.replace(link, () => `\n<style>${String(file.source).trim()}</style>`)
          delete bundle[name]
          inlined.push(basename(name))
        }
        return html
      },
    },
    generateBundle: {
      order: 'post',
      // Chunks that depend on the entry would also preload its style sheet, which is gone:
      // replace its name in their lists of dependencies by that of the entry.
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const entry = chunks.find((chunk) => chunk.isEntry)!
        for (const chunk of chunks) {
          for (const name of inlined) chunk.code = chunk.code.replaceAll(name, basename(entry.fileName))
        }
      },
    },
  }
}

/** Writes the service worker with the list of built files; it changes when they do. */
function offline(): Plugin {
  return {
    name: 'offline',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((name) => name.startsWith('assets/')).sort()
        const page = bundle['index.html']
        const version = createHash('sha256').update(files.join())
        if (page?.type === 'asset') version.update(page.source)
        const source = readFileSync(new URL('offline.js', import.meta.url), 'utf8')
          .replace('__FILES__', JSON.stringify(['./', ...files], null, 2))
          .replace('__VERSION__', version.digest('hex').slice(0, 12))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source })
      },
    },
  }
}

/** Keeps the empty file by which git tracks dist, because Go embeds the folder. */
function keepFolder(): Plugin {
  return {
    name: 'keep-folder',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '.gitkeep', source: '' })
    },
  }
}

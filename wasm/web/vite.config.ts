import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  base: './',
  // What make lays in public (the engine and its loader) is imported by the
  // worker and gets a hashed name; nothing is copied as it is.
  publicDir: false,
  server: { fs: { allow: ['../..'] } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  plugins: [inlineStyles(), offline(), keepFolder()],
})

/** The style sheet goes into the page, so that the first paint asks for one file. */
function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        for (const [name, file] of Object.entries(bundle ?? {})) {
          if (file.type !== 'asset' || !name.endsWith('.css')) continue
          const link = new RegExp(`\\s*<link rel="stylesheet"[^>]*${name.replaceAll('.', '\\.')}[^>]*>`)
          if (!link.test(html)) continue
          html = html.replace(link, () => `\n<style>${String(file.source).trim()}</style>`)
          delete bundle![name]
        }
        return html
      },
    },
  }
}

/** The service worker gets the list of what was built, and changes with it. */
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

/** Go embeds dist, so the folder stays in git with one empty file in it. */
function keepFolder(): Plugin {
  return {
    name: 'keep-folder',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '.gitkeep', source: '' })
    },
  }
}

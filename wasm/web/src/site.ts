// The names under which this planner stores its data. All planners of an origin, such
// as those of two towns at /tonaya/ and /valle/, share the storage, the locks and the
// channels of the browser. Each has plans of its own, which another build of the page
// may not be able to read, so the names include the folder of the page. Only the
// language, a choice of the person, is shared.

/** The name of something of this planner: as it is at the root of the origin, and otherwise with the folder. */
export function ownName(name: string): string {
  // Outside a browser, in the unit tests, there is no page.
  const folder = 'location' in globalThis ? new URL('.', location.href).pathname : '/'
  return folder === '/' ? name : `${name}:${folder}`
}

/** How long after its load a page may still bring the parts of its form, ms. */
const SETTLED = 3000

/** Marks what is not in the page as gone; a page that is still drawing itself is not broken. */
export function goneNow(): { gone?: true } {
  return performance.now() > SETTLED ? { gone: true } : {}
}

/**
 * Runs in every frame before any script, and so stands by itself: editors draw their ids by lot, and twins must draw the same. Idle time is
 * a matter of the clock too. What is drawn while the page loads depends on how long that takes: `window.drawAnew()` begins another row.
 */
export function sameChance(): void {
  let state = 1
  const next = (): number => {
    // mulberry32, as in test/bench/random.ts.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  Math.random = next
  Object.assign(window, {
    drawAnew: () => {
      state = 2 ** 31
    },
  })
  crypto.getRandomValues = (into) => {
    const words = into as unknown as number[]
    for (let at = 0; at < words.length; at++) words[at] = next() * 2 ** 32
    return into
  }
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('')
  // Every digit by lot, letters among them: WordPress draws until what is left of an id without its numbers is new, for ever if need be.
  crypto.randomUUID = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
  // The stopped clock's own gives no deadline, and WordPress asks it how long is left. It runs out: what is put off during the work on what
  // was put off comes in the next turn.
  window.requestIdleCallback = (act) => {
    let left = 50
    const timeRemaining = (): number => {
      left = Math.max(0, left - 10)
      return left
    }
    return setTimeout(() => act({ didTimeout: false, timeRemaining }), 1) as unknown as number
  }
  window.cancelIdleCallback = (id) => clearTimeout(id)
}

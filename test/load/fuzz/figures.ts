/** Longest that anything may take that is no hang, ms; on a shared machine. */
const HANG = 1000

/** What the fuzz counts, over every surface. */
export interface FuzzFigures {
  'answers 5xx': number
  'not answered': number
  /** A parser threw what it does not say it throws. */
  crashes: number
  hangs: number
  /** A changed token, pass or signed note was taken for a good one. */
  forged: number
  slowest: number
}

export function newFigures(): FuzzFigures {
  return { 'answers 5xx': 0, 'not answered': 0, crashes: 0, hangs: 0, forged: 0, slowest: 0 }
}

/** Times one input. */
export async function timed<T>(figures: FuzzFigures, what: string, act: () => T | Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await act()
  } finally {
    const ms = Math.round(performance.now() - began)
    figures.slowest = Math.max(figures.slowest, ms)
    if (ms > HANG) {
      figures.hangs += 1
      console.log(`${what} took ${ms} ms`)
    }
  }
}

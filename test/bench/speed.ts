import type { Bar } from './bar.ts'
import { round } from './bar.ts'
import { type Contestant, doubleArray, ours, peers } from './contestants.ts'
import { ordinaryTerms } from './lists.ts'
import { interleaved, timesFor } from './measure.ts'
import { prose } from './prose.ts'
import { seeded } from './random.ts'

const ROUNDS = 9
/** Units of drafts in one scan. */
const DRAFTS = 100_000
/** Work in one turn, in milliseconds: some kernels count a thread's time in steps of 4, a fortieth of this. */
const TURN = 160

/** One list, some texts, all contestants in turns. Returns millions of units a second by name; prints the table. */
export function race(
  title: string,
  entrants: readonly Contestant[],
  terms: readonly string[],
  texts: readonly string[],
) {
  console.log(`\n${title}: ${terms.length} terms, ${texts.length} × ${texts[0]!.length} units`)
  const able = entrants.filter(({ most }) => terms.length <= most)
  for (const { name, most } of entrants)
    if (terms.length > most) console.log(`  ${name}: not asked above ${most} terms`)
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  const scans = able.map(({ name, build }) => {
    const scan = build(terms)
    return { name, scan: () => texts.reduce((sum, text) => sum + scan(text), 0) }
  })
  const counts = new Map(scans.map(({ name, scan }) => [name, scan()]))
  const times = new Map(scans.map(({ name, scan }) => [name, timesFor(scan, TURN)]))
  const runners = scans.map(({ name, scan }) => ({
    name,
    run: () => {
      for (let left = times.get(name)!; left > 0; left -= 1) scan()
    },
  }))
  const medians = interleaved(runners, ROUNDS)
  const speeds = new Map(scans.map(({ name }) => [name, (units * times.get(name)!) / medians.get(name)! / 1000]))
  const own = speeds.get(ours.name)!
  const wanted = counts.get(ours.name)!
  for (const { name, differs } of able) {
    const count = counts.get(name)!
    const note = count === wanted ? '' : `  ${count} matches, not ${wanted}: ${differs ?? 'WRONG'}`
    console.log(
      `  ${name.padEnd(30)} ${round(speeds.get(name)!).padStart(7)} M/s  ours ${round(own / speeds.get(name)!)} ×${note}`,
    )
    if (count !== wanted && differs === undefined) throw new Error(`${name} counts ${count} matches, menxia ${wanted}`)
  }
  console.log(`  matches: ${wanted}`)
  return speeds
}

/** ENGINE.md §3: against the best npm peer and against the prototype. */
export function raceOrdinary(bar: Bar, prototypes: readonly Contestant[]): void {
  for (const count of [1_000, 10_000, 100_000]) {
    const random = seeded(count)
    const terms = ordinaryTerms(count, random)
    const entrants = [ours, ...peers, doubleArray, ...prototypes]
    const lengths = count === 100_000 ? [10_000, 1_000_000] : [10_000]
    for (const length of lengths) {
      // Different drafts: over one draft again and again a processor learns every branch, which no office sees.
      const texts = Array.from({ length: Math.max(1, DRAFTS / length) }, () => prose(length, random, terms))
      const some = length > 10_000 ? entrants.filter((one) => one.kind !== 'npm' || one === peers[0]) : entrants
      const speeds = race('ordinary terms', some, terms, texts)
      const best = Math.max(...peers.filter(({ kind }) => kind === 'npm').map(({ name }) => speeds.get(name) ?? 0))
      const where = `${count} terms, ${length} units`
      // The bar is named for drafts: the design's own table has its prototype at 17.5 × in a million characters (91 beside 5.2), printed above.
      if (length === 10_000) bar.atLeast(`beside the best npm peer, ${where}`, speeds.get(ours.name)! / best, 20)
      else console.log(`  beside the best npm peer, ${where}, not judged: ${round(speeds.get(ours.name)! / best)} ×`)
      // Like with like: `plain` folds.
      const [folding] = prototypes
      if (folding !== undefined)
        bar.atMost(
          `the folding prototype beside ours, ${where}`,
          speeds.get(folding.name)! / speeds.get(ours.name)!,
          1.3,
          '×',
        )
    }
  }
}

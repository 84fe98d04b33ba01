import { conclude } from '../stand.ts'
import type { Burst } from './burst.ts'

export const KINDS = ['hello', 'rules', 'decide'] as const
export type Kind = (typeof KINDS)[number]
/** One burst of one kind at so many connections. */
export interface Seen {
  readonly connections: number
  readonly kind: Kind
  readonly burst: Burst
}

/** Bars of WORKER.md, and of THREATS.md (B1, B3) where it says more: least share of hello's rate, most of hello's CPU, p99 in ms. */
const RULES_RATE = 0.6
const RULES_CPU = 2
const DECIDE_RATE = 0.2
const DECIDE_CPU = 4
const DECIDE_P99 = 1000
const KEPT = 0.8

/** The middle of the rounds: one figure of one kind at one number of connections. */
function median(seen: readonly Seen[], connections: number, kind: Kind, of: (burst: Burst) => number): number {
  const values = seen
    .filter((one) => one.connections === connections && one.kind === kind)
    .map(({ burst }) => of(burst))
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** The middle of the ratios to the hello of the same round, so that a slow minute of the machine weighs on both. */
export function ratio(seen: readonly Seen[], connections: number, kind: Kind, of: (burst: Burst) => number): number {
  const rounds = (wanted: Kind) => seen.filter((one) => one.connections === connections && one.kind === wanted)
  const hello = rounds('hello')
  const ratios = rounds(kind).map(({ burst }, i) => of(burst) / of(hello[i]!.burst))
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)]!
}

export function table(seen: readonly Seen[], connections: readonly number[]): string {
  const rows = connections.flatMap((count) =>
    KINDS.map((kind) => {
      const of = (figure: (burst: Burst) => number, digits: number) =>
        median(seen, count, kind, figure).toFixed(digits).padStart(9)
      const cells = [of((b) => b.perSecond, 0), of((b) => b.p99, 1), of((b) => b.cpu, 2), of((b) => b.own, 2)]
      const beside = [(b: Burst) => b.perSecond, (b: Burst) => b.cpu].map((figure) =>
        ratio(seen, count, kind, figure).toFixed(2).padStart(9),
      )
      return `${`${count}`.padStart(11)}  ${kind.padEnd(7)}${cells.join('')}${beside.join('')}`
    }),
  )
  const heads = ['/s', 'p99 ms', 'CPU ms', 'own CPU', '× hello/s', '× CPU'].map((head) => head.padStart(9))
  return [`connections  what   ${heads.join('')}`, ...rows].join('\n')
}

/** Compares with the bars and sets the exit code. */
export function judge(seen: readonly Seen[], rounds: number): void {
  const rate = (count: number, kind: Kind) => ratio(seen, count, kind, ({ perSecond }) => perSecond)
  const cpu = (count: number, kind: Kind) => ratio(seen, count, kind, (burst) => burst.cpu)
  const perSecond = (count: number) => median(seen, count, 'decide', (burst) => burst.perSecond)
  const p99 = median(seen, 64, 'decide', (burst) => burst.p99)
  const kept = perSecond(64) / perSecond(1)
  const short = [
    ...[1, 16, 64].map((count) => [`rule fetch at ${count}`, rate(count, 'rules') >= RULES_RATE] as const),
    ...[1, 16, 64].map((count) => [`rule fetch CPU at ${count}`, cpu(count, 'rules') <= RULES_CPU] as const),
    ...[16, 64].map((count) => [`decision at ${count}`, rate(count, 'decide') >= DECIDE_RATE] as const),
    ...[16, 64].map((count) => [`decision CPU at ${count}`, cpu(count, 'decide') <= DECIDE_CPU] as const),
    ['p99 of decisions at 64', p99 <= DECIDE_P99] as const,
    ['decisions at 64 beside 1', kept >= KEPT] as const,
  ].filter(([, met]) => !met)
  console.log(
    `bar: rule fetch ≥ ${RULES_RATE} × hello and ≤ ${RULES_CPU} × its CPU; decision ≥ ${DECIDE_RATE} × hello and ≤ ${DECIDE_CPU} × its CPU at 16 and 64, p99 at 64 ≤ ${DECIDE_P99} ms; decisions at 64 ≥ ${KEPT} × at 1 (here ${kept.toFixed(2)})`,
  )
  for (const [what] of short) console.log(`SHORT: ${what}`)
  conclude('bench:worker', { rounds, short: short.length }, { short: 0 })
}

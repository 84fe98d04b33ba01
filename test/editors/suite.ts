import type { Browser } from 'playwright-core'
import { composition } from './properties/composition.ts'
import { life, pair } from './properties/life.ts'
import { oneHash } from './properties/one-hash.ts'
import { places } from './properties/places.ts'
import { type Amount, type Column, Desk, type Property, type Subject } from './properties/property.ts'
import { twins } from './properties/twins.ts'

/** The columns that each property fills. */
const properties: readonly (readonly [Property, readonly Column[]])[] = [
  [twins, ['twin', 'undone', 'marks']],
  [oneHash, ['hash', 'claim']],
  [places, ['places']],
  [composition, ['composition']],
  [life, ['life']],
  [pair, ['pair']],
]

/** What one editor came to in one column: a figure, why it failed, or null where there is nothing to hold. */
export type Cell = { held: string } | { failed: string } | null
export type Row = Partial<Record<Column, Cell>>

/** Runs every property on every editor, `abreast` editors at a time, and tells of each as it is done. */
export async function runSuite(
  subjects: readonly Subject[],
  browser: Browser,
  amount: Amount,
  { abreast = 3, tell = () => {} }: { abreast?: number; tell?: (line: string) => void } = {},
): Promise<Map<string, Row>> {
  const table = new Map<string, Row>(subjects.map(({ name }) => [name, {}]))
  const left = [...subjects]
  const worker = async (): Promise<void> => {
    for (let subject = left.shift(); subject !== undefined; subject = left.shift())
      await runSubject(new Desk(subject, browser), amount, table.get(subject.name)!, tell)
  }
  await Promise.all(Array.from({ length: abreast }, worker))
  return table
}

async function runSubject(desk: Desk, amount: Amount, row: Row, tell: (line: string) => void): Promise<void> {
  const patience = 180_000 + amount.edits * 1500
  for (const [property, filled] of properties) {
    if (amount.menxia === false && property !== twins) continue
    const from = performance.now()
    const outcome = await within(patience, property(desk, amount)).catch((error: Error) => error)
    const why = outcome instanceof Error ? reasonOf(outcome) : null
    for (const column of filled) {
      const held = outcome instanceof Error ? undefined : outcome[column]
      row[column] = why !== null ? { failed: why } : held === undefined ? null : { held }
    }
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    const none = filled.every((column) => row[column] === null)
    tell(`${why !== null ? 'FAIL' : none ? '—   ' : 'ok  '} ${desk.subject.name}: ${filled.join(', ')} (${seconds} s)`)
    if (why === null) continue
    tell(`     ${why}`)
    await desk.close()
  }
  await desk.close()
}

/** fast-check says which case failed and keeps why in the cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}\n${error.cause.message}` : error.message
}

/** An editor that hangs is a failure and not the end of the run. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no end after ${milliseconds} ms`)), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

import type { Bar } from '../bench/bar.ts'
import { type Desk, type Editor, lastCheck, type Side, Typing } from './desk.ts'
import { Quiet } from './quiet.ts'
import { BEGIN, trace } from './trace.ts'

const LENGTH = 100_000
const ROUNDS = 5

/** A task by the clock on the wall, as `PerformanceObserver('longtask')` counts, and how long the thread ran in it. */
interface Length {
  ms: number
  cpu: number
}

interface Longest {
  /** The longest task of the main thread. */
  all: Length
  /** The longest one that runs a function of ours. */
  ours: Length
  /** Tasks over 50 ms, as the page's own PerformanceObserver counts them. */
  long: number
}

const none: Length = { ms: 0, cpu: 0 }
const longer = (one: Length, other: Length): Length => (other.ms > one.ms ? other : one)
const said = ({ ms, cpu }: Length): string => `${ms.toFixed(1)} ms (the thread ran ${cpu.toFixed(1)})`

/** What the main thread does from `act` on until the check that follows it has been shown. */
async function during(side: Side, typing: Typing, act: () => Promise<void>): Promise<Longest> {
  const before = await lastCheck(side)
  await typing.page.evaluate(countLongTasks, BEGIN)
  const tasks = await trace(typing.page, async () => {
    await act()
    if (before !== null) await lastCheck(side, before)
    // To see that nothing more comes: what is painted after the answer, and as long without us.
    await typing.page.waitForTimeout(1500)
  })
  for (const { ms, cpu, ours, most } of tasks.filter((task) => task.ms > 50))
    console.log(`       over: ${said({ ms, cpu })}${ours ? ', ours in it' : ''}: ${most}`)
  const long = await typing.page.evaluate(longTasksSince, BEGIN)
  return { all: tasks.reduce(longer, none), ours: tasks.filter(({ ours }) => ours).reduce(longer, none), long }
}

function countLongTasks(mark: string): void {
  const page = window as unknown as { longTasks: number[]; observer?: PerformanceObserver }
  page.observer?.disconnect()
  performance.clearMarks(mark)
  page.longTasks = []
  page.observer = new PerformanceObserver((list) => {
    page.longTasks.push(...list.getEntries().map(({ startTime }) => startTime))
  })
  page.observer.observe({ type: 'longtask' })
}

function longTasksSince(mark: string): number {
  const since = performance.getEntriesByName(mark).at(-1)?.startTime ?? 0
  return (window as unknown as { longTasks: number[] }).longTasks.filter((startTime) => startTime >= since).length
}

/** A new text, whole: its first check. Then one key in it: the check after a pause. */
async function rounds(side: Side, origin: string, editor: Editor, quiet: Quiet): Promise<[Longest, Longest]> {
  const whole: Longest = { all: none, ours: none, long: 0 }
  const key: Longest = { all: none, ours: none, long: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const typing = await Typing.open(side, origin, editor)
    join(whole, await during(side, typing, () => typing.fill(LENGTH, round)))
    await typing.toEnd()
    join(key, await during(side, typing, () => typing.page.keyboard.press('x')))
    // Before the page goes: closing it is work of its own.
    quiet.ask()
    await typing.page.close()
  }
  return [whole, key]
}

function join(all: Longest, one: Longest): void {
  all.all = longer(all.all, one.all)
  all.ours = longer(all.ours, one.ours)
  all.long += one.long
}

/** Main-thread tasks while 100,000 characters are checked; the worst of five rounds. */
export async function measureTasks({ on, off, stage }: Desk, bar: Bar, editors: readonly Editor[]): Promise<void> {
  for (const editor of editors) {
    const quiet = new Quiet()
    const withUs = await rounds(on, stage.demo.origin, editor, quiet)
    const without = await rounds(off, stage.demo.origin, editor, quiet)
    console.log(`     ${editor}: ${quiet}`)
    for (const [index, what] of ['first check', 'check after a key'].entries()) {
      const [ours, theirs] = [withUs[index]!, without[index]!]
      const name = `${editor}, 100,000 characters, ${what}`
      const long = `longtask entries in ${ROUNDS} rounds: ${ours.long} with us, ${theirs.long} without`
      console.log(`     ${name}: longest task with us ${said(ours.all)}, without ${said(theirs.all)}; ${long}`)
      judge(bar, quiet, `${name}: longest task that runs our scripts`, ours.ours, 50)
      judge(bar, quiet, `${name}: longest task of all`, ours.all, Math.max(50, theirs.all.ms))
    }
  }
}

/** A task that is short by the wall is short on any machine. One that is long says nothing where others took the core. */
function judge(bar: Bar, quiet: Quiet, what: string, length: Length, most: number): void {
  const full = `${what}; the thread ran ${length.cpu.toFixed(1)} ms`
  if (length.ms > most && quiet.busy) bar.unjudged(`${full}: ${length.ms.toFixed(1)} ms (bar ≤ ${most})`)
  else bar.atMost(full, length.ms, most, 'ms')
}

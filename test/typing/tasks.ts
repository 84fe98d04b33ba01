import type { Bar } from '../bench/bar.ts'
import { type Desk, type Editor, lastCheck, type Side, Typing } from './desk.ts'
import { BEGIN, trace } from './trace.ts'

const LENGTH = 100_000
const ROUNDS = 5

interface Longest {
  /** Milliseconds that the main thread really ran in its longest task: waiting for a core that others use does not count. */
  all: number
  /** Of the longest one that runs a function of ours. */
  ours: number
  /** Tasks over 50 ms, as the page's own PerformanceObserver counts them. */
  long: number
}

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
  const longest = (all: readonly { cpu: number }[]): number => Math.max(0, ...all.map(({ cpu }) => cpu))
  for (const { ms, cpu, most } of tasks.filter((task) => task.ms > 50))
    console.log(`       over: ${ms.toFixed(1)} ms, of which the thread ran ${cpu.toFixed(1)}: ${most}`)
  const long = await typing.page.evaluate(longTasksSince, BEGIN)
  return { all: longest(tasks), ours: longest(tasks.filter(({ ours }) => ours)), long }
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
async function rounds(side: Side, origin: string, editor: Editor): Promise<[Longest, Longest]> {
  const whole: Longest = { all: 0, ours: 0, long: 0 }
  const key: Longest = { all: 0, ours: 0, long: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const typing = await Typing.open(side, origin, editor)
    join(whole, await during(side, typing, () => typing.fill(LENGTH, round)))
    await typing.toEnd()
    join(key, await during(side, typing, () => typing.page.keyboard.press('x')))
    await typing.page.close()
  }
  return [whole, key]
}

function join(all: Longest, one: Longest): void {
  all.all = Math.max(all.all, one.all)
  all.ours = Math.max(all.ours, one.ours)
  all.long += one.long
}

/** Main-thread tasks while 100,000 characters are checked; the worst of five rounds. */
export async function measureTasks({ on, off, stage }: Desk, bar: Bar): Promise<void> {
  for (const editor of ['tinymce', 'textarea'] as const) {
    const withUs = await rounds(on, stage.demo.origin, editor)
    const without = await rounds(off, stage.demo.origin, editor)
    for (const [index, what] of ['first check', 'check after a key'].entries()) {
      const [ours, theirs] = [withUs[index]!, without[index]!]
      const name = `${editor}, 100,000 characters, ${what}`
      const long = `longtask entries in ${ROUNDS} rounds, by the clock on the wall: ${ours.long} with us, ${theirs.long} without`
      console.log(`     ${name}: without us the longest task is ${theirs.all.toFixed(1)} ms; ${long}`)
      bar.atMost(`${name}: longest task that runs our scripts`, ours.ours, 50, 'ms')
      bar.atMost(`${name}: longest task of all`, ours.all, Math.max(50, theirs.all), 'ms')
    }
  }
}

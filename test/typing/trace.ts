import type { Page } from 'playwright-core'

/** One task of the page's main thread. `ours`: a function of the extension ran in it. */
export interface Task {
  ms: number
  /** Of which the thread really ran: the rest other programs took, or the browser's other processes it waited for. */
  cpu: number
  /** What took longest in it, for whoever mends it. */
  most: string
  ours: boolean
}

/** An event of Chromium's trace, as far as it is read here. Times in microseconds. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { name?: string; data?: { url?: string } }
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8.execute']
/** The mark that a page sets when it has done what is not measured. */
export const BEGIN = 'menxia-bench-begin'

/**
 * The tasks of the main thread that begin after the page's last `BEGIN` mark (after the start of `work` where it sets none). The process is the
 * page's: frames that an editor writes into run in it too.
 */
export async function trace(page: Page, work: () => Promise<void>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent)
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  await work()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return tasksIn(events)
}

function tasksIn(events: readonly TraceEvent[]): Task[] {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  )
  const begin = Math.max(0, ...events.filter(({ name }) => name === BEGIN).map(({ ts }) => ts))
  const onMain = events.filter((event) => event.ph === 'X' && event.ts >= begin && mains.has(threadOf(event)))
  const calls = onMain.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://'))
  return onMain
    .filter(({ name }) => name === 'RunTask')
    .map((task) => {
      const end = task.ts + (task.dur ?? 0)
      const inside = (one: TraceEvent): boolean =>
        one !== task && threadOf(one) === threadOf(task) && one.ts >= task.ts && one.ts <= end
      const ms = (task.dur ?? 0) / 1000
      return {
        ms,
        cpu: (task.tdur ?? 0) / 1000,
        ours: calls.some(inside),
        most: ms > 20 ? mostOf(onMain.filter(inside)) : '',
      }
    })
}

/** The three longest of these, by name. */
function mostOf(events: readonly TraceEvent[]): string {
  const longest = events.toSorted((a, b) => (b.dur ?? 0) - (a.dur ?? 0)).slice(0, 5)
  return longest.map(({ name, dur }) => `${name} ${((dur ?? 0) / 1000).toFixed(1)}`).join(', ')
}

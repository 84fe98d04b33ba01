import type { CDPSession } from 'playwright-core'
import type { Bar } from '../bench/bar.ts'
import { checkNow, type Desk, lastCheck, Typing } from './desk.ts'

const CHECKS = 1000
/** Checks before the first look: caches, compiled code. */
const WARM_UP = 200
const STEP = 100
/** Bytes a check. A draft that stays would be 20,000, its marks 2,000. */
const GROWTH = 100

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
}

/** Bytes that the heap grows with every check, by least squares over the looks. */
export function slopeOf(looks: readonly number[], step: number): number {
  const middle = (looks.length - 1) / 2
  const mean = looks.reduce((sum, look) => sum + look, 0) / looks.length
  const weighted = looks.reduce((sum, look, index) => sum + (index - middle) * (look - mean), 0)
  const squares = looks.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
  return weighted / squares / step
}

/** Heap of the page over 1,000 checks of 10,000 characters, each of another text: read, sent, painted. */
export async function measureMemory({ on, stage }: Desk, bar: Bar): Promise<void> {
  for (const editor of ['tinymce', 'textarea'] as const) {
    const typing = await Typing.open(on, stage.demo.origin, editor)
    await typing.fill(10_000, 0)
    await lastCheck(on, 0)
    const session = await on.context.newCDPSession(typing.page)
    await session.send('Performance.enable')
    const looks: number[] = []
    for (let done = 0; done < WARM_UP + CHECKS; done++) {
      await typing.change(done)
      await checkNow(on, typing.page)
      if (done >= WARM_UP && (done - WARM_UP) % STEP === 0) looks.push(await heapOf(session))
    }
    looks.push(await heapOf(session))
    const shown = looks.map((bytes) => (bytes / 2 ** 20).toFixed(2)).join(' ')
    console.log(`     ${editor}: MiB of heap, every ${STEP} checks: ${shown}`)
    // Caches fill for some hundred checks and then are full; what leaks goes on.
    const last = looks.slice(looks.length >> 1)
    const whole = `over all ${CHECKS} ${slopeOf(looks, STEP).toFixed(0)}`
    bar.atMost(`${editor}: growth a check over the last ${CHECKS / 2} (${whole})`, slopeOf(last, STEP), GROWTH, 'bytes')
    await typing.page.close()
  }
}

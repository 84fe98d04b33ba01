import type { Frame } from 'playwright-core'
import type { Bar } from '../bench/bar.ts'
import { median } from '../bench/measure.ts'
import { seeded, whole } from '../bench/random.ts'
import { type Desk, type Editor, type Side, Typing } from './desk.ts'

const PAIRS = 32
/** Keys of one turn. */
const KEYS = 20
/** Between two keys of somebody who types fast, and before a turn: long enough that a check may be running when the first key comes. */
const PACE = 30
const PAUSE = [300, 800] as const

/** In the page: key → the end of the next frame, for every key. */
function watchKeys(): void {
  const own = window as unknown as { latencies: number[] }
  own.latencies = []
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => own.latencies.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    true,
  )
}

async function takeLatencies(frame: Frame): Promise<number[]> {
  return await frame.evaluate((count) => {
    const own = window as unknown as { latencies: number[] }
    return new Promise<number[]>((resolve) => {
      const look = (): void => {
        if (own.latencies.length < count) requestAnimationFrame(look)
        else resolve(own.latencies.splice(0))
      }
      look()
    })
  }, KEYS)
}

/** One turn: a pause, then a run of keys. Answers each key's latency in milliseconds. */
async function turnOf({ page, frame }: Typing, pause: number): Promise<number[]> {
  await page.bringToFront()
  // A person's pace, not a wait for something.
  await page.waitForTimeout(pause)
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x')
    // As above.
    await page.waitForTimeout(PACE)
  }
  return await takeLatencies(frame)
}

/** 95 % interval of the median of `ratios`, by 10,000 resamples. */
export function bootstrap(ratios: readonly number[], seed: number): [number, number] {
  const random = seeded(seed)
  const draw = (): number => median(ratios.map(() => ratios[whole(random, 0, ratios.length - 1)]!))
  const medians = Array.from({ length: 10_000 }, draw).sort((a, b) => a - b)
  return [medians[250]!, medians[9749]!]
}

async function measureOne({ on, off, stage }: Desk, editor: Editor, length: number, bar: Bar): Promise<void> {
  const random = seeded(length)
  const open = async (side: Side): Promise<Typing> => {
    const typing = await Typing.open(side, stage.demo.origin, editor)
    await typing.fill(length, 0)
    await typing.toEnd()
    await typing.frame.evaluate(watchKeys)
    return typing
  }
  const [ours, theirs] = [await open(on), await open(off)]
  const all = { on: [] as number[], off: [] as number[] }
  const ratios: number[] = []
  for (let pair = -2; pair < PAIRS; pair++) {
    const pause = whole(random, ...PAUSE)
    const first = pair % 2 === 0 ? await turnOf(ours, pause) : await turnOf(theirs, pause)
    const second = pair % 2 === 0 ? await turnOf(theirs, pause) : await turnOf(ours, pause)
    // The first two pairs warm up.
    if (pair < 0) continue
    const [withUs, without] = pair % 2 === 0 ? [first, second] : [second, first]
    all.on.push(...withUs)
    all.off.push(...without)
    ratios.push(median(withUs) / median(without))
  }
  await ours.page.close()
  await theirs.page.close()
  const at = (times: number[], share: number): string =>
    times.sort((a, b) => a - b)[Math.floor(times.length * share)]!.toFixed(1)
  const [low, high] = bootstrap(ratios, 7)
  const name = `${editor}, ${length.toLocaleString('en')} characters`
  const spread = `median ${at(all.on, 0.5)} ms on, ${at(all.off, 0.5)} ms off; 95th percentile ${at(all.on, 0.95)} and ${at(all.off, 0.95)}`
  console.log(`     ${name}: key → paint ${spread}; ${PAIRS} pairs of ${KEYS} keys`)
  bar.atMost(
    `${name}: on/off, 95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`,
    Number(median(ratios).toFixed(3)),
    1.05,
    '×',
  )
}

/** Typing latency with and without the extension, in interleaved pairs. */
export async function measureLatency(desk: Desk, bar: Bar): Promise<void> {
  for (const editor of ['tinymce', 'textarea'] as const)
    for (const length of [10_000, 100_000]) await measureOne(desk, editor, length, bar)
}

import type { Frame } from 'playwright-core'
import type { Bar } from '../bench/bar.ts'
import { median } from '../bench/measure.ts'
import { seeded, whole } from '../bench/random.ts'
import { type Desk, type Editor, type Side, Typing } from './desk.ts'
import { Quiet } from './quiet.ts'

/** Pairs of turns: at least so many, and more while the interval is too wide to tell, up to the most. */
const PAIRS = 33
const MOST_PAIRS = 66
/** Pages are opened anew after so many: one page can be slower than its twin all its life, with us or without. */
const SITTING = 11
/** An interval wider than this tells nothing. */
const WIDE = 0.1
const BAR = 1.05
/** Keys of one turn. */
const KEYS = 15
/** Between two keys of somebody who types fast, and before a turn: the reading begins after 400 ms. */
const PACE = 30
const PAUSE = [350, 800] as const

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
  }, KEYS + 1)
}

/**
 * One turn: a key that is not measured, a pause, then a run of keys. So in every turn a check is due or running when the first of them comes.
 * Answers each key's latency in milliseconds.
 */
async function turnOf({ page, frame }: Typing, pause: number): Promise<number[]> {
  await page.bringToFront()
  await page.keyboard.press('x')
  // A person's pace, not a wait for something.
  await page.waitForTimeout(pause)
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('x')
    // As above.
    await page.waitForTimeout(PACE)
  }
  const [, ...latencies] = await takeLatencies(frame)
  return latencies
}

/** 95 % interval of the median of `ratios`, by 10,000 resamples. */
export function bootstrap(ratios: readonly number[], seed: number): [number, number] {
  const random = seeded(seed)
  const draw = (): number => median(ratios.map(() => ratios[whole(random, 0, ratios.length - 1)]!))
  const medians = Array.from({ length: 10_000 }, draw).sort((a, b) => a - b)
  return [medians[250]!, medians[9749]!]
}

/** What a sitting gives: the ratio of each pair, and every key's latency. */
interface Sat {
  ratios: number[]
  on: number[]
  off: number[]
}

/** `SITTING` pairs in two new pages, in turns: on, off, off, on. */
async function sit(
  { on, off, stage }: Desk,
  editor: Editor,
  length: number,
  sitting: number,
  quiet: Quiet,
): Promise<Sat> {
  const random = seeded(length + sitting)
  const open = async (side: Side): Promise<Typing> => {
    const typing = await Typing.open(side, stage.demo.origin, editor)
    await typing.fill(length, 0)
    await typing.toEnd()
    await typing.frame.evaluate(watchKeys)
    return typing
  }
  const [ours, theirs] = [await open(on), await open(off)]
  const sat: Sat = { ratios: [], on: [], off: [] }
  for (let pair = -1; pair < SITTING; pair++) {
    const pause = whole(random, ...PAUSE)
    const first = pair % 2 === 0 ? await turnOf(ours, pause) : await turnOf(theirs, pause)
    const second = pair % 2 === 0 ? await turnOf(theirs, pause) : await turnOf(ours, pause)
    // The first pair warms up.
    if (pair < 0) continue
    const [withUs, without] = pair % 2 === 0 ? [first, second] : [second, first]
    sat.on.push(...withUs)
    sat.off.push(...without)
    sat.ratios.push(median(withUs) / median(without))
  }
  // Before the pages go: closing them is work of its own.
  quiet.ask()
  await ours.page.close()
  await theirs.page.close()
  return sat
}

async function measureOne(desk: Desk, editor: Editor, length: number, bar: Bar): Promise<void> {
  const sittings: Sat[] = []
  const quiet = new Quiet()
  let ratios: number[] = []
  let interval: [number, number] = [0, Number.POSITIVE_INFINITY]
  const wide = (): boolean => interval[1] - interval[0] > WIDE
  while (ratios.length < PAIRS || (wide() && ratios.length < MOST_PAIRS)) {
    sittings.push(await sit(desk, editor, length, sittings.length, quiet))
    ratios = sittings.flatMap((sat) => sat.ratios)
    interval = bootstrap(ratios, 7)
  }
  const at = (side: 'on' | 'off', share: number): string => {
    const times = sittings.flatMap((sat) => sat[side]).sort((a, b) => a - b)
    return times[Math.floor(times.length * share)]!.toFixed(1)
  }
  const [low, high] = interval
  const name = `${editor}, ${length.toLocaleString('en')} characters`
  const spread = `median ${at('on', 0.5)} ms on, ${at('off', 0.5)} ms off; 95th percentile ${at('on', 0.95)} and ${at('off', 0.95)}`
  const each = sittings.map((sat) => median(sat.ratios).toFixed(2)).join(' ')
  console.log(`     ${name}: key → paint ${spread}; ${ratios.length} pairs of ${KEYS} keys; by page ${each}; ${quiet}`)
  const what = `${name}: on/off, 95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`
  const ratio = Number(median(ratios).toFixed(3))
  if (wide()) bar.unjudged(`${what}: ${ratio} × (bar ≤ ${BAR})`)
  else bar.atMost(what, ratio, BAR, '×')
}

/** Typing latency with and without the extension, in interleaved pairs. */
export async function measureLatency(desk: Desk, bar: Bar, editors: readonly Editor[]): Promise<void> {
  for (const editor of editors) for (const length of [10_000, 100_000]) await measureOne(desk, editor, length, bar)
}

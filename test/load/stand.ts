import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Site } from '../contract/actors.ts'
import { startPlainWorker } from '../support/plain-worker.ts'
import { type RunningWorker, startUndebugged } from '../support/worker.ts'

// Without a listener a signal ends the process before anything that it started: a Worker would stay behind.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

type Work<T> = (site: Site, worker: RunningWorker) => Promise<T>

/** Starts a Worker of its own under plain workerd in a folder of its own, runs `work` against it, and leaves neither behind. */
export async function onWorker<T>(work: Work<T>, main?: string): Promise<T> {
  return await inFolder(async (folder) => {
    const worker = await startPlainWorker(folder, main)
    return await on(worker, worker.operatorSecret, work)
  })
}

/** The same under `wrangler dev`, which puts a proxy of its own before workerd, without its debugger. */
export async function onDevWorker<T>(work: Work<T>, main: string): Promise<T> {
  const operatorSecret = randomBytes(24).toString('base64url')
  return await inFolder(async (folder) => {
    const worker = await startUndebugged({ port: 0, folder, operatorSecret }, main)
    return await on(worker, operatorSecret, work)
  })
}

async function on<T>(worker: RunningWorker, operatorSecret: string, work: Work<T>): Promise<T> {
  try {
    return await work({ base: worker.origin, send: (url, request) => fetch(url, request), operatorSecret }, worker)
  } finally {
    await worker.close()
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-load-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The n-th number of the command line, or what is usual. */
export function countArgument(n: number, usual: number): number {
  const given = Number(process.argv[2 + n] ?? usual)
  if (!Number.isSafeInteger(given) || given < 1) throw new Error(`${process.argv[2 + n]} is not a count`)
  return given
}

/** Prints the bar and the last line, and sets the exit code. */
export function conclude(
  name: string,
  figures: Readonly<Record<string, number>>,
  bar: Readonly<Record<string, number>>,
): void {
  for (const [what, value] of Object.entries(figures)) console.log(`${what}: ${value}`)
  const short = Object.entries(bar).filter(([what, most]) => (figures[what] ?? Number.NaN) !== most)
  for (const [what, most] of short) console.log(`SHORT: ${what} must be ${most}`)
  console.log(`${name}: ${short.length === 0 ? 'bar met' : `${short.length} figures short`}`)
  // Once short, the process is: several bars may be held one after the other.
  if (short.length > 0) process.exitCode = 1
}

/** Runs `task` for 0..count-1 with so many at a time. */
export async function inParallel(count: number, writers: number, task: (i: number) => Promise<void>): Promise<void> {
  let next = 0
  const writer = async (): Promise<void> => {
    while (next < count) await task(next++)
  }
  await Promise.all(Array.from({ length: writers }, writer))
}

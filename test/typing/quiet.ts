import { loadavg } from 'node:os'

/** How long it is asked for, in milliseconds. */
const ASKED = 250
/** A thread that asks for a whole core and gets less than this has neighbours. On a quiet machine it gets 97 % and more. */
const QUIET = 0.9

/** How much of a core a thread of ours got, each time it was asked. The browsers should rest meanwhile. */
export class Quiet {
  private readonly shares: number[] = []

  ask(): void {
    const from = performance.now()
    const before = process.threadCpuUsage()
    while (performance.now() - from < ASKED);
    const { user, system } = process.threadCpuUsage(before)
    this.shares.push((user + system) / 1000 / (performance.now() - from))
  }

  /** The worst of them counts: one busy stretch is enough for one long task. */
  get busy(): boolean {
    return Math.min(...this.shares) < QUIET
  }

  toString(): string {
    const shares = this.shares.map((share) => `${Math.round(share * 100)}`).join(' ')
    return `load ${loadavg()[0]!.toFixed(1)}, got ${shares} % of a core`
  }
}

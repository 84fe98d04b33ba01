/** Times of work that is done in turns: one measurement of each in every round, so that a busy machine disturbs all alike. */
export interface Runner {
  readonly name: string
  readonly run: () => unknown
}

/** Milliseconds this thread really worked: waiting for a core that others use does not count. */
export function worked(run: () => unknown): number {
  const before = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** Median of each runner's times over interleaved rounds; each round starts with another one. */
export function interleaved(runners: readonly Runner[], rounds: number, warmUps = 2): Map<string, number> {
  const times = new Map(runners.map(({ name }): [string, number[]] => [name, []]))
  for (let round = -warmUps; round < rounds; round += 1)
    for (let turn = 0; turn < runners.length; turn += 1) {
      const { name, run } = runners[(turn + Math.max(0, round)) % runners.length]!
      const time = worked(run)
      if (round >= 0) times.get(name)!.push(time)
    }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!
}

/** How often to run `run` for at least `milliseconds` of work, so that the clock's grain does not matter. */
export function timesFor(run: () => unknown, milliseconds: number): number {
  run()
  let times = 1
  for (;;) {
    const time = worked(() => {
      for (let left = times; left > 0; left -= 1) run()
    })
    if (time >= milliseconds / 2) return Math.max(1, Math.ceil((times * milliseconds) / time))
    times *= 2
  }
}

import { setTimeout as pause } from 'node:timers/promises'

/** Asks until the answer will do or the time is over, and gives the last answer either way: the caller says what is wrong with it. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  willDo: (answer: T) => boolean,
  milliseconds = 10_000,
): Promise<T> {
  const deadline = performance.now() + milliseconds
  for (;;) {
    const answer = await ask()
    if (willDo(answer) || performance.now() > deadline) return answer
    await pause(25)
  }
}

/**
 * Asks until there is an answer, a few times: a frame that an editor is still writing into (UEditor's `javascript:` frame) can be
 * unknown to the browser for a moment, and then nothing it says arrives. Rejects with the last failure.
 */
export async function askAgain<T>(ask: () => Promise<T>, waits: readonly number[] = [100, 400, 1600]): Promise<T> {
  const [wait, ...rest] = waits
  try {
    return await answeredWithin(ask(), wait ?? 5000)
  } catch (error) {
    if (wait === undefined) throw error
    await new Promise((resolve) => setTimeout(resolve, wait))
    return askAgain(ask, rest)
  }
}

function answeredWithin<T>(answer: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

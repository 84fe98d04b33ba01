/** How often a line is written where nothing can be written over, ms. */
const EVERY = 1000
let last = 0

/** One line of progress on stderr: written over on a terminal, else a line a second and the last one. */
export function showProgress(line: string, done: boolean): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001B[K${line}${done ? '\n' : ''}`)
    return
  }
  if (!done && Date.now() - last < EVERY) return
  last = Date.now()
  console.error(line)
}

/** Runs `work` and tells each second how long it has taken: for what is done elsewhere and says nothing meanwhile. */
export async function whileWaiting<T>(what: string, work: Promise<T>): Promise<T> {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const timer = setInterval(() => showProgress(`${what}…… ${seconds()} 秒`, false), EVERY)
  try {
    return await work
  } finally {
    clearInterval(timer)
    showProgress(`${what}，用了 ${((Date.now() - began) / 1000).toFixed(1)} 秒`, true)
  }
}

import { Client } from 'undici'

export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What one burst showed. Times in ms; `own` is the generator's CPU, to show that it is not what was measured. */
export interface Burst {
  readonly perSecond: number
  readonly p99: number
  readonly cpu: number
  readonly own: number
}

/** Asks every question once over so many kept-open connections, each with one question under way. Throws at an answer of another status. */
export async function burst(
  origin: string,
  connections: number,
  questions: readonly Question[],
  status: number,
  cpuSoFar: () => number,
): Promise<Burst> {
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }))
  const times: number[] = []
  let next = 0
  const connection = async (client: Client): Promise<void> => {
    while (next < questions.length) {
      const began = performance.now()
      const { statusCode, body } = await client.request(questions[next++]!)
      if (statusCode !== status) throw new Error(`answered ${statusCode}, not ${status}: ${await body.text()}`)
      await body.dump()
      times.push(performance.now() - began)
    }
  }
  const [cpuBefore, ownBefore, began] = [cpuSoFar(), process.cpuUsage(), performance.now()]
  try {
    await Promise.all(clients.map(connection))
  } finally {
    await Promise.all(clients.map((client) => client.close()))
  }
  const wall = performance.now() - began
  const own = process.cpuUsage(ownBefore)
  return {
    perSecond: (questions.length * 1000) / wall,
    p99: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!,
    cpu: (cpuSoFar() - cpuBefore) / questions.length,
    own: (own.user + own.system) / 1000 / questions.length,
  }
}

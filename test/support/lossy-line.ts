import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomFrom } from '../tamper/random.ts'

/** `closed`: nobody answers. `lossy`: 30 of 100 answers are lost and 20 of 100 questions arrive twice. */
export type LineState = 'closed' | 'through' | 'lossy'

/** A line to a server that can be made bad. */
export interface LossyLine {
  origin: string
  state: LineState
  counts: { questions: number; lost: number; doubled: number }
  close(): Promise<void>
}

async function bodyOf(from: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of from) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function ask(target: string, from: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, headers } = from
    const asked = request(`${target}${from.url}`, { method: method ?? 'GET', headers }, resolve)
    asked.once('error', reject)
    asked.end(body)
  })
}

/** Opens a line to `target` on a free port. The losses repeat with `seed`. */
export async function openLine(target: string, seed: number): Promise<LossyLine> {
  const random = randomFrom(seed)
  const carry = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    if (line.state === 'closed') return void to.destroy()
    const body = await bodyOf(from)
    const { counts } = line
    counts.questions += 1
    const doubled = line.state === 'lossy' && random(100) < 20
    const lost = line.state === 'lossy' && random(100) < 30
    if (doubled) {
      counts.doubled += 1
      void ask(target, from, body).then((answer) => answer.resume())
    }
    const answer = await ask(target, from, body)
    if (lost) {
      counts.lost += 1
      answer.resume()
      to.destroy()
      return
    }
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
  }
  const server = createServer((from, to) => void carry(from, to).catch(() => to.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const line: LossyLine = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state: 'through',
    counts: { questions: 0, lost: 0, doubled: 0 },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return line
}

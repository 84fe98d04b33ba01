import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that left a browser. */
export interface Egress {
  /** `localhost:4180`. */
  host: string
  method: string
  url: string
  body: string
}

/** A proxy that every request of a browser goes through, so that nothing leaves it unseen. */
export interface EgressRecorder {
  /** Switches for the browser. */
  args: readonly string[]
  requests: readonly Egress[]
  close(): Promise<void>
}

async function bodyOf(from: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of from) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Starts it on a free port. Addresses outside this machine are recorded and refused. */
export async function recordEgress(): Promise<EgressRecorder> {
  const requests: Egress[] = []
  const carry = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const url = new URL(from.url ?? '')
    const body = await bodyOf(from)
    requests.push({ host: url.host, method: from.method ?? '', url: url.href, body: body.toString('utf8') })
    if (!['localhost', '127.0.0.1'].includes(url.hostname)) return void to.writeHead(403).end()
    const asked = request(url, { method: from.method ?? 'GET', headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.once('error', () => to.destroy()).pipe(to)
    })
    asked.once('error', () => to.destroy())
    asked.end(body)
  }
  const server = createServer((from, to) => void carry(from, to).catch(() => to.destroy()))
  server.on('connect', ({ url = '' }, socket) => {
    requests.push({ host: url, method: 'CONNECT', url, body: '' })
    // Whoever is refused may hang up first; without a listener that ends the whole run.
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const HANZI = /\p{Script=Han}{4,}/gu

/** Every run of four Chinese characters in a text. */
export function fours(text: string): Set<string> {
  const found = new Set<string>()
  for (const [run] of text.matchAll(HANZI)) {
    const characters = [...run]
    for (let n = 0; n + 4 <= characters.length; n += 1) found.add(characters.slice(n, n + 4).join(''))
  }
  return found
}

/** The text of a request as a person could read it: escapes of addresses and of JSON written out. */
export function readable({ url, body }: Egress): string {
  const plain = (text: string): string =>
    text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
  const unescaped = body.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return `${plain(url)}\n${plain(unescaped)}`
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

/** A web server of ours on this machine. `close` ends it and every connection to it. */
export interface Served {
  /** `http://localhost:4180`, without a slash at the end. */
  origin: string
  close(): Promise<void>
}

/** A port that another program holds. The message is for the person at the terminal. */
export class PortTaken extends Error {
  constructor(port: number, what: string, flag: string) {
    super(`端口 ${port} 已被其他程序占用，${what}没有启动。请关闭那个程序，或用 ${flag} 另指定一个端口。`)
    this.name = 'PortTaken'
  }
}

async function answer(fetch: (request: Request) => Response | Promise<Response>, from: IncomingMessage) {
  const body = from.method === 'GET' || from.method === 'HEAD' ? null : Readable.toWeb(from)
  const headers = Object.entries(from.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  )
  const url = new URL(from.url ?? '/', `http://${from.headers.host ?? 'localhost'}`)
  const init = { method: from.method ?? 'GET', headers, body: body as ReadableStream | null, duplex: 'half' as const }
  return await fetch(new Request(url, init))
}

async function send(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, [...response.headers].flat())
  if (response.body === null) to.end()
  else for await (const piece of response.body) to.write(piece)
  to.end()
}

/**
 * Serves a fetch handler on `127.0.0.1:port` (0: any free one). Rejects with `PortTaken` when the port is in use; `what` and `flag`
 * name the server and the option for that sentence.
 */
export function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, what, flag }: { port: number; what: string; flag: string },
): Promise<Served> {
  const server = createServer((from, to) => {
    answer(fetch, from)
      .then((response) => send(response, to))
      .catch(() => to.destroy())
  })
  // A WebSocket's opening request reaches the handler as the GET it is; nothing of ours speaks on afterwards.
  server.on('upgrade', (from, socket) => {
    void answer(fetch, from).finally(() => socket.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, what, flag) : error)
    })
    server.listen(port, '127.0.0.1', () => {
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          server.closeAllConnections()
        })
      resolve({ origin: `http://localhost:${(server.address() as AddressInfo).port}`, close })
    })
  })
}

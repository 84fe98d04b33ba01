import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PortTaken } from './serve.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'node_modules/.bin')
/** How long a Worker may take to answer for the first time, ms: a cold bundle on a busy machine. */
const PATIENCE = 60_000

/** The Worker under local workerd. */
export interface RunningWorker {
  origin: string
  /** Ids of its workerd processes; others after a restart. */
  readonly processes: readonly number[]
  /** `kill -9` of workerd and everything that started it. */
  kill(): Promise<void>
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

interface Start {
  /** 0: any free one. */
  port: number
  /** Where workerd keeps the bureaus' SQLite files, and `worker.log`. */
  folder: string
  operatorSecret: string
}

type Command = (port: number) => readonly [program: string, ...args: string[]]

/** A port that can be listened on now: `port` itself, or any where it is 0. Rejects with `PortTaken`. */
function claim(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', () => reject(new PortTaken(port, 'Worker', '--worker-port')))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}

async function answers(origin: string): Promise<boolean> {
  return await fetch(`${origin}/v1/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

function launch(command: Command, port: number, folder: string): { child: ChildProcess; said: () => string } {
  const [program, ...args] = command(port)
  const child = spawn(program, args, {
    cwd: root,
    // A group of its own, so that workerd dies with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', CI: '1' },
      // Else wrangler stores a span of each request and each SQL statement in a database of its own, which nothing here reads.
      X_LOCAL_OBSERVABILITY: 'false',
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    },
  })
  const log = createWriteStream(join(folder, 'worker.log'), { flags: 'a', mode: 0o600 })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece: Buffer) => {
      log.write(piece)
      text = `${text}${piece}`.slice(-4000)
    })
  }
  return { child, said: () => text }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
  return gone
}

/** workerd, killed with the rest of its group, lets go of the port a moment later. */
async function released(port: number): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    const free = await claim(port).then(
      () => true,
      () => false,
    )
    if (free) return
    await pause(50)
  }
}

async function boot(command: Command, port: number, folder: string): Promise<ChildProcess> {
  const { child, said } = launch(command, port, folder)
  const deadline = Date.now() + PATIENCE
  while (!(await answers(`http://127.0.0.1:${port}`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child)
      throw new Error(`Worker 没有启动起来：\n${said()}`)
    }
    await pause(100)
  }
  return child
}

/** Starts the Worker with `wrangler dev` and waits until it answers. Rejects with `PortTaken`, or with what wrangler said. */
export async function startWorker(start: Start): Promise<RunningWorker> {
  const { folder } = start
  return await startBy(start, (port) => [
    join(bin, 'wrangler'),
    ...['dev', '--ip', '127.0.0.1', '--port', `${port}`, '--inspector-port', '0'],
    ...['--persist-to', folder, '--env-file', secretIn(folder), '--log-level', 'log'],
  ])
}

/** The same without a debugger (`undebugged.ts`), and `main`, from the root, in place of wrangler.toml's entry. */
export async function startUndebugged(start: Start, main: string): Promise<RunningWorker> {
  const script = fileURLToPath(new URL('./undebugged.ts', import.meta.url))
  return await startBy(start, (port) => [process.execPath, script, `${port}`, start.folder, main])
}

function secretIn(folder: string): string {
  return join(folder, 'operator.env')
}

async function startBy({ port, folder, operatorSecret }: Start, command: Command): Promise<RunningWorker> {
  await mkdir(folder, { recursive: true })
  await writeFile(secretIn(folder), `OPERATOR_SECRET=${operatorSecret}\n`, { mode: 0o600 })
  const at = await claim(port)
  let child = await boot(command, at, folder)
  const kill = async (): Promise<void> => {
    await end(child)
    await released(at)
  }
  process.once('exit', () => void end(child))
  return {
    origin: `http://127.0.0.1:${at}`,
    get processes() {
      return workerdIn(child.pid ?? 0)
    },
    kill,
    close: kill,
    async restart() {
      await kill()
      child = await boot(command, at, folder)
    },
  }
}

/** The workerd processes of a process group. Reads `/proc`: Linux only. */
function workerdIn(group: number): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.map(Number).filter((id) => {
    try {
      const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? []
      return name === 'workerd' && Number(rest?.split(' ')[2]) === group
    } catch {
      // It ended between the listing and the reading.
      return false
    }
  })
}

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Demo, startDemo } from '../../demo/start.ts'
import { installEditors } from '../../support/editors.ts'
import { type RunningWorker, startWorker } from '../../support/worker.ts'
import { type Bureau, openBureau } from './bureau.ts'

/** The demo back office, the Worker and the bureau, up and talking. */
export interface Stage {
  demo: Demo
  worker: RunningWorker
  bureau: Bureau
  /** Stops both servers. The data stays. */
  close(): Promise<void>
}

interface Set {
  /** Where the data of both is kept; a second stage on the same folder finds everything again. */
  folder: string
  /** 0: any free port. */
  demoPort: number
  workerPort: number
  /** `stored`, the setting of a Worker inside the bureau, where not given. */
  draftText?: 'none' | 'stored'
}

/** The operator's secret, made once a folder and readable by this user only. */
async function secretIn(folder: string): Promise<string> {
  const file = join(folder, 'operator-secret')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return kept
  const made = randomBytes(32).toString('base64url')
  await writeFile(file, made, { mode: 0o600 })
  return made
}

/** Starts everything but the browsers. Rejects with `PortTaken`; what was started until then is stopped. */
export async function setStage({ folder, demoPort, workerPort, draftText = 'stored' }: Set): Promise<Stage> {
  await mkdir(folder, { recursive: true })
  await installEditors()
  const operatorSecret = await secretIn(folder)
  const demo = await startDemo({ port: demoPort, folder: join(folder, 'demo') })
  try {
    const worker = await startWorker({ port: workerPort, folder: join(folder, 'worker'), operatorSecret })
    const close = async (): Promise<void> => {
      await Promise.all([demo.close(), worker.close()])
    }
    try {
      const bureau = await openBureau(
        worker.origin,
        operatorSecret,
        demo.origin,
        join(folder, 'bureau.json'),
        draftText,
      )
      return { demo, worker, bureau, close }
    } catch (error) {
      await worker.close()
      throw error
    }
  } catch (error) {
    await demo.close()
    throw error
  }
}

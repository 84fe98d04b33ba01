import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoExtension } from '../../start/build.ts'
import { openBrowser, type Person, signInOnOptions } from './person.ts'
import { type Stage, setStage } from './stage.ts'

/** A stage of its own in a temporary folder, on free ports, with people signed in. */
export interface Office {
  stage: Stage
  editor: Person
  /** Opens the reviewer's browser; the same one every time. */
  reviewer(): Promise<Person>
  close(): Promise<void>
}

/** Opens an office for one test file. */
export async function openOffice(): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-office-'))
  const stage = await setStage({ folder, demoPort: 0, workerPort: 0 })
  const { worker, bureau } = stage
  const editor = await openBrowser({ folder: demoExtension })
  await (await signInOnOptions(editor, worker.origin, await bureau.invite('editor'), false)).close()
  let seated: Promise<Person> | null = null
  const seat = async (): Promise<Person> => {
    const person = await openBrowser({ folder: demoExtension })
    await (await signInOnOptions(person, worker.origin, await bureau.invite('reviewer'), true)).close()
    return person
  }
  return {
    stage,
    editor,
    reviewer() {
      seated ??= seat()
      return seated
    },
    async close() {
      await (await seated)?.close()
      await editor.close()
      await stage.close()
    },
  }
}

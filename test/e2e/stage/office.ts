import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoExtension } from '../../start/build.ts'
import { egressFaults } from './egress.ts'
import { openBrowser, type Person, signInOnOptions } from './person.ts'
import { type Stage, setStage } from './stage.ts'

/** A stage of its own in a temporary folder, on free ports, with people signed in. */
export interface Office {
  stage: Stage
  editor: Person
  /** Folder of the editor's browser profile. */
  profile: string
  /** Opens the reviewer's browser; the same one every time. */
  reviewer(): Promise<Person>
  /** `visited`: origins of back offices beside the demo's that its browsers were sent to. */
  close(visited?: readonly string[]): Promise<void>
}

/** Opens an office for one test file. What its browsers send is recorded, and `close` rejects where it went or held what it must not. */
export async function openOffice(draftText: 'none' | 'stored' = 'stored'): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-office-'))
  const stage = await setStage({ folder, demoPort: 0, workerPort: 0, draftText })
  const { worker, bureau } = stage
  const profile = join(folder, 'editor')
  const editor = await openBrowser({ folder: demoExtension, profile })
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
    profile,
    async close(visited = []) {
      const reviewer = await seated
      await reviewer?.close()
      await editor.close()
      const sent = [...editor.egress.requests, ...(reviewer?.egress.requests ?? [])]
      const faults = await egressFaults(sent, stage, draftText === 'stored', visited)
      await stage.close()
      if (sent.length === 0) throw new Error('nothing was recorded')
      if (faults.length > 0) throw new Error(`egress: ${faults.slice(0, 5).join(' | ')}`)
    },
  }
}

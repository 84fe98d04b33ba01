import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import type { HeldNote } from '#shared/ledger/held.ts'
import { splitNote } from '#shared/ledger/note.ts'
import { Unreadable } from './unreadable.ts'

const HeldList = z.array(z.strictObject({ note: z.string(), keptAt: z.iso.datetime().nullable() }))

/** Checkpoints that somebody kept: a file with one signed note, or the list that `--keep` writes. */
export async function readHeld(file: string): Promise<HeldNote[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    throw new Unreadable(`读不到树头文件 ${file}：请核对路径`)
  }
  if (splitNote(text)) return [{ note: text, keptAt: null }]
  const list = HeldList.safeParse(parseJson(text))
  if (!list.success || !list.data.every(({ note }) => splitNote(note)))
    throw new Unreadable(`${file} 不是树头：文件被改动或没有复制完整`)
  return list.data
}

/** Adds a checkpoint to the list in `file`; makes the file when there is none. The older ones stay: each narrows down where a change was made. */
export async function keepHeld(file: string, note: string, now: Date): Promise<void> {
  const before = await readHeld(file).catch((error) => {
    if (error instanceof Unreadable && error.message.startsWith('读不到')) return []
    throw error
  })
  if (before.at(-1)?.note === note) return
  await writeFile(file, `${JSON.stringify([...before, { note, keptAt: now.toISOString() }], null, 2)}\n`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

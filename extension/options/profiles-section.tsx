import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { ProfileRow } from '../messages/panel.ts'
import type { HouseView } from '../messages/view.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { ask } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { ProfileItem } from './profile-item.tsx'

/** What was last done, and what takes it back. */
interface Said {
  sentence: string
  undo: string | null
}

/** 页面适配: the bureau's and those learnt here, and which of them wins. */
export function ProfilesSection({ house }: { house: HouseView }): VNode {
  const rows = useSignal<ProfileRow[] | null>(null)
  const said = useSignal<Said | null>(null)
  const load = async (): Promise<void> => {
    rows.value = (await ask('profiles.list', {}))?.answer.profiles ?? null
  }
  useEffect(() => void load(), [house.ruleset.fetchedAt])
  const put = async (file: string): Promise<void> => {
    const got = await ask('profiles.import', { text: file })
    if (got === null) return
    said.value = { sentence: text.imported(got.answer.name), undo: null }
    await load()
  }
  const remove = async (row: ProfileRow): Promise<void> => {
    const got = await ask('profiles.remove', { id: row.id })
    if (got !== null) said.value = { sentence: text.removed(row.name), undo: got.answer.text }
    await load()
  }
  const publish = async (row: ProfileRow): Promise<void> => {
    const got = await ask('profiles.publish', { id: row.id })
    if (got !== null) said.value = { sentence: text.published(row.name), undo: null }
    await load()
  }
  const isAdmin = house.person?.role === 'admin'
  return (
    <section class="part" aria-labelledby="profiles">
      <h2 id="profiles">{text.profiles}</h2>
      <p class="soft small">{text.profilesNote}</p>
      {rows.value?.length === 0 && <p>{text.profilesNone}</p>}
      <ul class="stack">
        {rows.value?.map((row) => (
          <ProfileItem
            key={row.from + row.id}
            row={row}
            onChanged={load}
            onRemove={() => remove(row)}
            onPublish={isAdmin ? () => publish(row) : null}
          />
        ))}
      </ul>
      {said.value !== null && <Done said={said.value} onUndo={put} />}
      <Import onFile={put} />
    </section>
  )
}

/** Stands below the list, where the press was; the keys are on what takes it back. */
function Done({ said, onUndo }: { said: Said; onUndo: (file: string) => Promise<void> }): VNode {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [said])
  const { sentence, undo } = said
  return (
    <Banner tone="note">
      {sentence}
      {undo !== null && (
        <button ref={button} type="button" class="quiet" onClick={() => onUndo(undo)}>
          {text.undo}
        </button>
      )}
    </Banner>
  )
}

function Import({ onFile }: { onFile: (file: string) => Promise<void> }): VNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class="row">
      <button type="button" onClick={() => input.current?.click()}>
        {text.importOne}
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={text.importOne}
        hidden
        onChange={async (event) => {
          const { currentTarget } = event
          const [file] = Array.from(currentTarget.files ?? [])
          if (file !== undefined) await onFile(await file.text())
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}

import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { ProfileRow } from '../messages/panel.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { optionsText } from '../platform/text/options.ts'
import { ask } from '../platform/ui/asking.ts'
import { Field } from '../platform/ui/field.tsx'
import { Shape, type Tone } from '../platform/ui/shape.tsx'

interface Props {
  row: ProfileRow
  onChanged: () => Promise<void>
  onRemove: () => void
  /** Null where nobody may. */
  onPublish: (() => void) | null
}

/** One profile: what it is for, whether it still fits, and what can be done with it. */
export function ProfileItem({ row, onChanged, onRemove, onPublish }: Props): VNode {
  const renaming = useSignal(false)
  const [tone, state] = stateOf(row)
  const change = async (part: { name?: string; off?: boolean }): Promise<void> => {
    await ask('profiles.change', { id: row.id, ...part })
    renaming.value = false
    await onChanged()
  }
  const act = (word: string, go: () => void): VNode => (
    <button type="button" class="quiet" aria-label={`${word}：${row.name}`} onClick={go}>
      {word}
    </button>
  )
  return (
    <li class="site stack">
      <span>
        <strong>{row.name}</strong>{' '}
        <span class="soft small">{row.from === 'worker' ? text.fromWorker : text.fromHere}</span>
        <br />
        <span class="soft small">{row.matches[0]}</span>
        <br />
        <span class={`small tone-${tone}`}>
          <Shape tone={tone} size={12} /> {state}
        </span>
        <span class="soft small"> · {optionsText.locks[row.lock]}</span>
      </span>
      {renaming.value ? (
        <Rename name={row.name} onSave={(name) => change({ name })} onCancel={() => (renaming.value = false)} />
      ) : (
        <span class="row">
          {row.from === 'here' && act(text.rename, () => (renaming.value = true))}
          {row.from === 'here' && act(row.off ? text.turnOn : text.turnOff, () => void change({ off: !row.off }))}
          {act(text.exportOne, () => void download(row))}
          {row.from === 'here' && onPublish !== null && act(text.publishAll, onPublish)}
          {row.from === 'here' && act(text.remove, onRemove)}
        </span>
      )}
    </li>
  )
}

function stateOf({ from, off, overridden, gone }: ProfileRow): [Tone, string] {
  if (off) return ['blank', text.off]
  if (overridden) return ['note', text.overridden]
  if (from === 'worker') return ['ready', text.inUse]
  if (gone === null) return ['note', text.states.new]
  return gone.length > 0 ? ['unread', text.states.broken(gone.join('、'))] : ['ready', text.states.verified]
}

interface RenameProps {
  name: string
  onSave: (name: string) => void
  onCancel: () => void
}

function Rename({ name, onSave, onCancel }: RenameProps): VNode {
  const value = useSignal(name)
  const ready = value.value.trim() !== ''
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onSave(value.value.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Field label={text.renameTo} name="rename" value={value} />
      <div class="row">
        <button type="submit" class="primary" disabled={!ready}>
          {optionsText.save}
        </button>
        <button type="button" onClick={onCancel}>
          {optionsText.cancel}
        </button>
      </div>
    </form>
  )
}

/** As a file that another 门下, or an admin, can take in. */
async function download({ id }: ProfileRow): Promise<void> {
  const got = await ask('profiles.export', { id })
  if (got === null) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([got.answer.text], { type: 'application/json' }))
  link.download = `${id}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

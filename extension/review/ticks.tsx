import type { VNode } from 'preact'
import { useId } from 'preact/hooks'

interface Props<K extends string> {
  title: string
  /** What each tick is called, and the sentence that a person confirms by it. */
  words: Readonly<Record<K, readonly [string, string]>>
  ticked: Readonly<Record<K, boolean>>
  onChange: (next: Record<K, boolean>) => void
  note?: string
}

/** A list of ticks with one sentence each: 五关, 三同步. */
export function Ticks<K extends string>({ title, words, ticked, onChange, note }: Props<K>): VNode {
  const id = useId()
  return (
    <fieldset class="gates" aria-describedby={note === undefined ? undefined : id}>
      <legend>{title}</legend>
      {(Object.keys(words) as K[]).map((name) => (
        <label class="tick" key={name}>
          <input
            type="checkbox"
            checked={ticked[name]}
            onChange={(event) => onChange({ ...ticked, [name]: event.currentTarget.checked })}
          />
          <span>
            <strong>{words[name][0]}</strong> <span class="soft small">{words[name][1]}</span>
          </span>
        </label>
      ))}
      {note !== undefined && (
        <p class="soft small" id={id}>
          {note}
        </p>
      )}
    </fieldset>
  )
}

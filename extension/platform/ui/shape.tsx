import type { VNode } from 'preact'

/** Never a colour alone: each tone has its own shape, and a word stands beside it. */
export type Tone = 'stop' | 'review' | 'ready' | 'note' | 'unread' | 'blank'

const PATHS: Record<Tone, VNode> = {
  stop: <rect x="2" y="2" width="12" height="12" rx="1.5" fill="currentColor" />,
  review: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
  ready: (
    <path
      d="M2.5 8.5 6.5 12.5 13.5 4"
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  note: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  unread: (
    <g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round">
      <circle cx="8" cy="8" r="6.4" stroke-dasharray="2.4 2.6" />
      <path d="M8 4.8V8.6M8 11.2v.1" />
    </g>
  ),
  blank: <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" stroke-width="1.8" />,
}

export function Shape({ tone, size = 14 }: { tone: Tone; size?: number }): VNode {
  return (
    <svg class={`shape tone-${tone}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {PATHS[tone]}
    </svg>
  )
}

/** The seal: 门 as a gate with its bolt. */
export function Seal({ size = 22 }: { size?: number }): VNode {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true" style={{ flex: 'none' }}>
      <rect x="4" y="4" width="120" height="120" rx="22" fill="var(--seal)" />
      <g fill="none" stroke="#fff8f0" stroke-width="11" stroke-linecap="round" stroke-linejoin="round">
        <path d="M34 24 L44 35" />
        <path d="M32 48 V103" />
        <path d="M58 30 H96 V94 Q96 103 86 102 L80 100" />
      </g>
      <rect x="49" y="62" width="31" height="10" rx="5" fill="#fff8f0" />
    </svg>
  )
}

const TONE_OF = { block: 'stop', review: 'review', advise: 'note' } as const

/** The tone of a severity: 禁止发布, 需复核, 提示. */
export function toneOf(severity: keyof typeof TONE_OF): Tone {
  return TONE_OF[severity]
}

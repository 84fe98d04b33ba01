import type { VNode } from 'preact'
import type { CheckView, FindingView } from '../messages/view.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { Shape, toneOf } from '../platform/ui/shape.tsx'
import { FindingCard } from './finding-card.tsx'

const ORDER = ['block', 'review', 'advise'] as const

/** Findings by severity. What must be dealt with is open; hints wait behind their count. */
export function Findings({ check, tab }: { check: CheckView; tab: number }): VNode {
  if (check.total === 0)
    return (
      <p class="nothing soft">
        <Shape tone="ready" /> {text.nothing}
      </p>
    )
  const left = check.total - check.findings.length
  return (
    <>
      {ORDER.map((severity) => {
        const group = check.findings.filter((finding) => finding.severity === severity)
        return group.length > 0 && <Group key={severity} severity={severity} group={group} tab={tab} />
      })}
      {left > 0 && <p class="soft small">{text.more(left)}</p>}
    </>
  )
}

function Group({
  severity,
  group,
  tab,
}: {
  severity: (typeof ORDER)[number]
  group: FindingView[]
  tab: number
}): VNode {
  return (
    <details class="group" open={severity !== 'advise'}>
      <summary>
        <Shape tone={toneOf(severity)} />
        <h2>
          {text.groups[severity]} {group.length}
        </h2>
      </summary>
      <div class="stack">
        {group.map((finding) => (
          <FindingCard key={`${finding.rule}${finding.span.field}${finding.span.start}`} finding={finding} tab={tab} />
        ))}
      </div>
    </details>
  )
}

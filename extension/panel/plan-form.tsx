import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import type { CheckView } from '../messages/view.ts'
import { calendar } from '../platform/calendar.ts'
import { shanghaiToday, words } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'
import { Field } from '../platform/ui/field.tsx'
import { useFocusHome } from '../platform/ui/focus-home.ts'

/** An interpretation that comes later than its document: at the latest so many working days (郑州 2016; a setting of the rule). */
const AT_THE_LATEST = 3

/** 填写解读方案: form, day, department, 第一解读人. All four, or it is no plan. */
export function PlanForm({ check, tab, onDone }: { check: CheckView; tab: number; onDone: () => void }): VNode {
  const today = shanghaiToday()
  const before = check.interpretation.plan
  const latest = calendar.value.addWorkingDays(today, AT_THE_LATEST)
  const form = useSignal<InterpretationPlan['form']>(before?.form ?? 'text')
  const dueOn = useSignal(before?.dueOn ?? (latest === 'unknown' ? '' : latest))
  const department = useSignal(before?.responsibleDepartment ?? check.department ?? '')
  const lead = useSignal(before?.leadInterpreter ?? '')
  const first = useRef<HTMLSelectElement>(null)
  const id = useId()
  useEffect(() => first.current?.focus(), [])
  useFocusHome('plan-open')
  const plan: InterpretationPlan = {
    form: form.value,
    dueOn: dueOn.value,
    responsibleDepartment: department.value.trim(),
    leadInterpreter: lead.value.trim(),
  }
  const ready = plan.dueOn >= today && plan.responsibleDepartment !== '' && plan.leadInterpreter !== ''
  const save = async (): Promise<void> => {
    if (ready && (await ask('panel.plan', { tab, plan }))) onDone()
  }
  return (
    <form
      class="stack reason"
      aria-label={text.planTitle}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <div class="pair">
        <label for={`${id}-form`}>
          {text.planForm}
          <select
            id={`${id}-form`}
            ref={first}
            value={form.value}
            onChange={(event) => {
              form.value = event.currentTarget.value as InterpretationPlan['form']
            }}
          >
            {Object.entries(words.forms).map(([code, word]) => (
              <option key={code} value={code}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label for={`${id}-due`}>
          {text.planDue}
          <input
            id={`${id}-due`}
            type="date"
            min={today}
            value={dueOn.value}
            aria-describedby={`${id}-days`}
            onInput={(event) => {
              dueOn.value = event.currentTarget.value
            }}
          />
        </label>
      </div>
      <p class="small soft" id={`${id}-days`}>
        {daysUntil(today, dueOn.value)}
      </p>
      <Field label={text.planDepartment} name="department" value={department} />
      <Field label={text.planLead} name="lead" value={lead} hint={text.planLeadHint} />
      <div class="row">
        <button type="submit" class="primary" disabled={!ready}>
          {text.save}
        </button>
        <button type="button" onClick={onDone}>
          {text.cancel}
        </button>
      </div>
    </form>
  )
}

function daysUntil(today: string, dueOn: string): string {
  if (dueOn === '') return text.planNoDay
  if (dueOn < today) return text.planPast
  const days = calendar.value.workingDaysBetween(today, dueOn)
  if (days === 'unknown') return text.planUnknown
  return days > AT_THE_LATEST ? text.planLate(days, AT_THE_LATEST) : text.planDays(days)
}

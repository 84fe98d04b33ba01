import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'
import type { Example, Hit, NotJudged, Rule, RuleInput } from '../rules/rule.ts'
import { type Place, spanOf } from '../rules/text-view.ts'
import { NearMisses, SHORTEST } from '../rules/wording/near-miss.ts'
import { compileTerms, scanTerms } from '../text/matcher.ts'
import { normalise } from '../text/normalise.ts'
import { RuleData } from './common.ts'
import { dayOf, scoped } from './scope.ts'
import { isOutOfZone } from './term-list.ts'

/** A name and the days, both included, on which it is right. */
export const RosterEntry = z.strictObject({
  name: z.string().min(2).max(40),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  /** What it is called outside those days. */
  instead: z.string().max(200).optional(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

/** 名录: names of people, organs, places. Wrong on the wrong day, and wrong when missed by one character. */
export const Roster = z
  .strictObject({
    ...RuleData.shape,
    entries: z.array(RosterEntry).min(1).max(5000),
    /** Whether names missed by one character are findings too. */
    nearMiss: z.boolean(),
    /** Phrases in which a near miss is right: 全州市场 for 泉州市. */
    except: z.array(z.string().min(2).max(64)).max(1000).optional(),
  })
  .refine(
    ({ nearMiss, entries, except }) =>
      !nearMiss || except !== undefined || entries.every((one) => one.name.length >= SHORTEST),
    {
      path: ['except'],
      message: `查近似写法时，少于 ${SHORTEST} 个字的名称容易误报，请给出例外短语，或只留 ${SHORTEST} 个字以上的名称`,
    },
  )
export type Roster = z.infer<typeof Roster>

/** 原教育委员会, 更名为…: told as history, an old name is right on any day. */
const HISTORY = /原|曾|旧称|更名|改名|前身|撤销|合并|划入|整合/

/** The rule that a roster is. */
export function rosterRule(roster: Roster): Rule {
  const { id, title, severity, basis, advice, scope, finds, passes, entries } = roster
  const names = entries.map(({ name }) => normalise(name, 'plain').text)
  const dated = entries.filter((one) => one.from !== undefined || one.to !== undefined)
  const terms = compileTerms(
    dated.map(({ name }) => normalise(name, 'plain').text),
    { level: 'exact' },
  )
  const misses = roster.nearMiss
    ? new NearMisses(names, { except: (roster.except ?? []).map((phrase) => normalise(phrase, 'plain').text) })
    : null
  const rule: Rule = {
    id,
    title,
    severity,
    basis,
    advice,
    local: dated.length === 0,
    *check(input) {
      for (const view of input.texts)
        for (const place of view.places) {
          for (const { start, end, name, why } of misses?.in(place) ?? [])
            if (!isOutOfZone(place, start, end, scope))
              yield { ...spanOf(place, start, end), why, advice: `改为“${name}”` }
          if (dated.length > 0) yield* outdatedIn(place, input)
        }
    },
    finds: finds as readonly unknown[] as readonly [Example, ...Example[]],
    passes: passes as readonly unknown[] as readonly [Example, ...Example[]],
  }
  return scoped(rule, scope)

  function outdatedIn(place: Place, input: RuleInput): (Hit | NotJudged)[] {
    const found: (Hit | NotJudged)[] = []
    const day = dayOf(input)
    scanTerms(terms, place.text, (start, end, index) => {
      const entry = dated[index]!
      if (isOutOfZone(place, start, end, scope) || HISTORY.test(place.text.slice(Math.max(0, start - 8), end + 8)))
        return
      if (day === undefined)
        found.push({ unread: `名称“${entry.name}”当时是否在用`, why: '不知道稿件的日期，请填写成文日期' })
      else if (isOutside(entry, day)) {
        const change = entry.instead === undefined ? {} : { advice: `改为“${entry.instead}”` }
        found.push({
          ...spanOf(place, start, end),
          why: `“${entry.name}”${periodOf(entry)}使用，稿件是${day}`,
          ...change,
        })
      }
    })
    return found
  }
}

function isOutside({ from, to }: RosterEntry, day: string): boolean {
  return (from !== undefined && day < from) || (to !== undefined && day > to)
}

function periodOf({ from, to }: RosterEntry): string {
  if (from === undefined) return `在 ${to} 以前`
  return to === undefined ? `自 ${from} 起` : `在 ${from} 至 ${to} 间`
}

import type { BureauFacts } from '../context.ts'
import { defineRule, type Hit } from '../rule.ts'
import { type Place, spanOf } from '../text-view.ts'
import { NearMisses, SHORTEST } from './near-miss.ts'
import { LEADERS, STATE_NAMES, WRONG_FORMS } from './protected-names.ts'

const OFFICE_AFTER = /^(?:同志|总书记|主席|总理|副总理|委员长|副主席|书记|重要讲话|新时代)/
const OFFICE_BEFORE = /(?:主席|总理|总书记|委员长|书记|同志|以)$/
/** The two given characters of this name stand together nowhere else. */
const UNMISTAKABLE = '习近平'

const state = new NearMisses(STATE_NAMES, { closed: true })
const leaders = new NearMisses(LEADERS, { guarded: true })
const bureaus = new WeakMap<BureauFacts, NearMisses>()

/** Compiled once for the facts of a bureau, which a rule set holds as one object. */
function namesOf(bureau: BureauFacts): NearMisses {
  const ready =
    bureaus.get(bureau) ??
    new NearMisses([...bureau.names, ...bureau.regions].filter((name) => name.length >= SHORTEST))
  bureaus.set(bureau, ready)
  return ready
}

function* leaderMisses(place: Place): Generator<Hit> {
  for (const { start, end, name, why } of leaders.in(place)) {
    const written = place.text.slice(start, end)
    const isOffice = OFFICE_AFTER.test(place.text.slice(end, end + 6)) || OFFICE_BEFORE.test(place.text.slice(0, start))
    const isPlain = name === UNMISTAKABLE && written[0] === '习'
    if (isOffice || isPlain) yield { ...spanOf(place, start, end), why, advice: `改为“${name}”` }
  }
}

function* wrongForms(place: Place): Generator<Hit> {
  for (const { form, right, except } of WRONG_FORMS)
    for (let at = place.text.indexOf(form); at >= 0; at = place.text.indexOf(form, at + 1)) {
      const isOther = except.some((phrase) => place.text.startsWith(phrase, at - phrase.indexOf(form)))
      if (isOther) continue
      const change = { why: `“${form}”是不规范的简称`, advice: `改为“${right}”` }
      yield { ...spanOf(place, at, at + form.length), ...change }
    }
}

export const wordingProtectedName = defineRule({
  id: 'wording/protected-name',
  title: '领导人姓名、机构名或地名有误',
  severity: 'block',
  basis: '国办秘函〔2019〕19号：严重表述错误单项否决',
  advice: '按正确的名称改正',
  local: true,
  *check({ texts, context }) {
    const bureau = context.bureau === undefined ? null : namesOf(context.bureau)
    for (const view of texts)
      for (const place of view.places) {
        const misses = [...state.in(place), ...(bureau?.in(place) ?? [])]
        const whole = misses.map(({ start, end, name, why }): Hit => {
          return { ...spanOf(place, start, end), why, advice: `改为“${name}”` }
        })
        const single = [...leaderMisses(place), ...wrongForms(place)]
        yield* whole
        yield* single.filter((hit) => !whole.some((one) => one.start <= hit.start && hit.end <= one.end))
      }
  },
  finds: [
    '深入学习[[习进平]]同志重要讲话',
    '传达[[习近评总书记]]讲话，贯彻[[习总书记]]指示',
    '[[中华人民共合国]]，县[[人民正府]]',
    '<p>学习[[习近平新<b>时代</b>中国特色社会注义思想]]</p>',
    { body: '[[泉洲市教育局]]印发', context: { bureau: bureauOf('泉州市教育局') } },
    '[[李可强]]总理主持会议',
  ],
  passes: [
    '学习总书记重要讲话，习近平总书记指出，人民政府、国务院办公厅',
    '职业教育培训、教育不是、教育具有',
    '学生名单：李可强、江泽敏、温家堡',
    { body: '泉州市教育局印发，泉州市教育局长', context: { bureau: bureauOf('泉州市教育局') } },
  ],
})

function bureauOf(name: string): BureauFacts {
  return { names: [name], regions: [], accounts: [], contacts: [], domains: [], sources: [] }
}

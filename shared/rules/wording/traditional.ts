import { fold } from '../../text/fold.ts'
import { isPlain } from '../../text/simple-units.ts'
import { defineRule, type Hit } from '../rule.ts'
import { type Place, spanOf } from '../text-view.ts'

const CANDIDATE = /^[\u2E80-\u2FD5\u3400-\u9FFF\uF900-\uFAFF]$/
const HAN = /^[\u3400-\u9FFF]$/
/** Right as they are in some use: 通用规范汉字表 has them for names and terms, or they are simplified in one of their senses. */
const RIGHT = new Set('乾吒夥徵拚捱摺於菸薹袷醣麴麽榘著藉瞭覆馀昇喆堃甯迺濛澂鍾頫祎镕犇淼鑫')
/** A paragraph in another script is one finding, not two hundred. */
const MANY = 4

function runsIn({ text }: Place): [number, number][] {
  const runs: [number, number][] = []
  for (let index = 0; index < text.length; index += 1) {
    if (isPlain(text.charCodeAt(index))) continue
    const character = text[index]!
    if (!CANDIDATE.test(character) || RIGHT.has(character)) continue
    const form = fold(character)
    if (form === character || !HAN.test(form)) continue
    const last = runs.at(-1)
    if (last !== undefined && last[1] === index) last[1] = index + 1
    else runs.push([index, index + 1])
  }
  return runs
}

function hit(place: Place, start: number, end: number): Hit {
  const written = place.text.slice(start, end)
  const right = [...written].map((one) => (RIGHT.has(one) ? one : fold(one))).join('')
  const why = written.length > 20 ? '这一段有繁体字、异体字' : `“${written}”的规范字形是“${right}”`
  return { ...spanOf(place, start, end), why, ...(written.length > 20 ? {} : { advice: `改为“${right}”` }) }
}

export const wordingTraditional = defineRule({
  id: 'wording/traditional',
  title: '繁体字、异体字',
  severity: 'advise',
  basis: '《中华人民共和国国家通用语言文字法》',
  advice: '改用规范汉字',
  local: true,
  *check({ title, body }) {
    for (const view of [title, body])
      for (const place of view.exact.places) {
        const runs = runsIn(place)
        if (runs.length >= MANY) yield hit(place, runs[0]![0], runs.at(-1)![1])
        else for (const [start, end] of runs) yield hit(place, start, end)
      }
  },
  finds: ['加[[強]]教育[[經費]]管理', '<p>[[⼯]]作方案</p>', { title: '關于印发方案的通知' }],
  passes: ['加强教育经费管理', '著名乾隆年间建筑，堃、喆、昇等人名', '①②③，ＡＢＣ，㎡，5℃'],
})

import { after, mapCharacters, type Normalised } from './normalised.ts'

/** Between characters of a term these hide nothing and mean nothing. 。 ！ ？ and line ends stay: no match runs over them. */
const BETWEEN = /[\s\p{P}\p{S}]/u
const STOPS = new Set('。!?\n\r')

/** Ways to write a digit → the digit. */
const DIGITS = new Map(
  Object.entries({
    0: '零〇○Ｏ',
    1: '一壹弌',
    2: '二贰弍两貮',
    3: '三叁弎叄',
    4: '四肆',
    5: '五伍',
    6: '六陆',
    7: '七柒',
    8: '八捌',
    9: '九玖',
    10: '十拾',
    100: '百佰',
    1000: '千仟',
    10000: '万萬',
  }).flatMap(([digit, ways]) => [...ways].map((way): [string, string] => [way, digit])),
)

/** Same sound or near shape, as lists are dodged with. Each group folds to its first. */
const SWAPPED = new Map(
  [
    '微薇溦',
    '信芯伩',
    '法琺',
    '党黨挡',
    '国囯國',
    '共珙',
    '产浐',
    '轮抡',
    '功糼',
    '加伽咖',
    '买浿',
    '卖麥',
    '钱銭',
    '票嫖',
    '代玳',
    '群裙峮',
    '号呺',
  ].flatMap(([first, ...rest]) => rest.map((one): [string, string] => [one, first!])),
)

/** Characters taken apart. Only with a radical that never stands alone, so that no two words of honest prose make one. */
const SPLIT = new Map(
  Object.entries({
    氵去: '法',
    氵工: '江',
    讠仑: '论',
    讠正: '证',
    讠午: '许',
    钅戈: '钱',
    扌丁: '打',
    扌斥: '拆',
    亻门: '们',
    亻言: '信',
    纟工: '红',
    饣反: '饭',
    艹化: '花',
    忄青: '情',
    彳主: '往',
    犭句: '狗',
    刂禾: '利',
    禾刂: '利',
    宀必: '密',
  }),
)
const SPLIT_PATTERN = new RegExp([...SPLIT.keys()].join('|'), 'g')

/** The loose form of a plain text: what stands between characters dropped, repeats one, digits and swapped characters in one dress. */
export function loosen(plain: string): Normalised {
  const bare = mapCharacters(plain, (character) => {
    if (STOPS.has(character)) return character
    if (BETWEEN.test(character)) return ''
    return DIGITS.get(character) ?? SWAPPED.get(character) ?? character
  })
  return after(bare, withoutRepeats(bare.text))
}

/** Joins split characters and keeps one of each run. A digit may repeat honestly (100, 2022), so digits keep their runs. */
function withoutRepeats(text: string): Normalised {
  const starts: number[] = []
  const ends: number[] = []
  let result = ''
  const pattern = new RegExp(`(${SPLIT_PATTERN.source})|([^\\d])\\2*|[\\s\\S]`, 'gu')
  for (const { 0: run, 1: split, 2: one, index } of text.matchAll(pattern)) {
    const form = split === undefined ? (one ?? run) : SPLIT.get(split)!
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(index)
      ends.push(index + run.length)
    }
    result += form
  }
  return {
    text: result,
    toOriginal: (offset) => (offset >= result.length ? text.length : starts[offset]!),
    toOriginalEnd: (offset) => (offset <= 0 ? 0 : ends[Math.min(offset, result.length) - 1]!),
  }
}

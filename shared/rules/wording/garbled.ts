import { defineRule, type Hit } from '../rule.ts'
import { type Place, spanOf } from '../text-view.ts'

/** What a text looks like after it was read in the wrong encoding. Each on the text as written. */
const GARBLED: readonly (readonly [RegExp, string])[] = [
  [/\uFFFD+/g, '有无法显示的替换字符'],
  [/锟斤拷|烫烫烫|屯屯屯/g, '编码转换留下的乱码'],
  // UTF-8 read as Windows-1252: three bytes a character, the first Â Ã or â…é.
  [
    /(?:[\u00C2\u00C3\u00E2-\u00E9][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{1,2}){3,}/g,
    'UTF-8 被当作西文读出',
  ],
  // UTF-8 read as GBK: these characters head the pairs that common Chinese characters fall into.
  [/(?:[鈥銆锛涓涔鍏鍒鍔鍖鍙鍚鍜鍥鍦澶瀛瀹寮鎬鎴鎵鎶鏀鏁鏂鏃鏄鏈鏉鏋鐨鐢绾缁鑲][^\s]?){5,}/g, 'UTF-8 被当作国标码读出'],
]
/** UTF-8 read as Windows-1251. Real Russian does not go from small to capital inside words. */
const CYRILLIC = /[\u0400-\u0491][\u0400-\u0491\u00A0-\u00BF‚ƒ„…†‡‰‹‘’“”•–—™›€≠∞≤≥√∂∆ ]{7,}/g
const ZIGZAG = /[а-яёђѓєѕіїјљњћќўџґ][А-ЯЁЂЃЄЅІЇЈЉЊЋЌЎЏҐ]/g
const ENTITY = /&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|lt|gt|amp|quot|emsp|ensp|#\d{2,5});/g

function garbledIn({ text }: Place): { start: number; end: number; why: string } | null {
  const found: { start: number; end: number; why: string }[] = []
  for (const [pattern, why] of GARBLED)
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, why })
  for (const match of text.matchAll(CYRILLIC))
    if ((match[0].match(ZIGZAG)?.length ?? 0) >= 3)
      found.push({ start: match.index, end: match.index + match[0].length, why: 'UTF-8 被当作西里尔文读出' })
  if (found.length === 0) return null
  const start = Math.min(...found.map((one) => one.start))
  const end = Math.max(...found.map((one) => one.end))
  return { start, end, why: [...new Set(found.map((one) => one.why))].join('；') }
}

export const wordingGarbled = defineRule({
  id: 'wording/garbled',
  title: '乱码',
  severity: 'block',
  basis: '《中华人民共和国国家通用语言文字法》',
  advice: '从原文件重新粘贴，核对这一段',
  local: true,
  *check({ texts }) {
    for (const view of texts)
      for (const place of view.exact.places) {
        const garbled = garbledIn(place)
        if (garbled !== null) yield { ...spanOf(place, garbled.start, garbled.end), why: garbled.why }
        for (const match of place.text.matchAll(ENTITY)) yield entity(place, match.index, match[0])
      }
  },
  finds: [
    '[[жЧ†йЪЬзҐНзОѓеҐГеїЇиЃЊжЭ°дЊЛ]]',
    '第一条[[锟斤拷锟斤拷]]',
    '名单[[\uFFFD\uFFFD]]如下',
    '[[æ³‰å·žå¸‚æ•™è‚²å±€]]',
    '<p>一、总体要求[[&amp;nbsp;]]坚持</p>',
  ],
  passes: [
    'Россия и Китай — Московский университет',
    '泉州市教育局，café、naïve、Ürümqi，α+β，５Ｇ',
    '锛（音 bēn）字，涓涓细流，鏖战',
  ],
})

function entity(place: Place, start: number, text: string): Hit {
  const shown = { severity: 'advise', message: '网页代码露在正文里', advice: '改成它代表的字符或空格' } as const
  return { ...spanOf(place, start, start + text.length), ...shown, why: `读者会看到“${text}”` }
}

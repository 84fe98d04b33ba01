import { Converter } from 'opencc-js/cn2t'
import type { Random } from './random.ts'

/** What editors, Word and careless hands do to a stretch of text before it reaches us. Each gives HTML that reads the same. */
export interface Residue {
  name: string
  html(text: string, random: Random): string
}

const traditional = Converter({ from: 'cn', to: 'tw' })
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const RESIDUES: readonly Residue[] = [
  { name: 'plain', html: escaped },
  { name: 'word spans', html: wordSpans },
  { name: 'split tags', html: splitTags },
  { name: 'nbsp', html: (text) => `&nbsp;&nbsp;${escaped(text).replaceAll(' ', '&nbsp;')}&nbsp;` },
  { name: 'entities', html: (text) => [...text].map((one) => `&#x${one.codePointAt(0)!.toString(16)};`).join('') },
  {
    name: 'comments',
    html: (text, random) => cut(text, random).map(escaped).join('<!--[if gte mso 9]><xml></xml><![endif]-->'),
  },
  { name: 'zero-width', html: (text, random) => cut(text, random).map(escaped).join('\u200B') },
  { name: 'full width', html: (text) => escaped(fullWidth(text)) },
  { name: 'traditional', html: (text) => escaped(traditional(text)) },
]

function wordSpans(text: string, random: Random): string {
  let html = ''
  for (let at = 0; at < text.length; ) {
    const length = 1 + random.below(3)
    html += `<span lang="EN-US" style="font-size:16.0pt;mso-bidi-font-family:仿宋">${escaped(text.slice(at, at + length))}</span>`
    at += length
  }
  return `${html}<span lang="EN-US"><o:p></o:p></span>`
}

function splitTags(text: string, random: Random): string {
  const [first = '', second = '', third = ''] = cut(text, random).map(escaped)
  return `${first}<b><font face="宋体">${second}</font></b><em>${third}</em>`
}

/** Three parts, none inside a surrogate pair. */
function cut(text: string, random: Random): string[] {
  const letters = [...text]
  const middle = 1 + random.below(Math.max(1, letters.length - 1))
  const end = middle + random.below(Math.max(1, letters.length - middle))
  return [letters.slice(0, middle), letters.slice(middle, end), letters.slice(end)].map((part) => part.join(''))
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
}

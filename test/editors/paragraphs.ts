import { type Random, whole } from '../bench/random.ts'

const shapes = [
  (text: string) => `<p>${text}</p>`,
  (text: string) => `<p><b>${text}</b>校</p><p>${text}</p>`,
  (text: string) => `<p style="text-indent:2em"><span style="font-family:仿宋">${text}</span></p>`,
  (text: string) => text,
  (text: string) => `<ul><li>${text}</li><li>校车</li></ul>`,
]

/** What somebody pastes: a paragraph or two, as Word or a browser would give them. */
export function anyParagraph(random: Random): string {
  const text = '关于做好中小学校服管理工作的通知'.slice(whole(random, 0, 6), whole(random, 7, 16))
  return shapes[whole(random, 0, shapes.length - 1)]!(text)
}

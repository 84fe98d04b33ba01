import type { Span } from '../../draft/span.ts'
import { defineRule, type Hit } from '../rule.ts'
import type { TextView } from '../text-view.ts'

/** Names of maps. 示意图 alone may be a drawing of a process, so that kind needs a word of place or no word of process. */
const MAP =
  /地图|学区.{0,6}图|片区.{0,4}图|划片.{0,4}图|服务区.{0,4}图|招生范围.{0,4}图|区位图|布局图|区划图|划分图|分布图|位置图|方位图|交通图|示意图/
const DRAWING =
  /流程|程序|组织|架构|结构|框架|步骤|操作|填写|填报|原理|关系|体系|思维|时间|进度|印章|证书|票据|封面|试卷|器材|动作|着装|校服|电路|装置/
/** Drawings that are called maps. */
const NO_MAP = /(?:网站|站点|知识|数据|产业|能力|素养|教学|课程|思维|服务|政策)地图/g
const APPROVED = /审图号\s?[:：]?\s?[^\s,。;)]{2,}/
const CAPTION = /^(?:图\s?\d{0,3}\s?)?.{0,30}图$/

export const attachmentMapApproval = defineRule({
  id: 'attachment/map-approval',
  title: '地图没有审图号',
  severity: 'review',
  basis: '《地图管理条例》第二十二条',
  advice: '公开的地图在显著位置标注审图号；没有审图号的，改用文字说明，或先送测绘地理信息主管部门审核',
  *check({ draft, canonical, body }) {
    const approved = body.places.some(({ text }) => APPROVED.test(text))
    if (approved) return
    const captionBelow = captionsOf(body)
    for (const { tag, attribute, value, text, start, end } of canonical.references) {
      const isImage = tag === 'img' && attribute === 'src'
      const isFile =
        tag === 'a' &&
        attribute === 'href' &&
        /\.(?:jpe?g|png|gif|bmp|tiff?|pdf|zip|rar)$/i.test(value.split(/[?#]/)[0] ?? '')
      if (!isImage && !isFile) continue
      const title = /\stitle\s*=\s*["']([^"']{0,200})/i.exec(draft.body.source.slice(start, end))?.[1] ?? ''
      const name = `${decoded(value)} ${text ?? ''} ${title} ${isImage ? captionBelow(end) : ''}`
      yield* mapIn(name, { field: 'body', start, end })
    }
    for (const [index, { name }] of (draft.attachments ?? []).entries())
      yield* mapIn(name, { field: `attachment:${index}`, start: 0, end: name.length })
  },
  finds: [
    { attachments: ['[[2025年学区划分图.jpg]]'] },
    '<p>[[<img src="/u/1.png" alt="泉州市中心市区小学布局图">]]</p>',
    '<p>[[<img src="/upload/2025%E5%B9%B4%E5%AD%A6%E5%8C%BA%E5%9B%BE.jpg">]]</p>',
    '<p>[[<img src="/u/2.jpg">]]</p><p>丰泽区小学招生片区示意图</p>',
    '<p>[[<img src="a.png" title="丰泽区学区划分图">]]</p>',
    { attachments: ['[[附件3：考点位置示意图.pdf]]'] },
  ],
  passes: [
    { attachments: ['报名流程图.jpg', '组织架构图.png', '办理流程示意图.pdf', '政策地图.png'] },
    { body: '<p>审图号：闽S(2023)12号</p><p><img src="/u/1.png" alt="学区划分图"></p>' },
    '<p><img src="/u/1.png" alt="座谈会现场"></p><p>绘就教育发展新蓝图</p>',
    { attachments: ['2025年学区划分图（审图号：闽S(2025)12号）.jpg'] },
  ],
})

function* mapIn(name: string, place: Span): Generator<Hit> {
  const text = name.normalize('NFKC').replace(NO_MAP, '')
  const word = MAP.exec(text)?.[0]
  if (word === undefined || APPROVED.test(text)) return
  if (word === '示意图' && DRAWING.test(text)) return
  yield { ...place, why: `名称或图注里有“${word}”，图名和正文里都没有审图号` }
}

function decoded(value: string): string {
  const name = value.slice(value.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** For an offset: the first line after it, where it reads as a caption, which ends with 图. Offsets must not fall from call to call. */
function captionsOf({ places }: TextView): (end: number) => string {
  let next = 0
  return (end) => {
    while (next < places.length && places[next]!.map.toSource(0) < end) next += 1
    const text = places[next]?.text ?? ''
    return CAPTION.test(text) ? text : ''
  }
}

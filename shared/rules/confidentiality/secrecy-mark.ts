import { defineRule, type Hit, span } from '../rule.ts'
import { type Match, type Place, spanOf, type TextView } from '../text-view.ts'

/** 密级★期限, 密级 as a field, and the level alone on its line. */
const MARK =
  /(绝\s?密|机\s?密|秘\s?密)\s?级?\s?[★☆✩⭐](?:\s?(?:\d{1,2}\s?年|\d{1,2}\s?个?月|长期|启用前))?|[★☆]\s?(?:绝\s?密|机\s?密|秘\s?密)|(?:密\s?级|保密等级)\s?[:：]\s?(?:绝密|机密|秘密|内部)/g
const ALONE =
  /^(?:绝\s?密|机\s?密|秘\s?密)(?:\s?\d{1,2}\s?年|\s?\d{1,2}个月|\s?长期|\s?启用前)?(?:\s?(?:特\s?急|加\s?急|特提|平急))?$/
const COPY_NUMBER = /^(?:份\s?号\s?[:：]?\s?)?\d{6}$/
const INTERNAL =
  /内部(?:资料|文件|材料|刊物|参考|使用|传阅|情况|事项)[,，、!！·・\s]{0,2}(?:请?注意(?:保存|保密|保管)|请?妥善保(?:管|存)|不得外传|严禁外传|请勿外传|切勿外传|禁止外传|不得翻印|不得转载|严禁转载|请勿转载|严禁翻印|不得复制|请勿公开|不得公开)|(?:会后|阅后|用后|会议结束后|阅毕)[请即]?(?:收回|退回|交回|清退|销毁|即焚|将?(?:本|此)?(?:材料|文件|资料)(?:收回|退回|交回|交还))|(?:仅限?|只)供?(?:内部|局内|本单位内部)(?:使用|传阅|参阅|参考|掌握)/g
const INTERNAL_SIGNS = '内部 局内 收回 退回 交回 清退 销毁 即焚 交还'.split(' ')
const INTERNAL_ALONE =
  /^[(【[]?内\s?部\s?(?:资料|文件|材料|刊物|使用|传阅)[)】\]]?$|^[(【[](?:依申请公开|不予公开|不公开)[)】\]]$/
const RELEASE =
  /此件(?:内部公开|内部使用|不公开|不予公开|依申请公开|不宜公开|暂不公开|不得公开|内部掌握)|此件(?:发至|只发|传达到)[^。;)）]{1,12}(?:级|部门|单位)/g
/** Words right before that make it talk about marks instead of bearing one. */
const TALKS = /标注|注明|标明|标识为|标记为|加盖|字样|[“"「『]$|规定|属于|确定为/

export const confidentialitySecrecyMark = defineRule({
  id: 'confidentiality/secrecy-mark',
  title: '密级或内部标志',
  severity: 'block',
  basis: '《中华人民共和国保守国家秘密法》第三十五条；《中华人民共和国保守国家秘密法实施条例》第四十二条',
  advice: '停止发布，交保密审查人员核对定密和公开属性；确属误留的标志，删去后重新送审',
  *check({ texts }) {
    for (const view of texts) {
      yield* marks(view.matchAll(MARK, '密'), '密级标志')
      yield* marks(view.matchAll(INTERNAL, ...INTERNAL_SIGNS), '内部文件标志')
      yield* marks(view.matchAll(RELEASE, '此件'), '附注写明不公开')
      yield* lines(view)
    }
  },
  finds: [
    '[[秘密★10年]]',
    '[[机 密 ★]] 特急',
    '（[[此件依申请公开]]）',
    '（[[此件不予公开]]）',
    '<p>[[000012]]</p><p>[[机密★1年]]</p><p>泉教办〔2026〕3号</p>',
    '[[内部资料，注意保存]]',
    '[[内部文件　不得外传]]，[[会后收回]]',
    '<p>[[秘<b>密]]</b></p><p>关于某事的通知</p>',
    '[[密级：秘密]]，[[秘密级★10年]]',
    '[[内部资料·严禁外传]]',
    '[[会后请将材料交还]]会务组',
  ],
  passes: [
    '《中华人民共和国保守国家秘密法》',
    '不得公开损害用户权益的内容',
    '涉及商业秘密、个人隐私的，依法不予公开；国家秘密按规定管理。',
    '（此件主动公开）',
    '公文应当在附注处标注“此件主动公开”“此件依申请公开”或者“此件不予公开”。',
    '绝密级国家秘密保密期限不超过三十年，机密级不超过二十年。',
    '内部资料性出版物管理办法',
  ],
})

function* marks(matches: Iterable<Match>, what: string): Generator<Hit> {
  for (const match of matches) if (!talksAbout(match)) yield { ...span(match), why: `${what}“${match[0].trim()}”` }
}

function talksAbout({ place, index, 0: text }: Match): boolean {
  if (TALKS.test(place.text.slice(Math.max(0, index - 8), index))) return true
  // 附注 naming several attributes one after the other explains them.
  return text.startsWith('此件') && (place.text.match(/此件/g)?.length ?? 0) > 1
}

function* lines(view: TextView): Generator<Hit> {
  let copyNumber: Place | null = null
  for (const place of view.places) {
    if (place.block?.cell || place.text.length > 24) {
      copyNumber = null
      continue
    }
    const alone = ALONE.test(place.text)
    if (alone || INTERNAL_ALONE.test(place.text)) yield whole(place, alone ? '密级单独成行' : '内部文件标志单独成行')
    if (copyNumber !== null && (alone || place.text.search(MARK) >= 0))
      yield whole(copyNumber, '密级标志上方的六位份号')
    copyNumber = COPY_NUMBER.test(place.text) ? place : null
    if (copyNumber !== null && place.text.startsWith('份')) {
      yield whole(copyNumber, '份号')
      copyNumber = null
    }
  }
}

function whole(place: Place, what: string): Hit {
  return { ...spanOf(place, 0, place.text.length), why: `${what}“${place.text}”` }
}

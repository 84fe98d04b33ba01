import type { Reference } from '../../draft/block.ts'
import { defineRule, type Hit, span } from '../rule.ts'
import { hostOf, isPublicDomain, isUnder, localAddress } from './address.ts'

/** Elements that show or run what they point to. */
const ACTIVE = new Set(['iframe', 'embed', 'object', 'frame', 'form'])
const WRITTEN_DOMAIN =
  /(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|top|xyz|vip|cc))(?![a-z0-9.-]*[a-z0-9])/i
const WHITE = /(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\)|transparent\b)/i
const BACKGROUND = /background/i
/** Plain views are upper case. */
const WRITTEN_PATH =
  /FILE:\/\/\/?[A-Z]:?[/\\][^\s,。;]*|(?<![A-Z])[A-Z]:\\(?:USERS|DOCUMENTS|WINDOWS|PROGRAM FILES)\\[^\s,。;]*/g
const STYLE_PATH = /url\(\s*(?:["']|&quot;)?\s*(?:file:|[a-z]:[\\/]|\\\\)[^)"']{0,300}/gi

const bureau = { names: [], regions: [], accounts: [], contacts: [], domains: ['quanzhou.example.com'], sources: [] }

export const linksUnsafe = defineRule({
  id: 'links/unsafe',
  title: '链接或粘贴残留不安全',
  severity: 'block',
  basis: '国办发〔2017〕47号；互联网政务应用安全管理规定',
  advice: '删去或改为公网可以打开的网址；看不见的链接一律删去',
  *check({ draft, canonical, body, context, options }) {
    const ownHost = hostOf(draft.site)
    const dead = Array.isArray(options.deadDomains) ? options.deadDomains.filter((one) => typeof one === 'string') : []
    let unconfirmed = 0
    for (const reference of canonical.references) {
      const why = dangerOf(reference, draft.body.source, dead, ownHost)
      const { start, end } = reference
      if (why !== null) yield { field: 'body', start, end, why }
      const host = foreignHost(reference, ownHost)
      if (why !== null || host === null) continue
      if (context.bureau === undefined) unconfirmed += 1
      else if (!context.bureau.domains.some((domain) => isUnder(host, domain))) yield unconfirmedLink(reference, host)
    }
    for (const match of body.matchAll(WRITTEN_PATH)) yield { ...span(match), why: '正文里留有本机路径' }
    for (const match of draft.body.format === 'html' ? draft.body.source.matchAll(STYLE_PATH) : [])
      yield { field: 'body', start: match.index, end: match.index + match[0].length, why: '样式里的图片指向本机文件' }
    for (const [index, { name, url }] of (draft.attachments ?? []).entries()) {
      const why = url === null ? null : localAddress(url)
      if (why !== null) yield { field: `attachment:${index}`, start: 0, end: name.length, why: `附件地址${why}` }
    }
    if (unconfirmed > 0)
      yield { unread: `${unconfirmed} 个外部链接`, why: '没有给出可以链接的网站名单，无法判断是否已经确认' }
  },
  finds: [
    '<p>[[<a style="display:none" href="http://www.gov.cn/">]]彩票</a></p>',
    '<p>[[<img src="file:///C:/Users/1/AppData/msohtmlclip1/01/clip_image002.jpg">]]</p>',
    '<p>[[<a href="http://192.168.1.8/oa/1.doc">]]名单</a></p>',
    '<p>[[<a href="http://www.moe-gov.com/">]]www.moe.gov.cn</a></p>',
    '<p>[[<a href="\\\\server\\share\\a.doc">]]附件</a>[[<img src="D:\\1.jpg">]]</p>',
    '<p style="background:[[url(file:///C:/1.png]])">图见 [[file:///C:/Users/1/a.png]]</p>',
    '<div style="position:absolute;left:-9999px">[[<a href="http://www.moe.gov.cn/">]]a</a></div>',
    { body: '<p>[[<a href="https://shop.example.net/">]]报名</a></p>', context: { bureau } },
  ],
  passes: [
    '<p><a href="https://www.moe.gov.cn/jyb_xxgk/">教育部</a></p>',
    '<p><a href="/upload/x.pdf">附件</a><a href="javascript:void(0)">打印</a></p>',
    { body: '<p><a href="https://bm.quanzhou.example.com/">报名</a></p>', context: { bureau } },
    '<p><a href="http://www.moe.gov.cn/1.htm">http://www.moe.gov.cn/1.htm</a></p>',
    '<p><a href="mailto:qzjyj@163.com">qzjyj@163.com</a></p>',
  ],
})

function dangerOf(reference: Reference, source: string, dead: readonly string[], own: string | null): string | null {
  const { tag, attribute, value, target, hidden, text } = reference
  const local = hostOf(value) === own && own !== null ? null : localAddress(value)
  if (local !== null) return `${tag} 的 ${attribute} ${local}`
  if (tag === 'a' && value.trim() !== '' && !value.startsWith('#')) {
    if (hidden) return '链接看不见（不显示、两像素以内或移出屏幕）'
    if (isWhite(reference, source)) return '链接文字与底色相同，看不见'
  }
  const host = hostOf(target)
  if (host === null) return null
  const domain = dead.find((one) => isUnder(host, one))
  if (domain !== undefined) return `“${domain}”已列入失效域名`
  if (ACTIVE.has(tag) && hidden && !isPublicDomain(host)) return `看不见的 ${tag} 指向 ${host}`
  const shown = tag === 'a' && text !== null ? WRITTEN_DOMAIN.exec(text.slice(0, 300)) : null
  if (shown === null || text?.[shown.index - 1] === '@') return null
  const written = shown[1]!.toLowerCase()
  return isUnder(host, written) || isUnder(written, host) ? null : `文字写的是 ${written}，实际打开 ${host}`
}

/** Words of a link in the colour of what is behind them: white without a background, or both named alike; its own style and that of the first element inside. */
function isWhite({ style, end }: Reference, source: string): boolean {
  const inner = /^\s*<(?:span|font|b|strong|em|i)\b[^>]{0,300}>/i.exec(source.slice(end, end + 320))?.[0] ?? ''
  const innerStyle = /style\s*=\s*["']([^"']*)/i.exec(inner)?.[1] ?? ''
  const fontColor = /\scolor\s*=\s*["']?([#\w]+)/i.exec(inner)?.[1]
  const styles = `${style};${innerStyle};${fontColor === undefined ? '' : `color:${fontColor}`}`
  if (WHITE.test(styles) && !BACKGROUND.test(styles)) return true
  const color = /(?:^|;)\s*color\s*:\s*([^;]+)/i.exec(styles)?.[1]?.trim().toLowerCase()
  const behind = /background(?:-color)?\s*:\s*([^;]+)/i.exec(styles)?.[1]?.trim().toLowerCase()
  return color !== undefined && color === behind
}

function foreignHost({ tag, target }: Reference, ownHost: string | null): string | null {
  if (tag !== 'a' && tag !== 'area' && !ACTIVE.has(tag)) return null
  const host = hostOf(target)
  if (host === null || isPublicDomain(host) || (ownHost !== null && isUnder(host, ownHost))) return null
  return host
}

function unconfirmedLink({ start, end }: Reference, host: string): Hit {
  const advice = '确认对方网站与内容无误后，请管理员把域名加入可以链接的名单；否则删去链接'
  return {
    field: 'body',
    start,
    end,
    severity: 'review',
    message: '外部链接未经确认',
    advice,
    why: `${host} 不是政府网站，也不在名单内`,
  }
}

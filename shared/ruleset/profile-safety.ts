import { matchesGlob } from './glob.ts'
import { joinPath } from './json.ts'
import type { Profile, RequestPattern } from './profile.ts'
import type { Refusal } from './refusal.ts'

/** Scheme, host and port are written out, so that a profile cannot reach a site that nobody named. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?\//i
/** More stars than any address needs: each costs a search in every address that the browser opens. */
const MOST_STARS = 8
/** What `TextDecoder` has for the encodings that a Chinese CMS sends. */
const CHARSETS = ['utf-8', 'gbk', 'gb2312', 'gb18030', 'big5']

/**
 * Why these profiles may not be used, with the path of each fault; empty where they may. The schema knows the shape; this knows what would let a
 * profile act on a foreign site, lock a 保存草稿, or promise a lock that the browser cannot keep.
 */
export function profileFaults(profiles: readonly Profile[], path = 'profiles'): Refusal[] {
  const ids = profiles.map(({ id }) => id)
  return profiles.flatMap((profile, index) => {
    const at = joinPath(path, index)
    const twice =
      ids.indexOf(profile.id) === index ? [] : [fault(`${at}.id`, `编号“${profile.id}”与前面的站点适配重复`)]
    return [...twice, ...addressFaults(profile, at), ...lockFaults(profile, at)]
  })
}

function addressFaults(profile: Profile, at: string): Refusal[] {
  const globs = [
    ...profile.matches.map((glob, index) => [`${at}.matches[${index}]`, glob] as const),
    ...profile.publish.requests.map(({ url }, index) => [`${at}.publish.requests[${index}].url`, url] as const),
    ...profile.saves.map(({ url }, index) => [`${at}.saves[${index}].url`, url] as const),
  ]
  const faults = globs.flatMap(([path, glob]) => {
    const sentence = globFault(glob)
    return sentence === null ? [] : [fault(path, sentence)]
  })
  if (!/^https?:/i.test(profile.site)) faults.push(fault(`${at}.site`, '应为 http 或 https 网址'))
  if (!CHARSETS.includes(profile.charset.toLowerCase()))
    faults.push(fault(`${at}.charset`, `不认识的编码“${profile.charset}”，应为 ${CHARSETS.join('、')} 之一`))
  return faults
}

function globFault(glob: string): string | null {
  if (!ORIGIN.test(glob)) return '协议、域名和端口须写全，不能用通配符，例如 https://cms.example.gov.cn/admin/edit*'
  if (glob.includes('#')) return '网址中 # 之后的部分不参与匹配，请删去'
  if (glob.split('*').length - 1 > MOST_STARS) return `通配符太多，最多 ${MOST_STARS} 个`
  return null
}

/** A lock is the browser's: it sees method and address, and holds whatever begins like the pattern. */
function lockFaults({ publish, saves }: Profile, at: string): Refusal[] {
  if (publish.lock === 'guard-only') return []
  if (publish.requests.length === 0)
    return [
      fault(`${at}.publish.requests`, '锁定发布须写明发布请求；没有单独的发布请求时，请选 guard-only（守护而非锁定）'),
    ]
  return publish.requests.flatMap((request, index) => {
    const path = `${at}.publish.requests[${index}]`
    if (request.body !== null)
      return [fault(`${path}.body`, '浏览器锁定时看不到请求内容；要靠内容区分保存与发布时，请选 guard-only')]
    const save = saves.find((one) => isHeldBy(request, one))
    return save === undefined ? [] : [fault(`${path}.url`, `会连保存草稿的请求“${save.url}”一起拦住，请写得更具体`)]
  })
}

function isHeldBy(publish: RequestPattern, save: RequestPattern): boolean {
  const sameMethod = publish.method === 'ANY' || save.method === 'ANY' || publish.method === save.method
  return sameMethod && matchesGlob(`${publish.url}*`, save.url)
}

function fault(path: string, sentence: string): Refusal {
  return { path, line: null, sentence }
}

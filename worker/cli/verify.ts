import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkEvidence, type EvidenceFault, MenxiaEvidence } from '#shared/ledger/evidence.ts'
import { type NoteKey, parseKey } from '#shared/ledger/note.ts'

const FAULTS: Readonly<Record<EvidenceFault, string>> = {
  'key-malformed': '公钥行写法不对：不是有效的验证公钥，请重新导出凭证',
  'key-differs': '公钥不是您给出的那一个：凭证由别的台账签发，或公钥被换过',
  'proof-malformed': '存证证明写法不对：文件被改动或没有复制完整',
  'checkpoint-not-signed': '树头的签名不成立：树头被改动，或不是这个公钥签的',
  'index-differs': '序号不符：证明指向台账的另一条记录',
  'not-included': '记录不在台账中：内容或证明被改动过',
  'opening-differs': '文字与台账中的摘要不符：理由或命中清单被改动过',
  'mixed-subjects': '各条记录说的不是同一份稿件或同一个单位',
}

/** `menxia verify file [--key line]`: proves an exported decision offline. 0 it holds, 1 it does not and what is wrong, 2 it could not be read. */
export async function verify(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv)
  if (typeof options === 'string') return complain(options)
  const evidence = await readEvidence(options.file)
  if (typeof evidence === 'string') return complain(evidence)
  const answer = checkEvidence(evidence, options.key)
  if (!answer.ok) {
    const where = answer.item === null ? '' : `第 ${answer.item + 1} 条：`
    console.error(`不成立。${where}${FAULTS[answer.fault]}。`)
    return 1
  }
  for (const { entry } of evidence.items) {
    const words = Object.entries(entry.detail).map(([name, value]) => `${name}=${value}`)
    console.log(
      `第 ${entry.seq} 条 ${entry.at} ${entry.type} ${entry.actor}（${entry.role}） ${words.join(' ')}`.trimEnd(),
    )
  }
  const size = Math.max(...answer.checkpoints.map((one) => one.size))
  console.log(`成立。${evidence.items.length} 条记录都在台账“${answer.key.name}”中（树头大小 ${size}），签名有效。`)
  if (options.key === null) console.log('公钥取自凭证本身；要确认出自本单位，请用 --key 给出另行取得的公钥行。')
  return 0
}

function readOptions(argv: readonly string[]): { file: string; key: NoteKey | null } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { key: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return '请给出一个凭证文件：menxia verify 凭证.json'
    const key = values.key === undefined ? null : parseKey(values.key.trim())
    return values.key !== undefined && key === null ? '--key 不是有效的公钥行（名称+编号+Base64）' : { file, key }
  } catch (error) {
    return `参数不对：${error instanceof Error ? error.message : String(error)}`
  }
}

async function readEvidence(file: string): Promise<MenxiaEvidence | string> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return `读不到文件 ${file}：请核对路径`
  }
  try {
    const parsed = MenxiaEvidence.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return `${file} 不是存证凭证：${issue?.path.join('.') || '文件'} 写法不对，文件被改动或不完整`
  } catch {
    return `${file} 不是 JSON：文件被改动或没有下载完整`
  }
}

function complain(sentence: string): number {
  console.error(`${sentence}。`)
  return 2
}

import { checkEvidence, MenxiaEvidence } from '#shared/ledger/evidence.ts'
import { type HeldNote, openHeld } from '#shared/ledger/held.ts'
import type { NoteKey } from '#shared/ledger/note.ts'
import { Unreadable } from './unreadable.ts'
import { EVIDENCE_FAULTS } from './words.ts'

/** Proves exported evidence offline and says what it proves. True when it holds. */
export function verifyEvidence(
  text: string,
  file: string,
  key: NoteKey | null,
  held: readonly HeldNote[],
): { holds: boolean; lines: string[] } {
  const evidence = readEvidence(text, file)
  const answer = checkEvidence(evidence, key)
  if (!answer.ok) {
    const where = answer.item === null ? '' : `第 ${answer.item + 1} 项：`
    return { holds: false, lines: [`不成立。${where}${EVIDENCE_FAULTS[answer.fault]}。`] }
  }
  if (openHeld(held, answer.key).foreign > 0)
    return { holds: false, lines: ['不成立。您保存的树头不是凭证的公钥签的：公钥被换过，或这是另一本台账。'] }
  const size = Math.max(...answer.checkpoints.map((one) => one.size))
  const lines = evidence.items.map(sayItem)
  lines.push(`成立。${evidence.items.length} 条记录都在台账“${answer.key.name}”中（树头大小 ${size}），签名有效。`)
  if (key === null && held.length === 0)
    lines.push('公钥取自凭证本身；要确认出自本单位，请用 --key 给出另行取得的公钥行。')
  return { holds: true, lines }
}

function sayItem({ entry, openings }: MenxiaEvidence['items'][number]): string {
  const words = Object.entries(entry.detail).map(([name, value]) => `${name}=${value}`)
  const reason = openings.find(({ field }) => field === 'reasonDigest')
  if (reason) words.push(`理由：${reason.text}`)
  return `第 ${entry.seq} 条 ${entry.at} ${entry.type} ${entry.actor}（${entry.role}） ${words.join(' ')}`.trimEnd()
}

function readEvidence(text: string, file: string): MenxiaEvidence {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Unreadable(`${file} 不是存证凭证，也不是导出的台账：文件被改动或没有下载完整`)
  }
  const parsed = MenxiaEvidence.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Unreadable(`${file} 不是存证凭证：${issue?.path.join('.') || '文件'} 写法不对，文件被改动或不完整`)
}

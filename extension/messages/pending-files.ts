import type { Draft } from '#shared/draft/draft.ts'

/** Why an attachment whose file is on its way has no fingerprint yet. */
export const PENDING = '正在读取文件，读完之前没有指纹'

/** Files are still on their way: the draft's content hash is not yet the one it will have. */
export function awaitsFiles(draft: Draft): boolean {
  return draft.unread.some(({ why }) => why === PENDING)
}

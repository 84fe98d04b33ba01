import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { FromWrapper, ToWrapper } from './page-port.ts'

/** Asks the page's own world to put a kept body back. Answers what could not be put back, in Chinese. */
export async function restoreInPage(port: MessagePort, profile: Profile, draft: Draft): Promise<Unread[]> {
  const answer = new Promise<boolean>((resolve) => {
    const listener = ({ data }: MessageEvent<FromWrapper>): void => {
      if (data.kind !== 'restored') return
      port.removeEventListener('message', listener)
      resolve(data.restored)
    }
    port.addEventListener('message', listener)
  })
  const { surface, selector } = profile.body
  port.postMessage({ kind: 'restore', surface, selector, source: draft.body.source } satisfies ToWrapper)
  return (await answer) ? [] : [{ what: '正文', why: '编辑器没有接受，请从侧边栏复制后粘贴' }]
}

import type { Profile } from '#shared/ruleset/profile.ts'
import type { FromWrapper, ToWrapper } from './page-port.ts'

/** How long the page's own world is waited for, in milliseconds. A page that does not answer makes no claim. */
const PATIENCE = 1000

/** Asks the page's own world what the editor would submit: a claim, or null. */
export function askSubmitted(port: MessagePort, { body }: Profile): Promise<string | null> {
  return new Promise((resolve) => {
    const done = (source: string | null): void => {
      port.removeEventListener('message', listener)
      clearTimeout(timer)
      resolve(source)
    }
    const listener = ({ data }: MessageEvent<FromWrapper>): void => {
      if (data.kind === 'submitted') done(data.source)
    }
    const timer = setTimeout(() => done(null), PATIENCE)
    port.addEventListener('message', listener)
    port.postMessage({ kind: 'submitted', surface: body.surface, selector: body.selector } satisfies ToWrapper)
  })
}

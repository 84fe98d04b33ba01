/** Code of the editors themselves, by its address. */
const theirs = /\/editors\/(node_modules|ueditor)\/|\/wp-(includes|admin)\//

/** The first line of what an editor itself threw, from the message that has the page's stack in it; throws again what anything of ours threw. */
export function ownError(error: unknown): string {
  const { message } = error as Error
  if (!theirs.test(message) || message.includes('/extension/')) throw error
  return message.split('\n')[0]!
}

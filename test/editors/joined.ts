import type { EditorPage } from './editor-page.ts'
import type { Joined } from './inside.ts'

type Inside = typeof import('./inside.ts')

/** Longer than the quiet time after which we read. */
export const PAUSE = 500

const script = (editor: EditorPage): string => `import('${new URL(editor.page.url()).origin}/test/editors/inside.ts')`

/** Lets our code live in the page: the form's frame watches and reads, the editable's frame paints. */
export async function join(editor: EditorPage): Promise<void> {
  await joinForm(editor)
  await joinFrame(editor)
}

export async function joinForm(editor: EditorPage): Promise<void> {
  const inForm = await editor.page.evaluateHandle<Inside>(script(editor))
  await inForm.evaluate((inside, given) => inside.joinForm(given), editor.profile)
}

export async function isJoined({ page }: EditorPage): Promise<boolean> {
  return await page.evaluate(() => (window as unknown as Partial<Joined>).form !== undefined)
}

/** In a browser the content script comes with the frame; here it is brought, once a frame. */
export async function joinFrame(editor: EditorPage): Promise<void> {
  const frame = await editor.frame()
  if (frame === editor.page.mainFrame()) return
  if (await frame.evaluate(() => (window as unknown as Joined).paintBody !== undefined)) return
  const inEditor = await frame.evaluateHandle<Inside>(script(editor))
  await inEditor.evaluate(({ joinEditor }, given) => joinEditor(given), editor.profile)
}

/**
 * Lets time pass, in a twin as long as in the page, until what is in the editor now has been checked and painted. More than once where the
 * editor itself goes on drawing.
 */
export async function settled(editor: EditorPage, twin?: EditorPage): Promise<void> {
  for (let times = 0; times < 8; times++) {
    await Promise.all([editor.pass(PAUSE), twin?.pass(PAUSE)])
    const now = await editor.read()
    const last = (await checksIn(editor)).at(-1)
    if (last === now) return
  }
  throw new Error(`not checked: ${await editor.read()}\n  last ${(await checksIn(editor)).at(-1)}`)
}

/** Texts of the highlights in the editable's document. */
export async function highlightsIn(editor: EditorPage): Promise<string[]> {
  const inside = await (await editor.frame()).evaluateHandle<Inside>(script(editor))
  return await inside.evaluate(({ highlighted }) => highlighted())
}

export async function touchedIn(editor: EditorPage): Promise<string[]> {
  return await editor.page.evaluate(() => (window as unknown as Joined).touched)
}

export async function checksIn(editor: EditorPage): Promise<(string | null)[]> {
  return await editor.page.evaluate(() => (window as unknown as Joined).checks)
}

import type { EditorPage } from './editor-page.ts'
import type { Joined } from './inside.ts'

type Inside = typeof import('./inside.ts')

/** Lets our code live in the page: the form's frame watches and reads, the editable's frame paints. */
export async function join(editor: EditorPage): Promise<void> {
  const { page, profile } = editor
  const script = `import('${new URL(page.url()).origin}/test/editors/inside.ts')`
  const frame = await editor.frame()
  const inForm = await page.evaluateHandle<Inside>(script)
  await inForm.evaluate(({ joinForm }, given) => joinForm(given), profile)
  if (frame === page.mainFrame()) return
  const inEditor = await frame.evaluateHandle<Inside>(script)
  await inEditor.evaluate(({ joinEditor }, given) => joinEditor(given), profile)
}

/** Waits until what is in the editor now has been checked and painted. */
export async function settled(editor: EditorPage): Promise<void> {
  const now = await editor.read()
  await editor.page.waitForFunction((source) => (window as unknown as Joined).checks.at(-1) === source, now)
}

export async function touchedIn(editor: EditorPage): Promise<string[]> {
  return await editor.page.evaluate(() => (window as unknown as Joined).touched)
}

export async function checksIn(editor: EditorPage): Promise<number> {
  return await editor.page.evaluate(() => (window as unknown as Joined).checks.length)
}

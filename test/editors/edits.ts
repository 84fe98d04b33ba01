import { drawer, type Random, seeded, whole } from '../bench/random.ts'
import type { EditorPage } from './editor-page.ts'
import { anyParagraph } from './paragraphs.ts'

/** One thing that a person does to an editor, the same in every page it is done to. */
export interface Edit {
  name: string
  make(editor: EditorPage): Promise<void>
}

const words = ['校', '服', '校服', '通知', '（', '2018年', '。', 'a', ' ', '管理工作']
const keys = [
  'Enter',
  'Backspace',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
]
const chords = ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+Home', 'Control+End']
const undoing = ['Control+z', 'Control+z', 'Control+y']

const one = <T>(items: readonly T[], random: Random): T => items[whole(random, 0, items.length - 1)]!

function type(text: string): Edit {
  return { name: `type ${text}`, make: ({ page }) => page.keyboard.insertText(text) }
}

function strike(key: string): Edit {
  return { name: key, make: ({ page }) => page.keyboard.press(key) }
}

function toolbar(button: 'bold' | 'list'): Edit {
  return { name: `button ${button}`, make: (editor) => editor.press(button) }
}

function paste(html: string): Edit {
  return { name: `paste ${html}`, make: (editor) => editor.paste(html) }
}

/** An endless run of edits, the same for the same seed: typing, deleting, moving, selecting, formatting, pasting, undoing and redoing. */
export function editsFrom(seed: number): () => Edit {
  const random = seeded(seed)
  const kinds: [(random: Random) => Edit, number][] = [
    [(draw) => type(one(words, draw)), 45],
    [(draw) => strike(one(keys, draw)), 30],
    [(draw) => strike(one(chords, draw)), 9],
    [(draw) => strike(one(undoing, draw)), 6],
    [() => strike('Control+b'), 3],
    [(draw) => toolbar(draw() < 0.7 ? 'bold' : 'list'), 2],
    [(draw) => paste(anyParagraph(draw)), 4],
    // Now and then everything goes, so that a long run stays a short document.
    [() => strike('Control+a'), 1],
  ]
  const draw = drawer(kinds, random)
  return () => draw()(random)
}

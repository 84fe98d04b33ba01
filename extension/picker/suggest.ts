import { findAll, findOne, wordsOn } from '../adapters/find.ts'
import { fieldParts, type Lesson, type PagePart, type Taught } from '../messages/learning.ts'
import { bodyLabels, fieldLabels, listLabels, publishWords, saveWords } from './labels.ts'
import { teach } from './teach.ts'
import { editors, isKnownEditor, largest, teachBody } from './teach-body.ts'
import { namesIn } from './teach-list.ts'

/** Everything that is recognised in a document by the words that back offices use, so that a person mostly confirms. */
export function suggest(document: Document): Lesson {
  const parts: Partial<Record<PagePart, Taught>> = {}
  const put = (part: PagePart, taught: Taught | null): void => {
    if (taught !== null) parts[part] = taught
  }
  for (const part of fieldParts) put(part, fieldOf(document, part))
  put('body', suggestBody(document))
  put('attachments', listOf(document))
  put('publish', buttonOf(document, publishWords))
  put('save', buttonOf(document, saveWords))
  const [url = ''] = document.URL.split('#', 1)
  return { url, charset: document.characterSet.toLowerCase(), heading: document.title.trim().slice(0, 60), parts }
}

function fieldOf(document: Document, part: keyof typeof fieldLabels): Taught | null {
  for (const label of fieldLabels[part]) {
    const [first] = findAll(document, `@label ${label}`)
    if (first !== undefined && !first.matches('iframe, [contenteditable]')) return teach(part, first, label)
  }
  return null
}

/** By its make first: nothing else in a form is a UEditor. Then by its label, then by its size. */
function suggestBody(document: Document): Taught | null {
  const label = bodyLabels.find((one) => findOne(document, `@row ${one}`) !== null) ?? null
  const row = label === null ? null : findOne(document, `@row ${label}`)
  const inRow = row === null ? null : teachBody(largest(Array.from(row.querySelectorAll(editors))) ?? row, label)
  if (inRow !== null && inRow.shown !== '') return inRow
  const all = Array.from(document.querySelectorAll(editors))
  const known = all
    .map((one) => teachBody(one, label))
    .find((one) => one?.how.as === 'body' && isKnownEditor(one.how.surface))
  const big = largest(all.filter((one) => one.getBoundingClientRect().height >= 120))
  return known ?? inRow ?? (big === null ? null : teachBody(big, label))
}

function listOf(document: Document): Taught | null {
  for (const label of listLabels) {
    const row = findOne(document, `@row ${label}`)
    if (row !== null && namesIn(row).length > 0) return teach('attachments', row, label)
  }
  return null
}

function buttonOf(document: Document, words: readonly string[]): Taught | null {
  for (const word of words) {
    const shown = findAll(document, `@button ${word}`).filter((one) => one.getClientRects().length > 0)
    // A link in the menu may say 发布 too; what is pressed in a form is a button first.
    const [best] = [...shown].sort((a, b) => Number(b.matches('button, input')) - Number(a.matches('button, input')))
    if (best !== undefined && wordsOn(best) === word) return teach('publish', best)
  }
  return null
}

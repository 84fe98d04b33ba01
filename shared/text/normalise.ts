/** Stands in until the normaliser proper is merged: NFC, and width and case character by character. */
export function normalise(text: string, level: 'exact' | 'plain' | 'loose') {
  const form = level === 'exact' ? text.normalize('NFC') : [...text].map(fold).join('')
  return { text: form, toOriginal: (offset: number) => offset, toOriginalEnd: (offset: number) => offset }
}

function fold(character: string): string {
  const folded = character.normalize('NFKC').toUpperCase()
  return folded.length === character.length ? folded : character
}

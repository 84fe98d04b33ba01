/** As much of a text as is shown of it while learning, characters. */
const SHOWN = 200

export function excerpt(text: string): string {
  return text.trim().slice(0, SHOWN)
}

/** Eleven digits or more, also full-width and with a space or hyphen between: identity numbers, phones, accounts. A year range stays readable. */
const NUMBER = /[\d０-９](?:[ \u00A0\u200B\u3000-]?[\dXx０-９Ｘｘ]){10,}/g

/** Personal numbers shortened to what names them without giving them away: `3505……4104`. Everything else stays as it is. */
export function maskNumbers(text: string): string {
  return text.replace(NUMBER, (number) => {
    const kept = number.length >= 15 ? 4 : 3
    return `${number.slice(0, kept)}……${number.slice(-kept)}`
  })
}

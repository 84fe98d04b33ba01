/** What has been held against the bar. */
export class Bar {
  readonly #short: string[] = []
  readonly #unjudged: string[] = []
  #met = 0

  /** `figure` must be at least `bar`. */
  atLeast(what: string, figure: number, bar: number, unit = '×'): void {
    this.#judge(figure >= bar, `${what}: ${round(figure)} ${unit} (bar ≥ ${bar})`)
  }

  atMost(what: string, figure: number, bar: number, unit: string): void {
    this.#judge(figure <= bar, `${what}: ${round(figure)} ${unit} (bar ≤ ${bar})`)
  }

  #judge(met: boolean, line: string): void {
    console.log(`${met ? 'ok   ' : 'SHORT'} ${line}`)
    if (met) this.#met += 1
    else this.#short.push(line)
  }

  /** A figure that says nothing, for the machine had other work: neither met nor short, and the run is not green. */
  unjudged(what: string): void {
    console.log(`BUSY  ${what}`)
    this.#unjudged.push(what)
  }

  /** The last line; sets the exit code. */
  close(name: string): void {
    const all = this.#met + this.#short.length + this.#unjudged.length
    const rest = this.#short.length === 0 ? '' : `; short: ${this.#short.join('; ')}`
    const busy = this.#unjudged.length === 0 ? '' : `; machine too busy to judge: ${this.#unjudged.join('; ')}`
    console.log(`${name}: ${this.#met} of ${all} bars met${rest}${busy}`)
    if (this.#short.length + this.#unjudged.length > 0) process.exitCode = 1
  }
}

export function round(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2)
}

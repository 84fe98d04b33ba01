import type { Agreement } from '#shared/api/contract/checks.ts'
import type { Submission } from '#shared/api/contract/reviews.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { Review, State } from '#shared/review/review.ts'
import type { Report } from '#shared/rules/finding.ts'
import type { Blobs } from './blobs.ts'
import type { Sql } from './sql.ts'

/** A review as it is kept: the workflow's own part, what was said at submission without the text, and what followed. */
export interface StoredReview {
  review: Review
  said: Omit<Submission, 'draft'>
  agreement: Agreement
  /** Of the findings that decide: the Worker's own where it got the text. */
  counts: { block: number; review: number; advise: number; unread: number }
  submittedBy: string
  submittedAt: string
  changedAt: string
  approvedUntil: string | null
  textErasedAt: string | null
  /** Place in the ledger of each decision, in order. */
  decisionSeqs: number[]
}
/** The parts that hold the draft's own words; erased on time. */
export interface ReviewText {
  draft: Draft
  report: Report
}
export interface Comment {
  by: string
  text: string
  at: string
}
export interface ReviewQuery {
  before: number
  limit: number
  author: string | null
  state: State | null
  levels: readonly string[] | null
  hash: string | null
}

export class Reviews {
  readonly #sql: Sql
  readonly #blobs: Blobs

  constructor(sql: Sql, blobs: Blobs) {
    this.#sql = sql
    this.#blobs = blobs
  }

  find(id: string): StoredReview | null {
    return this.#blobs.get<StoredReview>(`review/${id}`)
  }

  put(stored: StoredReview): void {
    const { review, said, submittedBy, changedAt } = stored
    this.#sql.run(
      `INSERT INTO reviews (id, place, version, state, level, author, hash, page, changed)
       VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM reviews), ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, level = excluded.level, changed = excluded.changed`,
      ...[review.id, review.version, review.state, review.level, submittedBy, said.contentHash, said.page, changedAt],
    )
    this.#blobs.put(`review/${review.id}`, stored)
  }

  text(id: string): ReviewText | null {
    return this.#blobs.get<ReviewText>(`text/${id}`)
  }

  putText(id: string, text: ReviewText): void {
    this.#blobs.put(`text/${id}`, text)
  }

  eraseText(id: string): void {
    this.#blobs.erase(`text/${id}`)
  }

  /** Newest first, with the place that a next page starts below. */
  list(query: ReviewQuery): { place: number; stored: StoredReview }[] {
    const conditions = ['place < ?']
    const values: (string | number)[] = [query.before]
    const where = (condition: string, ...more: (string | number)[]) => {
      conditions.push(condition)
      values.push(...more)
    }
    if (query.author !== null) where('author = ?', query.author)
    if (query.state !== null) where('state = ?', query.state)
    if (query.hash !== null) where('hash = ?', query.hash)
    if (query.levels !== null) {
      where("state IN ('submitted', 'emergency', 'referred')")
      where(`level IN (${query.levels.map(() => '?').join(', ')})`, ...query.levels)
    }
    const rows = this.#sql.all<{ id: string; place: number }>(
      `SELECT id, place FROM reviews WHERE ${conditions.join(' AND ')} ORDER BY place DESC LIMIT ?`,
      ...values,
      query.limit,
    )
    return rows.map(({ id, place }) => ({ place, stored: this.find(id)! }))
  }

  /** Every review in one of these states, oldest first. */
  inStates(states: readonly State[]): StoredReview[] {
    const rows = this.#sql.all<{ id: string }>(
      `SELECT id FROM reviews WHERE state IN (${states.map(() => '?').join(', ')}) ORDER BY place`,
      ...states,
    )
    return rows.map(({ id }) => this.find(id)!)
  }

  /** Reviews that still have a text and are in none of these states, last changed before `at`. */
  withText(notIn: readonly State[], at: string): StoredReview[] {
    const rows = this.#sql.all<{ id: string }>(
      `SELECT id FROM reviews WHERE changed <= ? AND state NOT IN (${notIn.map(() => '?').join(', ')})
       AND EXISTS (SELECT 1 FROM blobs WHERE blobs.id = 'text/' || reviews.id) ORDER BY place`,
      at,
      ...notIn,
    )
    return rows.map(({ id }) => this.find(id)!)
  }

  comments(id: string): Comment[] {
    const rows = this.#sql.all<{ json: string }>('SELECT json FROM comments WHERE review = ? ORDER BY place', id)
    return rows.map(({ json }) => JSON.parse(json))
  }

  comment(id: string, comment: Comment): void {
    this.#sql.run(
      'INSERT INTO comments (review, place, json) VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM comments WHERE review = ?), ?)',
      ...[id, id, JSON.stringify(comment)],
    )
  }
}

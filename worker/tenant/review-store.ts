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
  /** When the interpretation that was planned was recorded as published. Not there in a review of before. */
  interpretedAt?: string
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

/** The day that the plan of a published policy names, until its interpretation is there. */
function interpretationDue({ review, said, interpretedAt }: StoredReview): string | null {
  return review.state === 'published' && interpretedAt === undefined ? (said.interpretationPlan?.dueOn ?? null) : null
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
    const { review, said, submittedBy, changedAt, approvedUntil } = stored
    this.#sql.run(
      `INSERT INTO reviews (id, place, version, state, level, author, hash, page, changed, due, interpretation_due)
       VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM reviews), ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state, level = excluded.level,
         changed = excluded.changed, due = excluded.due, interpretation_due = excluded.interpretation_due`,
      ...[review.id, review.version, review.state, review.level],
      ...[submittedBy, said.contentHash, said.page, changedAt, approvedUntil, interpretationDue(stored)],
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

  /** Reviews in one of these states, oldest first, of one author where one is given. */
  inStates(states: readonly State[], limit = -1, author: string | null = null): StoredReview[] {
    const rows = this.#sql.all<{ id: string }>(
      `SELECT id FROM reviews WHERE state IN (${states.map(() => '?').join(', ')}) AND (? IS NULL OR author = ?)
       ORDER BY place LIMIT ?`,
      ...[...states, author, author, limit],
    )
    return rows.map(({ id }) => this.find(id)!)
  }

  /** Published policies whose planned interpretation is still to come, the earliest day first. */
  uninterpreted(limit: number, author: string | null = null): StoredReview[] {
    const rows = this.#sql.all<{ id: string }>(
      `SELECT id FROM reviews WHERE interpretation_due IS NOT NULL AND (? IS NULL OR author = ?)
       ORDER BY interpretation_due LIMIT ?`,
      ...[author, author, limit],
    )
    return rows.map(({ id }) => this.find(id)!)
  }

  /** Approvals that lapse by `at`, and those of a database from before that was written beside them. */
  lapsing(at: string, limit: number): StoredReview[] {
    const rows = this.#sql.all<{ id: string }>(
      "SELECT id FROM reviews WHERE state = 'approved' AND (due IS NULL OR due <= ?) ORDER BY due LIMIT ?",
      ...[at, limit],
    )
    return rows.map(({ id }) => this.find(id)!)
  }

  /** Reviews that still have a text and are in none of these states, last changed before `at`. */
  withText(notIn: readonly State[], at: string, limit: number): StoredReview[] {
    // From the texts there are, not from the reviews there ever were: '0' is the character after '/'.
    const rows = this.#sql.all<{ id: string }>(
      `SELECT reviews.id FROM blobs JOIN reviews ON reviews.id = substr(blobs.id, 6)
       WHERE blobs.id >= 'text/' AND blobs.id < 'text0' AND blobs.part = 0
       AND changed <= ? AND state NOT IN (${notIn.map(() => '?').join(', ')}) LIMIT ?`,
      ...[at, ...notIn, limit],
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

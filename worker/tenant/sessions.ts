import type { Member } from '#shared/api/contract/people.ts'
import type { DeviceKey } from '#shared/api/contract/session.ts'
import type { Sql } from './sql.ts'

export interface Device {
  id: string
  member: string
  key: DeviceKey
  revoked: boolean
}
export interface SessionRow {
  member: string
  device: string
  /** Times in ms since 1970. */
  seen: number
  idle: number
  expires: number
}
export interface PinRow {
  salt: string
  hash: string
  failures: number
  lockedUntil: number
}

/** Devices, sessions, challenges and PINs. Of every secret only a hash is here. */
export class Sessions {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  addDevice(device: Omit<Device, 'revoked'>, hash: string, name: string): void {
    const { id, member, key } = device
    this.#sql.run(
      'INSERT INTO devices (id, hash, member, key, name) VALUES (?, ?, ?, ?, ?)',
      ...[id, hash, member, JSON.stringify(key), name],
    )
  }

  device(hash: string): Device | null {
    const row = this.#sql.one<{ id: string; member: string; key: string; revoked: number }>(
      'SELECT id, member, key, revoked FROM devices WHERE hash = ?',
      hash,
    )
    return row && { ...row, key: JSON.parse(row.key), revoked: row.revoked === 1 }
  }

  addChallenge(hash: string, device: string, expires: number): void {
    this.#sql.run('DELETE FROM challenges WHERE device = ?', device)
    this.#sql.run('INSERT INTO challenges (hash, device, expires) VALUES (?, ?, ?)', hash, device, expires)
  }

  /** Takes the challenge away: it works once, whatever comes of it. */
  takeChallenge(hash: string, device: string): { expires: number } | null {
    const row = this.#sql.one<{ expires: number }>(
      'SELECT expires FROM challenges WHERE hash = ? AND device = ?',
      hash,
      device,
    )
    this.#sql.run('DELETE FROM challenges WHERE hash = ?', hash)
    return row
  }

  addSession(hash: string, row: SessionRow): void {
    this.#sql.run(
      'INSERT INTO sessions (hash, member, device, seen, idle, expires) VALUES (?, ?, ?, ?, ?, ?)',
      ...[hash, row.member, row.device, row.seen, row.idle, row.expires],
    )
  }

  session(hash: string): SessionRow | null {
    return this.#sql.one<SessionRow>('SELECT member, device, seen, idle, expires FROM sessions WHERE hash = ?', hash)
  }

  /** The session and whose it is, from one question: every request asks it. */
  holder(hash: string): (SessionRow & { holder: Member }) | null {
    const row = this.#sql.one<SessionRow & { json: string }>(
      `SELECT member, device, seen, idle, expires, json FROM sessions JOIN members ON members.id = sessions.member
       WHERE hash = ?`,
      hash,
    )
    return row && { ...row, holder: JSON.parse(row.json) }
  }

  touch(hash: string, seen: number): void {
    this.#sql.run('UPDATE sessions SET seen = ? WHERE hash = ?', seen, hash)
  }

  end(hash: string): void {
    this.#sql.run('DELETE FROM sessions WHERE hash = ?', hash)
  }

  /** Ends everything of a member, devices too. Answers how many sessions there were. */
  revokeAll(member: string): number {
    const count = this.#sql.one<{ n: number }>('SELECT COUNT(*) AS n FROM sessions WHERE member = ?', member)!.n
    this.#sql.run('DELETE FROM sessions WHERE member = ?', member)
    this.#sql.run('UPDATE devices SET revoked = 1 WHERE member = ?', member)
    this.#sql.run('DELETE FROM invitations WHERE member = ?', member)
    this.#sql.run('DELETE FROM pins WHERE member = ?', member)
    return count
  }

  /** Forgets what had run out by `at`, at most `limit` of each kind. Answers how many of the fullest kind there were. */
  sweep(at: number, limit: number): number {
    const forget = (table: string, condition: string, ...values: number[]): number => {
      const rows = this.#sql.all<{ hash: string }>(
        `DELETE FROM ${table} WHERE hash IN (SELECT hash FROM ${table} WHERE ${condition} LIMIT ?) RETURNING hash`,
        ...[...values, limit],
      )
      return rows.length
    }
    return Math.max(
      forget('sessions', 'expires < ? OR seen + idle < ?', at, at),
      forget('challenges', 'expires < ?', at),
      forget('invitations', 'expires < ?', at),
    )
  }

  pin(member: string): PinRow | null {
    return this.#sql.one<PinRow>(
      'SELECT salt, hash, failures, locked_until AS lockedUntil FROM pins WHERE member = ?',
      member,
    )
  }

  putPin(member: string, row: PinRow): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO pins (member, salt, hash, failures, locked_until) VALUES (?, ?, ?, ?, ?)',
      ...[member, row.salt, row.hash, row.failures, row.lockedUntil],
    )
  }
}

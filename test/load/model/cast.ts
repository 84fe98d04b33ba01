import type { Role } from '#shared/api/permissions.ts'
import type { Level } from '#shared/review/review.ts'

export interface Part {
  readonly roles: readonly [Role, ...Role[]]
  readonly levels: readonly Level[]
  readonly emergency: boolean
}

const part = (roles: Part['roles'], levels: readonly Level[] = [], emergency = false): Part => ({
  roles,
  levels,
  emergency,
})

/** Who takes part. `both` sends and reviews; the admins are not in the hat: they are needed to go on. */
export const CAST: Readonly<Record<string, Part>> = {
  editor: part(['editor']),
  named: part(['editor'], [], true),
  both: part(['editor', 'reviewer'], ['first', 'final']),
  first: part(['reviewer'], ['first']),
  firstAndFinal: part(['reviewer'], ['first', 'final']),
  final: part(['reviewer'], ['final', 'second']),
  secrecy: part(['reviewer'], ['confidentiality', 'second']),
  auditor: part(['auditor']),
  cms: part(['cms']),
}

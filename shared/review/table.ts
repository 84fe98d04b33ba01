import type { ActionName } from './action.ts'
import type { Guard } from './guards.ts'
import type { Role, State, Verdict } from './review.ts'

/** One row: in `from`, `role` may do `do`, if every guard agrees; then `to`. `next` is the next level of the round, or the state after the last. */
export interface Row {
  readonly from: State
  readonly do: ActionName
  readonly roles: readonly Role[]
  readonly to: State | { readonly more: State; readonly done: State }
  readonly guards: readonly Guard[]
}

const DECIDING = ['ownDraft', 'samePerson', 'level', 'unchanged', 'reason'] as const
const decide = (from: State, verdict: Verdict, to: Row['to'], ...more: Guard[]): Row => ({
  from,
  do: verdict,
  roles: ['reviewer'],
  to,
  guards: [...DECIDING, ...more],
})
const submit = (from: State): Row => ({ from, do: 'submit', roles: ['editor'], to: 'submitted', guards: ['levels'] })
const emergency = (from: State): Row => ({
  from,
  do: 'publish-emergency',
  roles: ['editor'],
  to: 'emergency',
  guards: ['named', 'levels', 'reason'],
})
const change = (from: State): Row => ({
  from,
  do: 'change',
  roles: ['editor', 'system'],
  to: 'void',
  guards: ['changed'],
})

/** The whole workflow. What is not in the table is refused. */
export const TABLE: readonly Row[] = [
  submit('draft'),
  submit('returned'),
  submit('withdrawn'),
  submit('void'),
  submit('expired'),
  emergency('draft'),
  emergency('submitted'),
  emergency('returned'),
  emergency('void'),

  decide('submitted', 'approve', { more: 'submitted', done: 'approved' }, 'gates', 'threeSyncs'),
  decide('submitted', 'return', 'returned'),
  decide('submitted', 'refuse', 'refused'),
  decide('submitted', 'refer', 'referred'),
  // 保密部门 has answered: the confidentiality reviewer records it; the round goes on where it stood.
  decide('referred', 'approve', 'submitted'),
  decide('referred', 'return', 'returned'),
  decide('referred', 'refuse', 'refused'),
  // 应急发布: the page is out already, so nothing but approval leaves it there.
  decide('emergency', 'approve', { more: 'emergency', done: 'published' }, 'gates', 'threeSyncs'),
  decide('emergency', 'return', 'to-retract'),
  decide('emergency', 'refuse', 'to-retract'),
  decide('emergency', 'refer', 'to-retract'),

  { from: 'submitted', do: 'withdraw', roles: ['editor'], to: 'withdrawn', guards: ['author'] },
  { from: 'approved', do: 'withdraw', roles: ['editor'], to: 'withdrawn', guards: ['author'] },
  change('submitted'),
  change('approved'),
  change('referred'),
  { from: 'approved', do: 'reopen', roles: ['system'], to: 'submitted', guards: [] },
  { from: 'approved', do: 'expire', roles: ['system'], to: 'expired', guards: [] },
  { from: 'approved', do: 'publish', roles: ['editor', 'system'], to: 'published', guards: ['unchanged'] },
  { from: 'published', do: 'retract', roles: ['editor', 'reviewer', 'admin'], to: 'retracted', guards: ['reason'] },
  { from: 'emergency', do: 'retract', roles: ['editor', 'reviewer', 'admin'], to: 'retracted', guards: ['reason'] },
  { from: 'to-retract', do: 'retract', roles: ['editor', 'reviewer', 'admin'], to: 'retracted', guards: ['reason'] },
]

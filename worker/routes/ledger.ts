import type { Handlers } from '../http/call.ts'
import { proveConsistency, proveEntry, readCheckpoint, readEntries } from '../services/prove-entry.ts'

export const ledger = {
  'ledger.checkpoint': (_, call) => readCheckpoint(call),
  'ledger.entries': ({ query }, call) => readEntries(query, call),
  'ledger.proof': ({ query }, call) => proveEntry(query.entry, call),
  'ledger.consistency': ({ query }, call) => proveConsistency(query, call),
} satisfies Handlers<'ledger.checkpoint' | 'ledger.entries' | 'ledger.proof' | 'ledger.consistency'>

import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import type { Call } from '../http/call.ts'
import { FIRST_SETTINGS } from './first-settings.ts'
import { invite } from './invite-member.ts'
import { record } from './record.ts'
import { digestOf, sealBundle } from './ruleset-bundle.ts'

interface Wanted {
  id: string
  name: string
  admin: { name: string }
}

/** Makes a bureau with its first admin, settings and rule set. `first` is false where the same request comes again: then it only answers. */
export function foundBureau(wanted: Wanted, call: Call, first: boolean) {
  const { tenant } = call
  if (first) fill(wanted, call)
  const admin = tenant.members.find(tenant.meta.need('first-admin'))!
  return { id: tenant.id, name: tenant.name, admin, ...invite(call, admin.id, first) }
}

function fill(wanted: Wanted, call: Call): void {
  const { tenant } = call
  const at = call.now.toISOString()
  const id = crypto.randomUUID()
  tenant.meta.set('first-admin', id)
  tenant.members.put(
    {
      id,
      name: wanted.admin.name,
      department: null,
      roles: ['admin'],
      levels: [],
      emergency: false,
      site: null,
      active: true,
    },
    at,
  )
  tenant.settings.add(FIRST_SETTINGS, 0, at)
  const content = { ruleset: { ...starterRuleSet } }
  const digest = digestOf(content)
  tenant.rulesets.putContent(digest, content)
  tenant.rulesets.put({
    number: 0,
    baseNumber: null,
    state: 'published',
    digest,
    note: '随软件提供的规则集',
    proposedBy: 'operator',
    proposedAt: at,
    publishedBy: 'operator',
    publishedAt: at,
    consents: [],
  })
  tenant.rulesets.setCurrent(0)
  tenant.documents.add('profiles', { version: 0, at, content: [] })
  sealBundle(tenant)
  record(call, { type: 'bureau.created', subject: tenant.id })
  record(call, { type: 'member.added', subject: id, detail: { roles: 'admin' } }, 2)
}

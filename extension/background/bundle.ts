import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { compactVerify, importJWK } from 'jose'
import type { RuleSetBundle } from '#shared/api/contract/rulesets.ts'
import { canonicalBytes } from '#shared/ledger/canonical.ts'
import type { Account } from '../platform/account.ts'

/**
 * Whether a rule bundle is what it names itself and the bureau's own: its content has its digest, and the bureau's release key signed tenant, version
 * and digest. Any other input is false; nothing throws.
 */
export async function isGenuine(
  bundle: RuleSetBundle,
  mine: Pick<Account, 'bureau' | 'signingKeys'>,
): Promise<boolean> {
  const { ruleset, profiles, digest, version, profilesVersion, signature } = bundle
  try {
    if (bytesToHex(sha256(canonicalBytes({ ruleset, profiles }))) !== digest) return false
    const claims = await claimsOf(signature, mine.signingKeys)
    const names = { tenant: mine.bureau.id, version, profilesVersion, digest }
    return claims !== null && Object.entries(names).every(([name, value]) => claims[name] === value)
  } catch {
    return false
  }
}

async function claimsOf(signature: string, keys: Account['signingKeys']): Promise<Record<string, unknown> | null> {
  for (const jwk of keys.filter(({ alg }) => alg === 'ES256')) {
    try {
      const key = await importJWK(jwk, 'ES256')
      const { payload, protectedHeader } = await compactVerify(signature, key, { algorithms: ['ES256'] })
      if (protectedHeader.typ === 'ruleset+jwt') return JSON.parse(new TextDecoder().decode(payload))
    } catch {
      // Not this key's: another one may have signed it.
    }
  }
  return null
}

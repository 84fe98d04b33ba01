import type { Tenant } from '../tenant/tenant.ts'
import { base64Url } from './sign-jws.ts'

/** The public halves of the bureau's keys: ES256 for passes and rule bundles, Ed25519 for checkpoints. */
export function publicKeys({ keys, ledger }: Tenant) {
  const { kid, x, y } = keys.release
  return {
    keys: [
      { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', kid, x: base64Url(x), y: base64Url(y) },
      { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: 'ledger', x: base64Url(keys.ledger.publicKey) },
    ],
    ledgerKey: ledger.key,
  }
}

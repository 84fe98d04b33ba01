/** The part of `node:crypto` that the Worker uses. Node's own types would bring Node's globals with them, which are not there. */
declare module 'node:crypto' {
  interface PrivateKey {
    readonly type: 'private'
  }
  function createPrivateKey(from: { key: Uint8Array; format: 'der'; type: 'pkcs8' }): PrivateKey
  /** Synchronous. `algorithm` is null where the key decides it, as Ed25519 does. */
  function sign(algorithm: null, data: Uint8Array, key: PrivateKey): Uint8Array
}

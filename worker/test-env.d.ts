declare namespace Cloudflare {
  interface Env {
    BUREAU: DurableObjectNamespace<import('./index.ts').Bureau>
    OPERATOR_SECRET: string
  }
}

declare module '*?raw' {
  const text: string
  export default text
}

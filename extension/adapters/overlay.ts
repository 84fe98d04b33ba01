/** Everything of ours that the page shows beside its own: one element at the end of the document, with a closed shadow root. */
export interface Overlay {
  root: ShadowRoot
  remove(): void
}

const STYLE = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; pointer-events: none !important; z-index: 2147483647 !important }
.badge { position: absolute; right: 18px; bottom: 18px; display: flex; gap: 10px; align-items: center; font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
.count { min-width: 22px; height: 22px; padding: 0 6px; box-sizing: border-box; border-radius: 11px; background: #a8321c; color: #fff; font-weight: 600; font-size: 13px; line-height: 22px; text-align: center }
.sentence { padding: 8px 14px; border-radius: 6px; background: #2b2622; color: #fff; box-shadow: 0 2px 10px rgb(0 0 0 / .25) }
.mirror { position: absolute; left: 0; top: 0; box-sizing: border-box; overflow: hidden; visibility: hidden; white-space: pre-wrap; user-select: none; contain: strict }
.row { min-height: 1lh }
.row ~ .row { text-indent: 0 }
.mirror.line { display: flex; align-items: center; white-space: pre }
.box { visibility: visible; color: transparent; background: rgb(214 68 44 / .18); border-bottom: 2px solid rgb(190 52 30) }
.sheet { position: absolute; inset: 0; pointer-events: auto; cursor: crosshair }
.outline { position: absolute; left: 0; top: 0; box-sizing: border-box; border: 2px solid #24508c; background: rgb(36 80 140 / .12); border-radius: 2px }
[hidden] { display: none }
`

/** Puts the overlay into the page, outside every editable. */
export function openOverlay(document: Document): Overlay {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  document.documentElement.append(host)
  return { root, remove: () => host.remove() }
}

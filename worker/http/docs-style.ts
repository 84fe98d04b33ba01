/** The page's only style. Its hash is in the page's own policy, so a changed byte is not applied. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1c2733;--soft:#5b6875;--line:#d9dfe5;--paper:#fff;--wash:#f5f7f9;--get:#1f6f4a;--write:#9a5b00;--drop:#a32929}
@media(prefers-color-scheme:dark){:root{--ink:#e4e9ee;--soft:#9aa7b4;--line:#35414d;--paper:#151b21;--wash:#1d252d;--get:#6cc79b;--write:#e2a757;--drop:#ef8a8a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 6rem;background:var(--paper);color:var(--ink);font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.75rem;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
h3{font-size:.875rem;margin:1.25rem 0 .25rem;color:var(--soft);font-weight:600}
p{margin:.5rem 0}
a{color:inherit}
nav ul{list-style:none;margin:.5rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
details.endpoint{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;background:var(--paper)}
details.endpoint[open]{box-shadow:0 1px 6px rgb(0 0 0/.12)}
summary{cursor:pointer}
details.endpoint>summary{padding:.5rem .75rem;display:grid;grid-template-columns:4.25rem minmax(0,1fr);gap:0 .75rem;align-items:baseline}
summary:focus-visible,a:focus-visible{outline:2px solid var(--get);outline-offset:2px}
.method{font:600 .8125rem/1.7 ui-monospace,monospace;color:var(--write)}
.method.GET{color:var(--get)}.method.DELETE{color:var(--drop)}
.path,code,pre{font-family:ui-monospace,"Noto Sans Mono CJK SC",monospace;font-size:.875rem}
.path{overflow-wrap:anywhere}
.says{grid-column:2;color:var(--soft)}
.inside{padding:0 .75rem 1rem;border-top:1px solid var(--line)}
pre{margin:.25rem 0;padding:.75rem;background:var(--wash);border-radius:4px;overflow:auto;max-height:24rem;line-height:1.5}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:600;white-space:nowrap}
td:first-child{white-space:nowrap}
@media print{details.endpoint{break-inside:avoid}}`

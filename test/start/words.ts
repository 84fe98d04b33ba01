/** ` 1.2 秒`, right-aligned so that the lines of a story stand under each other. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} 秒`.padStart(8)
}

export function introduce(demo: string, worker: string): string {
  return [`演示后台  ${demo}/admin/`, `公开网站  ${demo}/`, `Worker    ${worker}/v1/openapi.json`].join('\n')
}

/** How a person's own Firefox gets it: until it is closed, for an unsigned extension stays no longer. */
export function threeClicksFirefox(folder: string, worker: string, invitation: string): string {
  return [
    '在自己的 Firefox（140 以上）里试：',
    '  1. 打开 about:debugging#/runtime/this-firefox',
    `  2. 点“临时载入附加组件”，选 ${folder}/manifest.json（关闭 Firefox 后失效）`,
    `  3. 点工具栏上的门下图标打开侧边栏 → 设置，服务端地址填 ${worker}，邀请码填 ${invitation}（信息员，只能用一次）`,
  ].join('\n')
}

/** How a person's own Chrome or Edge gets the extension: branded ones load no folder from the command line. */
export function threeClicks(folder: string, worker: string, invitation: string): string {
  return [
    '在自己的 Chrome 或 Edge 里试：',
    '  1. 打开 chrome://extensions（Edge：edge://extensions），打开“开发者模式”',
    `  2. 点“加载已解压的扩展程序”，选 ${folder}`,
    `  3. 点门下图标 → 设置，服务端地址填 ${worker}，邀请码填 ${invitation}（信息员，只能用一次）`,
  ].join('\n')
}

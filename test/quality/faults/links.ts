import type { FaultKind } from '../fault.ts'

const HIDING = [
  'display:none',
  'visibility:hidden',
  'font-size:0',
  'position:absolute;left:-9999px',
  'width:1px;height:1px;overflow:hidden',
  'opacity:0',
  'color:#fff',
  'text-indent:-9999px',
]
const LOCAL = [
  'file:///C:/Users/Admin/1.png',
  'C:\\Users\\Admin\\1.png',
  '\\\\server\\share\\1.png',
  'http://localhost:8080/1.png',
  'http://127.0.0.1/1.png',
  'http://10.1.2.3/1.png',
  'http://172.20.0.5/1.png',
  'http://192.168.1.8/1.png',
  'blob:https://cms.example.gov.cn/1a2b',
]

export const linkFaults: readonly FaultKind[] = [
  {
    check: 15,
    name: '链接与粘贴',
    severity: 'block',
    rules: ['links/unsafe'],
    variants: [
      ...HIDING.map((style) => () => ({
        html: `<p>通知<a style="${style}" href="http://www.example.net/">彩票</a></p>`,
      })),
      ...HIDING.slice(0, 5).map((style) => () => ({
        html: `<div style="${style}"><a href="http://www.example.net/">彩票</a></div>`,
      })),
      ...LOCAL.map((address) => () => ({ html: `<p><img src="${address}"></p>` })),
      ...LOCAL.slice(0, 8).map((address) => () => ({ html: `<p><a href="${address}">下载</a></p>` })),
      () => ({ html: `<p><a href="javascript:alert(1)">点击</a></p>` }),
      () => ({ html: '<p><a href="http://www.example.net/bm">网上报名</a></p>' }),
      () => ({ html: '<p><a href="http://www.moe-gov.example.com/">www.moe.gov.cn</a></p>' }),
      () => ({ html: '<p><a href="http://www.example.gov.cn/"><span style="color:white">棋牌</span></a></p>' }),
    ],
  },
  {
    check: 22,
    name: '转载来源',
    severity: 'review',
    rules: ['disclosure/reprint'],
    variants: [
      () => ({ carrier: 'news', lines: ['来源：'] }),
      () => ({ carrier: 'news', lines: ['发布时间：2026-06-01 来源： 作者：张三'] }),
      () => ({ carrier: 'news', draft: { channel: '转载信息', source: '' } }),
      (random) => ({ carrier: 'news', draft: { source: random.pick(['升学帮', '教育头条号', '某某培训']) } }),
      (random) => ({ carrier: 'news', lines: [`来源：${random.pick(['升学帮', '择校通', '好家长'])}`] }),
      () => ({ carrier: 'notice', draft: { title: '泉州市人民政府关于表彰先进的决定', source: '本站原创' } }),
      () => ({ carrier: 'news', html: '<p><a href="https://shop.example.net/">限时特价，立即购买</a></p>' }),
    ],
  },
]

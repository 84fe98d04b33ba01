/** Sentences that the background says: what happened, why, what to do next. */
export const sentences = {
  unreachable: '连不上门下服务端：网络不通或服务端停止了。请检查网络后重试；送审会留在本机，恢复后自动发出。',
  signedOut: '登录已失效，服务端不再接受这台电脑的请求。请重新登录后继续。',
  notSignedIn: '这台电脑还没有登录门下，送审和发布都需要确认您是谁。请先打开设置，用邀请码登录。',
  noDraft: '没有读到稿件：页面可能已经关闭或刷新。请回到编辑页面后重试。',
  changed: '稿件与批准的不一致，批准即失效。请改回原样，或重新送审。',
  notApproved: '这份稿件还没有批准，不能发布。请先送审。',
  unconfirmed: (what: readonly string[]) =>
    `还有 ${what.length} 项没有确认：${what.join('、').slice(0, 300)}。门下没有读到它们的内容。请打开看过后逐项勾选，再送审。`,
  nothingSent: '已放行，但页面没有发出请求，放行已收回。请确认页面没有弹出提示，再按一次发布。',
  noControl: '没有找到页面上的发布按钮：页面可能改版了。稿件没有发出，请联系管理员更新站点适配。',
  noEmergency: '您没有被指定为应急发布人。请送审，或联系管理员指定。',
  unreadable: '这一条内容已损坏，读不出来，没有发出。请确认后移除，再重新送审。',
  badAsk: '收到的请求不完整，未予处理。请刷新页面后重试。',
  noWorker:
    '没有登录：这个地址没有门下服务端应答，可能地址写错，或网络不通、服务端停了。请核对地址后重试，仍不行请联系管理员。',
  managedWorker: (worker: string) =>
    `没有登录：服务端地址由单位管理，只能用 ${worker}。请改用这个地址，或联系本单位信息化人员。`,
  otherBureau: (bureau: string) =>
    `没有登录：这个邀请码属于“${bureau}”，单位策略只许本单位的人登录。请向本单位管理员另要一个邀请码。`,
  managedSite: '没有关闭：这个网站由单位规定必须开启。确需关闭，请联系本单位信息化人员。',
  badWorker: '服务端地址不正确：应以 https:// 开头（本机调试可用 http://localhost）。请核对后重填。',
  kindNote: (kind: string, because: string) => `稿件类型更正为“${kind}”：${because}`,
  disputeNote: (finding: string, because: string) => `误报 ${finding}：${because}`,
  links: {
    noPermission: '没有得到读这个网站的许可，没有核对',
    redirected: '网址跳转到别处，没有跟过去；请改填最终的网址',
    status: (status: number) => `网站没有给出页面（${status}），请核对网址`,
    other: '页面打开了，但没有出现本文的文号或标题，请核对是否关联错了',
    unreachable: '网站没有应答，请核对网址或稍后再试',
    noAddress: '没有可以打开的网址',
  },
  notices: {
    approved: '送审的稿件已批准，可以发布了。',
    returned: '送审的稿件被退回，请按审核意见修改。',
    refused: '送审的稿件不予发布，请查看审核意见。',
    referred: '送审的稿件已报保密部门确定。',
    expired: '一份批准已过期，发布前请重新送审。',
  },
} as const

/** 所见与将提交的不一致. */
export const submittedText = {
  parts: { text: '文字', links: '链接', images: '图片' },
  message: (what: string) => `编辑器将要提交的正文与页面上看到的不一致（${what}）`,
  why: (what: string) => `页面上读到的正文与编辑器自己报出的正文，${what}不相同`,
  advice:
    '请保存草稿、刷新页面后再看；正文里有嵌入内容、自定义 HTML 或引用的区块时请改为普通文字；仍不一致请告知管理员，不要发布。',
  basis: '《保守国家秘密法实施条例》第四十二条：逐项审查的应当是将要公开的内容本身',
  refused: '编辑器将要提交的正文与页面上看到的不一致，审的不会是发的，不能送审。请保存草稿、刷新页面后再试。',
} as const

/** The toolbar button: its title, and what its badge says after a held press. */
export const badgeText = {
  title: '门下',
  held: '门下：本稿暂不能发布，点这里看原因',
  heldMark: '停',
} as const

/** Words that more than one page says. Chinese, as an office speaks; no exclamation marks. */
export const words = {
  name: '门下',
  cancel: '取消',
  openOptions: '打开设置',
  signInAgain: '登录已失效，请重新登录。等待发送的内容不会丢。',
  clock: {
    fast: '这台电脑的时间比服务端快几个小时以上：登录一到就算过期，检查日期也会算错。请校准电脑时间，再重新登录。',
    slow: '这台电脑的时间比服务端慢几个小时以上：检查日期会算错。请校准电脑时间，再重新登录。',
  },
  signInNow: '重新登录',
  pin: 'PIN',
  noAnswer: '门下刚刚更新过，或后台正在启动。请刷新这个页面后重试；编辑页面里的稿件不受影响。',
  roles: {
    editor: '信息员',
    reviewer: '审核人',
    admin: '管理员',
    auditor: '监督员',
    cms: '内容管理系统',
    witness: '见证方',
  },
  levels: { first: '初审', second: '复审', final: '终审', confidentiality: '保密审查' },
  verdicts: { approve: '同意', return: '退回修改', refuse: '不予发布', refer: '报保密部门确定' },
  severities: { block: '必须处理', review: '需复核', advise: '提示' },
  kinds: {
    policy: '政策性文件',
    interpretation: '政策解读',
    'public-notice': '公示',
    'service-guide': '办事指南',
    'annual-report': '年度报告',
    consultation: '征求意见稿',
    reply: '批复、复函、答复',
    personnel: '人事任免',
    circular: '通报、会议等非政策性公文',
    news: '动态、新闻',
  },
  forms: { text: '文字', image: '图片', video: '视频', interview: '访谈', media: '媒体' },
  states: {
    queued: '待发送',
    submitted: '审核中',
    approved: '已批准',
    returned: '已退回',
    refused: '不予发布',
    referred: '已报保密部门',
    withdrawn: '已撤回',
    void: '已失效',
    expired: '批准已过期',
    published: '已发布',
    retracted: '已撤稿',
    emergency: '应急发布，待补审',
    'to-retract': '应撤稿',
  },
} as const

/** The word for a code, or the code itself where a newer Worker has one that we do not know. */
export function wordFor(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code
}

/** 刚刚, 4 分钟前, 3 小时前, then the date. */
export function ago(at: number, now: number = Date.now()): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`
  return stamp(at)
}

/** 2026-06-12 09:05, in Shanghai. */
export function stamp(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Today in Shanghai, `YYYY-MM-DD`. */
export function shanghaiToday(now: number = Date.now()): string {
  return stamp(now).slice(0, 10)
}

/** How long somebody has waited: 12 分钟, 3 小时, 2 天. */
export function waitingFor(at: number, now: number = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000))
  if (minutes < 60) return `${Math.max(1, minutes)} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}

export function thousands(count: number): string {
  return count.toLocaleString('zh-CN')
}

export function bytes(size: number | null): string {
  if (size === null) return '大小未知'
  if (size < 1024) return `${size} 字节`
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`
}

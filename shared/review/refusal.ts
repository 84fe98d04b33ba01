/** Why an action on a review was refused. The sentence says what happened, why, and what to do next. */
export const REFUSALS = {
  'not-now': '当前状态下不能做这一步：送审单已由其他操作推进。请刷新后按最新状态处理。',
  'wrong-role': '您的角色不能做这一步：该操作由其他岗位负责。请联系本单位管理员确认分工。',
  'own-draft': '不能审核自己送审的稿件：送审与审核须由两人完成。请转交其他审核人。',
  'same-person': '您已在本轮的另一级审核中作过决定：两级审核须由两人完成。请转交其他审核人。',
  'not-author': '不能撤回他人送审的稿件：撤回由送审人办理。请联系送审人，或由审核人退回。',
  'wrong-level': '当前不在您负责的审核级次：审核须按级次依次进行。请等待上一级完成，或确认您的审核级次。',
  'changed-content': '稿件内容与送审时不一致：审核意见只对送审的内容有效。请由送审人重新送审。',
  'stale-version': '他人已先作出决定：您看到的不是最新状态。请刷新后查看先前的决定。',
  'reason-missing':
    '未填写理由：退回、不予发布、报保密部门，以及同意含“禁止发布”问题的稿件，都须说明理由。请填写后再提交。',
  'gates-missing': '五关未全部勾选：同意发布须逐项确认政治关、法律关、政策关、保密关、文字关。请逐项确认后再提交。',
  'syncs-missing':
    '三同步未全部确认：政策性文件与解读方案、解读材料须同步组织、同步审签、同步部署（国办发〔2016〕80号）。请逐项确认；做不到的，请退回修改。',
  'levels-missing': '未设定审核级次：送审至少需要一级，且各级不得重复。请联系管理员设置栏目的审核级次。',
  'not-named': '您未被指定为应急发布人员：先发后审只限指定人员办理。请送审，或联系管理员指定。',
  'nothing-changed': '稿件内容与送审时一致：没有需要作废的审核。请继续按原状态处理。',
} as const satisfies Record<string, string>

export type RefusalCode = keyof typeof REFUSALS

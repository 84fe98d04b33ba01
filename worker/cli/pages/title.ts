/** A title is one line and no sentence; a scraped text without line breaks has none, and 主送机关 ends in a colon. */
export const TITLE = /^[^|｜]{1,119}[^|｜。；;：:，,]$/
/** A letterhead stands above its title: a short line without a kind of document, above one with it. */
export const TITLE_KIND =
  /(?:通知|意见|办法|规定|细则|方案|措施|规划|条例|报告|公告|通告|公示|决定|批复|函|指南|解读)(?:[（(].{1,12}[）)])?$/

/** The 260 commonest surnames: more than 97 in 100 people; two-character ones apart. */
const SURNAMES =
  '王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙贺陶顾毛郝龚邵万钱严洪赖武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝肖闫丘阙'
const COMPOUND = '欧阳|上官|司马|诸葛|皇甫|尉迟|令狐|司徒|慕容|端木|东方|独孤|南宫|夏侯'
const NAME = new RegExp(
  `^(?:(?:${COMPOUND})[\\u4E00-\\u9FFF]{1,2}|[${SURNAMES}](?:[\\u4E00-\\u9FFF]{1,2}|[*某×X]{1,2}|[\\u4E00-\\u9FFF][*×X]|[*×X][\\u4E00-\\u9FFF]))$`,
)
const ETHNIC = /^[\u4E00-\u9FFF]{2,7}·[\u4E00-\u9FFF]{2,7}$/

/** Words of forms and notices that look like a surname and a given name. */
const WORDS = new Set(
  (
    '方案 方式 方法 方面 高中 高校 高级 高等 时间 金额 文件 文号 文化 文凭 安全 安排 项目 单位 成绩 成员 应届 应聘 常规 常住 全部 全日制 全称 全校 ' +
    '时限 明细 查询 管理 管理员 关系 关于 和平 连续 解读 简介 简历 简称 车牌 车辆 房号 路线 荣誉 商品 古建 农村 农业 师范 师资 师生 师德 党员 党支部 党组织 ' +
    '党委 华侨 温馨 温度 向上 严重 万元 毛笔 金融 夏季 白天 江西 江苏 贵州 石狮 石狮市 安溪 安溪县 金门 马上 任教 任课 任职 任务 于 程序 程度 范围 ' +
    '于年 康复 武术 龙岩 洪濑 关注 关键 包括 易地 易制 单亲 成人 边境 全国 全市 全省 全县 全区 司机 司法 司法局 景区 麻疹 卫健 卫健委 卫生 卫生室 明确 申请 申请人 申报 ' +
    '申诉 章程 纪检 纪委 纪律 路段 别 游客 游戏 管委会 华东 曲目 季度 宗教 桂林 蓝天 尚未 万人 向 左右 施工 宁德 宁夏 宁波 甘肃 田径 金属 古代 童年 童装 易 应急 应急办'
  ).split(' '),
)

/** True for what reads as a person's name: a known surname and one or two characters, also masked (张*, 李某), or a name with a middle dot. */
export function isPersonName(text: string): boolean {
  return (NAME.test(text) || ETHNIC.test(text)) && !WORDS.has(text)
}

const BEFORE =
  '联系人|姓名|学生|家长|监护人|考生|幼儿|户主|同学|申请人|负责人|经办人|受助人|手机|电话|老师|[男女]|父亲|母亲|主任|校长|科长|园长'
const AFTER = '同志|同学|老师|家长|女士|先生|主任|校长|科长|园长|电话|手机|联系|的|之'
const IN_TEXT = new RegExp(
  `(?<=^|[^\\u4E00-\\u9FFF]|${BEFORE})((?:${COMPOUND})[\\u4E00-\\u9FFF]{1,2}|[${SURNAMES}][\\u4E00-\\u9FFF]{1,2}?)(?=$|[^\\u4E00-\\u9FFF]|${AFTER})`,
  'g',
)

const ADJACENT = new RegExp(
  `((?:${COMPOUND})[\\u4E00-\\u9FFF]{1,2}|[${SURNAMES}][\\u4E00-\\u9FFF]{2}|[${SURNAMES}][\\u4E00-\\u9FFF])[^\\u4E00-\\u9FFF\\d]{0,3}(?:(?:联系)?电话|手机号?码?|联系方式|TEL)?[^\\u4E00-\\u9FFF\\d]{0,3}$`,
)

/** The person's name that a stretch of text ends with, but for a bracket, a colon or 电话. `null` where there is none. */
export function personNameAtEnd(text: string): string | null {
  const name = ADJACENT.exec(text.slice(-24))?.[1]
  return name === undefined || WORDS.has(name) || /电话|手机|联系/.test(name) ? null : name
}

/** The first person's name standing by itself in a stretch of text, or after a word such as 联系人. `null` where there is none. */
export function personNameIn(text: string): string | null {
  // Names of two characters are often set apart to the width of three: 张 三.
  for (const written of [text, text.replace(/(?<=[\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF])/g, '')])
    for (const [name] of written.matchAll(IN_TEXT)) if (!WORDS.has(name)) return name
  return null
}

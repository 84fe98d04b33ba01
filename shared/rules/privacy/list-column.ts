import { defineRule, type Hit } from '../rule.ts'
import { type Grid, type GridCell, gridsOf } from '../tables.ts'
import { forbiddenHead, isHarmlessValue, isOfficeList, NAME_HEAD, PERSON_HEAD } from './list-columns.ts'
import { isPersonName } from './person-name.ts'

const CHILD = /小学|幼儿园|初中|幼儿|七年级|八年级|[一二三四五六]年级|实小|附小/
/** Words before a table that make it a form to fill in, and those that make it a list after all. */
const FORM =
  /申请表|登记表|报名表|审批表|推荐表|汇总表|统计表|信息表|申报表|回执|样表|格式|模板|填报|填写|采集表|备案表|附件\s?\d{0,2}\s?:?\s*$|表(?:\(.{0,20}\))?\s*$/
const LIST = /名单|公示|公布|公告|花名册|名册/

export const privacyListColumn = defineRule({
  id: 'privacy/list-column',
  title: '名单含有不得公示的栏目',
  severity: 'block',
  basis: '教财厅函〔2017〕28号；《中华人民共和国个人信息保护法》第二十五条、第二十八条',
  advice: '删去这一列，只保留姓名、学校、院系、年级、专业、班级等必要信息',
  *check({ title, texts }) {
    const heading = title.places[0]?.text ?? ''
    for (const view of texts) for (const grid of gridsOf(view)) yield* hitsIn(grid, heading)
  },
  finds: [
    '姓名｜学校｜班级｜[[家庭住址]]',
    '姓名\t学校\t[[身份证号]]\n张三\t丰泽实小\t350583201503150027',
    '<table><tr><th>序号</th><th>学生姓名</th><th>学校</th><th>[[困难类型]]</th></tr><tr><td>1</td><td>李小明</td><td>实验小学</td><td>低保</td></tr></table>',
    '<p>姓名 学校 年级 [[联系电话]]</p><p>张三 实验中学 高一 13800138000</p><p>李四 实验中学 高二 13800138001</p>',
    '姓名，学校，[[身份证号]]\n张三，丰泽实小，350583201503150027',
    '姓名\t张三\n[[家庭住址]]\t东街12号\n班级\t三年级',
    '学生\t班级\t[[家长电话]]\n张三\t三年级\t13800138000',
    '学生姓名\t指导教师\t[[联系电话]]\n张三\t李四\t13800138000',
    '<table><tr><td>姓 名</td><td>专业</td><td>[[出生年月]]</td></tr><tr><td>王 芳</td><td>会计</td><td>2006.05</td></tr></table>',
  ],
  passes: [
    '姓名｜学校｜院系｜年级｜专业｜班级',
    '公示受助学生姓名、学校、院系、年级、专业、班级等基本信息,不得将学生身份证件号码、家庭住址、电话号码、出生日期等个人敏感信息进行公示。',
    '姓名\t职务\t联系电话\n张三\t科长\t0595-22767196',
    '姓名\t学校\t身份证号\n张三\t丰泽实小\t35*************123',
    '<p>附件2 报名汇总表</p><table><tr><td>序号</td><td>姓名</td><td>身份证号</td><td>联系电话</td></tr><tr><td>1</td><td></td><td></td><td></td></tr></table>',
    '<table><tr><td>姓名</td><td></td><td>性别</td><td></td><td>身份证号</td><td></td></tr><tr><td>学校</td><td></td><td>民族</td><td></td><td>住址</td><td></td></tr></table>',
    '姓名\t性别\t出生年月\t现任职务\t拟任职务\n张三\t男\t1980.01\t科员\t副科长',
    '学校\t责任督学姓名\t联系电话\n实验小学\t张三\t22767196',
    '学校名称\t联系人\t联系电话\n实验小学\t张三\t22767196',
  ],
})

function* hitsIn(grid: Grid, heading: string): Generator<Hit> {
  const [nameHead, isList] = nameHeadOf(grid, heading)
  if (nameHead === null) {
    yield* formHits(grid)
    return
  }
  const heads = grid.rows
    .flat()
    .filter((cell) => Math.abs(cell.row - nameHead.row) <= 1 && cell.row <= nameHead.row + 1)
  const headRow = heads.filter((cell) => cell.row === nameHead.row)
  const office = isOfficeList(heads) && !/学生|资助|补助|助学/.test(grid.before)
  const child = CHILD.test(heading + grid.before) || grid.rows.flat().some((cell) => CHILD.test(cell.text))
  for (const cell of heads) {
    const column = forbiddenHead(cell)
    if (column === null || (column.publicForOffice && office)) continue
    const values = valuesOf(grid, cell)
    if (values.length > 0 && values.every((value) => isHarmlessValue(column, value.text))) continue
    if (cell.row !== nameHead.row && (values.length === 0 || headRow.some((one) => one.column === cell.column)))
      continue
    const shown = values.length > 0 ? `${values.length} 行` : '表头'
    const young = child ? '；涉及中小学生或幼儿，不满十四周岁的还须监护人同意' : ''
    yield {
      ...cell.span,
      why: `“${nameHead.text}”与“${cell.text}”同在一张${isList}（${shown}）：${column.what}不得公示${young}`,
    }
  }
}

/** A form has no more cells than this. */
const FORM_CELLS = 400

/** A form about one person, filled in: 姓名 and a name beside it, and a forbidden head with its value beside it. */
function* formHits(grid: Grid): Generator<Hit> {
  const cells = grid.rows.flat()
  if (cells.length > FORM_CELLS) return
  const beside = (cell: GridCell) =>
    cells.find((one) => one.row === cell.row && one.column === cell.column + 1)?.text ?? ''
  const name = cells.find((cell) => NAME_HEAD.test(cell.text) && isPersonName(beside(cell)))
  if (name === undefined) return
  for (const cell of cells) {
    const column = forbiddenHead(cell)
    const value = beside(cell)
    if (column === null || column.publicForOffice || value === '' || isHarmlessValue(column, value)) continue
    yield { ...cell.span, why: `${beside(name)}的表格里填有“${cell.text}”：${column.what}不得公示` }
  }
}

/** The head of the column of names, where the table is a list of people and no blank form. */
function nameHeadOf(grid: Grid, heading: string): [GridCell | null, string] {
  const cells = grid.rows.flat()
  const named = cells.find((cell) => NAME_HEAD.test(cell.text))
  const head = named ?? cells.find((cell) => PERSON_HEAD.test(cell.text)) ?? null
  if (head === null) return [null, '']
  const below = valuesOf(grid, head)
  const names = below.filter((cell) => isPersonName(cell.text))
  if (names.length > 0 && names.length * 2 >= below.length) return [head, '名单']
  if (named === undefined) return [null, '']
  const isForm = FORM.test(grid.before) || (FORM.test(heading) && !LIST.test(heading))
  const labels = below.length > 0
  return labels || isForm ? [null, ''] : [head, '表']
}

function valuesOf(grid: Grid, head: GridCell): GridCell[] {
  return grid.rows.flat().filter((cell) => cell.column === head.column && cell.row > head.row)
}

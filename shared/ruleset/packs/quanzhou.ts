import type { Roster } from '../roster.ts'

const COUNTIES = '鲤城区 丰泽区 洛江区 泉港区 石狮市 晋江市 南安市 惠安县 安溪县 永春县 德化县'.split(' ')

/** 泉州的机构和地名: the example bureau. Another bureau copies this page and changes the names. */
export const quanzhou: Roster = {
  id: 'wording/quanzhou-names',
  title: '泉州的机构名、地名有误',
  severity: 'block',
  basis: '国办秘函〔2019〕19号：严重表述错误单项否决',
  advice: '按正确的名称改正',
  nearMiss: true,
  entries: [
    '福建省',
    '泉州市',
    ...COUNTIES,
    '福建省人民政府',
    '福建省教育厅',
    '泉州市人民政府',
    '泉州市教育局',
    '泉州市教育局办公室',
    '中共泉州市委',
    '泉州台商投资区',
    '泉州经济技术开发区',
    '泉州师范学院',
    '泉州第五中学',
    '泉州市第七中学',
    '泉州幼儿师范高等专科学校',
    ...COUNTIES.map((name) => `${name}教育局`),
  ].map((name) => ({ name })),
  // 全州市场、历城区、罗江区 and the like are other words and other places.
  except: [
    '全州市',
    '全市州',
    '全港区',
    '历城区',
    '罗江区',
    '黎城区',
    '进江市场',
    '会安县',
    '永春市',
    '前港区',
    '港全区',
    '覆盖福建',
  ],
  finds: [
    '[[泉洲市教育局]]印发',
    '[[福健省教育厅]]、[[福键省]]、[[峰泽区]]、[[晋江巿]]',
    '<p>[[丰<b>择</b>区]]各中小学</p>',
    '[[安西县教育局]]',
  ],
  passes: [
    '泉州市教育局，丰泽区，晋江市',
    '泉州是历史文化名城，泉州市教育具有优势，海南按市场化，济南市安全',
    '全州市场监管，济南市历城区，德阳市罗江区',
    '职业教育培训',
  ],
}

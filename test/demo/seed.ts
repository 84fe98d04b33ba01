import type { Content } from './article.ts'
import type { Store } from './store.ts'

const articles: (Partial<Content> & { published: boolean })[] = [
  {
    published: true,
    ...{ channel: '工作动态', title: '全市中小学校园安全工作会议召开', department: '校安科', source: '' },
    content: '<p>11月18日，全市中小学校园安全工作会议在泉州召开。会议总结今年以来校园安全工作，部署冬季安全检查。</p>',
  },
  {
    published: true,
    ...{ channel: '政策解读', title: '一图读懂《泉州市义务教育课后服务工作办法》', department: '中教科' },
    content: '<p>课后服务由学校统一组织，家长自愿选择。每天服务时间一般不少于2小时。</p>',
  },
  {
    published: false,
    ...{ channel: '政策解读', title: '《泉州市义务教育课后服务工作办法》文字解读', department: '中教科' },
    content: '<p>一、制定背景。二、主要内容。三、适用范围。</p>',
  },
  {
    published: true,
    ...{ channel: '通知公告', title: '泉州市教育局关于2026年冬季学期放寒假时间的通告', department: '初幼教科' },
    content: '<p>各县（市、区）教育局，市直各学校：现将2026年寒假时间安排通告如下。</p>',
  },
]

/** Puts a few articles into an empty store, so that the list and the interpretations to link look like an office at work. */
export async function seed(store: Store, now: () => string): Promise<void> {
  if ((await store.list()).length > 0) return
  for (const { published, ...content } of articles) {
    const article = await store.create(content, now())
    if (published) await store.publish(article, now())
  }
}

import type { YearPlan } from '#shared/calendar/year-plan.ts'

/** An invented 2027: its days off are not those of any notice, only enough of them. */
export const exampleYear: YearPlan = {
  year: 2027,
  notices: ['https://www.example.gov.cn/2027.htm'],
  off: ['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
  work: ['10-09'],
}

/** The schema that Chromium wants beside the manifest. It reads only what stands here, and hands over nothing of another type. */
export const managedSchema = {
  type: 'object',
  properties: {
    worker: { title: '服务端地址', description: '如 https://menxia.example.gov.cn', type: 'string' },
    tenant: { title: '单位代码', description: '只许这个单位的人登录', type: 'string' },
    sites: { title: '必须开启的网站', description: '内容管理系统的地址', type: 'array', items: { type: 'string' } },
    failPolicy: {
      title: '连不上服务端时',
      description: 'closed：一律不放行；clean-open：没有发现问题的可以发布',
      type: 'string',
      enum: ['closed', 'clean-open'],
    },
  },
} as const

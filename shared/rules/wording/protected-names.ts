/** Names that a public page must not get wrong. Facts; none of them is a forbidden word. Four characters and more, so that no ordinary text comes near. Without its last character none is a word. */
export const STATE_NAMES: readonly string[] = [
  '习近平新时代中国特色社会主义思想',
  '习近平总书记',
  '中华人民共和国',
  '中国共产党',
  '中国特色社会主义',
  '中华民族伟大复兴',
  '全国人民代表大会',
  '中国人民政治协商会议',
  '中共中央办公厅',
  '国务院办公厅',
  '中央纪律检查委员会',
  '中国人民解放军',
  '马克思列宁主义',
  '毛泽东思想',
  '邓小平理论',
  '教育部办公厅',
  '人民代表大会',
  '人民政府',
  '政府信息公开条例',
  '中国共产党中央委员会',
  '中央军事委员会',
  '中央政治局',
  '国家监察委员会',
  '全国人民代表大会常务委员会',
  '人大常委会',
  '最高人民法院',
  '最高人民检察院',
  '人民法院',
  '人民检察院',
  '中国共产主义青年团',
  '中国少年先锋队',
  '社会主义核心价值观',
  '国家发展和改革委员会',
  '国家市场监督管理总局',
]

/** 党和国家领导人. Three characters come near to other people's names, so a miss counts only beside an office. */
export const LEADERS: readonly string[] =
  '习近平 毛泽东 周恩来 刘少奇 邓小平 江泽民 胡锦涛 朱镕基 温家宝 李克强 李先念 杨尚昆 吴邦国 张德江 栗战书 赵乐际 王沪宁 丁薛祥'.split(
    ' ',
  )

/** Forms that are not to be used for a name, and the phrases in which the characters mean something else. */
export const WRONG_FORMS: readonly { form: string; right: string; except: readonly string[] }[] = [
  { form: '全国人大代表大会', right: '全国人民代表大会', except: [] },
  {
    form: '习总书记',
    right: '习近平总书记',
    except: ['学习总书记', '研习总书记', '复习总书记', '温习总书记'],
  },
  {
    form: '习大大',
    right: '习近平总书记',
    except: ['学习大大', '练习大大', '复习大大', '实习大大', '自习大大', '补习大大'],
  },
]

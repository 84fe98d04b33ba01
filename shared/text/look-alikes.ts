/** U+2E80–2EFF, which NFKC leaves as they are: the radicals that a PDF or a copied page puts for whole characters. Pairs of radical and character. */
const RADICALS =
  '⺀冫⺁厂⺃乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋已⺌小⺍小⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯竜⻰龙⻱龟⻲亀'

/** Letters of other scripts, small capitals and dingbat digits that look like a plain one and that NFKC leaves. Pairs of group and its plain row. */
const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', [...'ABCDEFGHIJKLMNOPRSTUVWYZ']],
  ['АВЕКМНОРСТУХЅІЈавекмнорстухѕіј', [...'ABEKMHOPCTYXSIJABEKMHOPCTYXSIJ']],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', [...'ABEZHIKMNOPTYX']],
  [
    '❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓',
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].flatMap((one, _, all) =>
      one === '1' ? [...all, ...all, ...all] : [],
    ),
  ],
  ['⓿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴', ['0', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20']],
  ['🄰🄱🄲🄳🄴🄵🄶🄷🄸🄹🄺🄻🄼🄽🄾🄿🅀🅁🅂🅃🅄🅅🅆🅇🅈🅉', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']],
  ['🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']],
  ['🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']],
]

function pairs(text: string): [string, string][] {
  const characters = [...text]
  return characters.flatMap((one, index): [string, string][] =>
    index % 2 === 0 ? [[one, characters[index + 1]!]] : [],
  )
}

/** A character that looks like another → that other, for those Unicode's own NFKC does not fold. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs(RADICALS),
  ...ROWS.flatMap(([group, plain]) => [...group].map((one, index): [string, string] => [one, plain[index]!])),
])

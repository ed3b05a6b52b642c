import type { ErrorCode } from 'yaml';

/** What the parser of YAML stumbles over, in Chinese: it has words for each kind, where the English of the parser tells the case. */
export const parserWordsZh: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: '别名不能带属性',
  BAD_ALIAS: '别名或锚点名称有误',
  BAD_COLLECTION_TYPE: '集合的类型与标签不符',
  BAD_DIRECTIVE: '指令有误',
  BAD_DQ_ESCAPE: '双引号内的转义有误',
  BAD_INDENT: '缩进有误',
  BAD_PROP_ORDER: '锚点和标签的位置有误',
  BAD_SCALAR_START: '值不能以此字符开头',
  BLOCK_AS_IMPLICIT_KEY: '此处不能嵌套映射或列表',
  BLOCK_IN_FLOW: '括号内不能有成块的集合',
  DUPLICATE_KEY: '键重复',
  IMPOSSIBLE: '无法解析',
  KEY_OVER_1024_CHARS: '键超过 1024 个字符',
  MISSING_CHAR: '缺少字符（引号、括号、冒号、逗号、空格或 -）',
  MULTILINE_IMPLICIT_KEY: '键须写在一行内',
  MULTIPLE_ANCHORS: '一处只能有一个锚点',
  MULTIPLE_DOCS: '只能有一个文档',
  MULTIPLE_TAGS: '一处只能有一个标签',
  NON_STRING_KEY: '键须为文字',
  RESOURCE_EXHAUSTION: '内容过多',
  TAB_AS_INDENT: '不能用制表符缩进',
  TAG_RESOLVE_FAILED: '标签无法识别',
  UNEXPECTED_TOKEN: '此处有多余的内容',
};

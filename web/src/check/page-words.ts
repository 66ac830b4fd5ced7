import type { Words } from './words';

const both = (en: string, zh: string): Words => ({ en, zh });

/** The words of the page that checks a receipt by itself. */
export const pageWords = {
  title: both('Check a receipt', '核对回执'),
  intro: both(
    'A receipt (.tlog-proof) shows that an entry is in the public log and was not changed since. Everything is computed in this browser; no server has to be trusted, and nothing you drop here is sent anywhere.',
    '回执（.tlog-proof）证明某条记录在公开日志中且此后未被改动。所有计算都在本浏览器内完成，无需信任任何服务器；您放入的内容不会发送到任何地方。'),
  file: both('A receipt file: choose it, or drop it here', '回执文件：点击选择，或拖放到此处'),
  paste: both('or paste its text', '或粘贴其内容'),
  keys: both('I have the log\'s keys from elsewhere', '我另有该日志的公钥'),
  keysWhat: both('The text of /policy or /keys.txt, as printed or published by somebody you trust', '/policy 或 /keys.txt 的内容，来自您信任的印刷品或机构'),
  check: both('Check', '核对'),
  other: both('中文', 'English'),
  checking: both('Checking', '正在核对'),
  says: both('What the log says', '日志所载'),
  claims: both('What the receipt claims, unproven', '回执自称的内容（未获证实）'),
  computed: both('What was computed', '计算所得'),
  forget: both('Forget what this browser remembers of this log', '清除本浏览器对该日志的记忆'),
  forgotten: both('Forgotten. The next check is a first one.', '已清除。下一次核对将视为首次。'),
  place: both('Place in the log', '日志中的位置'),
} as const;

import { expect, test } from 'vitest';
import { tell, type World } from './fake-io.ts';
import { shortQueue } from './short-queue.ts';

/** What a command says on standard error in Chinese, line by line; lines that only show the file are left out. */
async function said(argv: readonly string[], world: World = {}): Promise<readonly string[]> {
  const { talk } = await tell(argv, { ...world, environment: { LANG: 'zh_CN.UTF-8' } });
  return talk.split('\n').filter((line) => line !== '' && !/^ +\d* \|/u.test(line));
}

test.each([
  [['run'], ['错误：缺少参数“file”']],
  [['run', 'a', 'b'], ['错误：参数过多：应为 1 个，现有 2 个：a, b']],
  [
    ['run', 'a.yaml', '--sed', '3'],
    ['错误：没有选项“--sed”', '（是否指 --seed？）'],
  ],
  [['run', 'a.yaml', '--log'], ['错误：选项“--log <file>”缺少值']],
  [['run', 'a.yaml', '--json', '--format', 'csv'], ['错误：选项“--json”不能与“--format <format>”并用']],
  [['check', 'sea-import', '--by', 'magic'], ['错误：选项“--by <how>”不能取“magic”，可取：proof、chance、run']],
  [['run', 'a.yaml', '--replications', '0'], ['错误：选项“--replications <n>”不能取“0”：须为 1 至 1000000 的整数。']],
  [['run', 'a.yaml', '--log', 'x.txt'], ['错误：选项“--log <file>”不能取“x.txt”：文件名须以 .ndjson 或 .csv 结尾。']],
  [['check', 'sea-import', '--replay', 'x'], ['错误：选项“--replay <path>”不能取“x”：路径须为以 : 相隔的数字。']],
  [['check', 'sea-import', '--seed', 'x'], ['错误：“--seed”用于“--by chance”或“--by run”，不能用于“--by proof”']],
  [
    ['check', 'sea-import', '--by', 'chance', '--replay', '1', '--histories', '3'],
    ['错误：--histories 用于新的经过，不能与重现一条经过的 --replay 并用'],
  ],
  [
    ['check', 'sea-imprt'],
    ['错误：没有流程“sea-imprt”', '（是否指 sea-import？）'],
  ],
  [['flow', 'x'], ['错误：没有流程“x”；现有：sea-import']],
  [['learn', '3', '--answer', 'soon'], ['错误：答案不是数字：现为 soon，应为以 h 计的数字，如 --answer 2.5']],
  [['frobnicate'], ['错误：“frobnicate”既不是命令也不是文件']],
  [['valdate'], ['错误：“valdate”既不是命令也不是文件', '（是否指 validate？）']],
  [
    ['a.yaml', 'run'],
    ['错误：“run”既不是命令也不是文件', '（命令在前，选项在后：clearsim run ...）'],
  ],
  [
    ['check', 'tests/docs/port.csv'],
    ['错误：要检验哪些规则？请用 --rules FILE 给出规则文件，或用 --flow NAME 给出自带规则的流程'],
  ],
])('%j', async (argv, lines) => {
  expect(await said(argv)).toEqual(lines);
});

test('the language is that of the command line, wherever it says it, else that of the environment', async () => {
  const english = "error: unknown option '--sed'\n(Did you mean --seed?)\n";
  expect((await tell(['--lang=zh', 'run', '--sed'])).talk).toContain('错误：');
  expect((await tell(['run', '--sed'], { environment: { LANG: 'zh_CN.UTF-8' } })).talk).toContain('错误：');
  expect((await tell(['run', '--sed', '--lang', 'en'], { environment: { LANG: 'zh_CN.UTF-8' } })).talk).toBe(english);
  expect((await tell(['run', '--lang', 'fr'])).talk).toContain('Allowed choices are en, zh.\n');
});

test('what cannot be read or written', async () => {
  expect(await said(['validate', 'no.yaml'])).toEqual([
    'no.yaml 无法使用：1 处错误。',
    'no.yaml:1:1',
    '     无法读取此文件：没有此文件或文件夹（ENOENT）',
  ]);
  expect(await said(['keys', '-o', 'keys.txt'], { fileFails: 'ENOSPC' })).toEqual([
    '错误：无法写入“keys.txt”：磁盘空间已满（ENOSPC）',
  ]);
});

test('every mistake of a file of rules at once: a rule that is wrong hides none of the others', async () => {
  const rules = `flow: sea-import
rules:
  - {id: A, respons: {after: lodged, then: released}}
  - {id: B, response: {after: lodgd, then: released}}
  - {id: C, existence: relesed, tolerate: 120 %}
  - {id: D, share: {of: A, atLeast: 95 %}}
  - {id: D, share: {of: E, atLeast: 95 %}}
`;
  const lines = (await said(['validate', 'r.yaml'], { files: { 'r.yaml': rules } })).map((line) =>
    line.replace(/应为 existence、.*notChainSuccession/u, '应为 …'),
  );
  expect(lines).toEqual([
    'r.yaml 无法使用：5 处错误。',
    'r.yaml:3:13   rules.0.respons',
    '     此处没有“respons”这一项：现为 respons，应为 …；最接近：response',
    'r.yaml:4:31   rules.1.response.after',
    '     sea-import 没有事件“lodgd”：现为 lodgd，应为里程碑、enter:状态、leave:状态、start:作业、end:作业、due:等待 或 fee:费用；最接近：lodged',
    'r.yaml:5:43   rules.2.tolerate',
    '     比例最多为 100 %：现为 120 %，应为 0 % 至 100 % 的比例，如 12 % 或 0.12',
    'r.yaml:7:10   rules.4.id',
    '     另一条规则已用此编号：现为 D，应为不同的编号',
    'r.yaml:7:25   rules.4.share.of',
    '     此文件中没有此编号的规则：现为 E，应为规则的编号，或 {from: .., to: .., within: ..}；最接近：A',
  ]);
});

test('what a flow with mistakes names is looked up as well; a scenario and its rules are read together', async () => {
  const scenario = `name: f
runn: {horizon: 1 weeks}
run: {horizon: 1 weeks}
arrivals: {consignments: {every: exponential(10 min)}}
flow:
  initial: a
  states:
    a: {invoke: {src: review, onDon: b}, after: {pause: c}}
    b: {type: fnal}
activities: {reviw: {takes: 3 min, needs: officer}}
delays: {pause: 3}
resources: {officers: 3}
`;
  const files = { 'f.yaml': scenario, 'r.yaml': 'rules:\n  - {id: A}\n' };
  const lines = await said(['check', 'f.yaml', '--rules', 'r.yaml'], { files });
  const places = lines.flatMap((line) => /^\S+:\d+(?=:)/u.exec(line)?.[0] ?? []);
  expect(lines[0]).toBe('f.yaml 无法使用：7 处错误。');
  expect(places).toEqual([2, 8, 8, 8, 9, 10, 11].map((line) => `f.yaml:${line}`).concat('r.yaml:2'));
  expect(lines).toContain(
    '     作业“review”没有定义：现为 review，应为 reviw，或 activities 下的“review”一项；最接近：reviw',
  );
  expect(lines).toContain('     流程写法中没有此项：现为 onDon，应为 src、id 或 onDone；最接近：onDone');
  expect(lines).toContain('     没有这个状态：现为 c，应为 a 或 b；最接近：a');
});

test('a flow that cannot be compiled', async () => {
  const scenario = `name: f
run: {horizon: 1 weeks}
arrivals: {consignments: {every: exponential(10 min)}}
flow: {initial: a, states: {a: {always: b}, b: {always: a}}}
`;
  expect(await said(['validate', 'f.yaml'], { files: { 'f.yaml': scenario } })).toEqual([
    'f.yaml 无法使用：1 处错误。',
    'f.yaml:4:45   flow.states.b',
    '     `always` 与引发的事件会循环不止：b -> a',
  ]);
});

test('a log that cannot be used', async () => {
  const rules = 'rules:\n  - {id: A, existence: released}\n';
  const of = async (file: string, text: string): Promise<readonly string[]> =>
    await said(['check', file, '--rules', 'r.yaml'], { files: { [file]: text, 'r.yaml': rules } });
  expect(await of('a.csv', 'consignment,what\nC1,released\n')).toEqual([
    'a.csv 无法使用：1 处错误。',
    'a.csv:1:1',
    '     没有事件列：现为 consignment, what，应为列名为 concept:name 或 activity 或 event 或 event name 或 activity name 或 event type 或 task 的一列',
  ]);
  expect(await of('a.csv', 'case,event,time\nC1,released,soon\n')).toEqual([
    'a.csv 无法使用：2 处错误。',
    'a.csv:2:1',
    '     不是时间：现为 soon，应为时间，如 2017-03-06T14:05:09+08:00（ISO 8601）',
    'a.csv:1:1',
    '     无法读取的行过多：现为 1/1，应为至多百分之一',
  ]);
  expect(await of('a.xes', '<log><trace></log>')).toEqual([
    'a.xes 无法使用：1 处错误。',
    'a.xes:1:18',
    '     XML 格式有误（unexpected close tag）',
  ]);
  expect(await of('a.csv', 'case,event\nC1,relesed\n')).toEqual([
    'a.csv 无法使用：1 处错误。',
    'A',
    '     日志中没有事件“released”；最接近：relesed',
  ]);
});

test('a lesson that cannot be used', async () => {
  const lesson = 'steps: []\ntitle: {en: A lesson, zh: 一课}\n';
  const lines = await said(['validate', 'l.yaml'], { files: { 'l.yaml': lesson } });
  expect(lines.slice(0, 3)).toEqual(['l.yaml 无法使用：7 处错误。', 'l.yaml:1:1', '     缺少 aim：应为 aim:']);
  expect(lines.slice(-2)).toEqual(['l.yaml:1:8   steps', '     此列表过短：现为 []，应为至少 1']);
});

test('JSON has English where it always was, and Chinese beside it, whatever the language', async () => {
  const files = { 'r.yaml': 'rules:\n  - {id: A, canEnd: yes}\n' };
  const { out } = await tell(['validate', 'r.yaml', '--json', '--lang', 'zh'], { files });
  expect(JSON.parse(out)).toEqual({
    files: [
      {
        file: 'r.yaml',
        right: false,
        mistakes: [
          {
            code: 'wrong-value',
            path: ['rules', 0, 'canEnd'],
            place: { file: 'r.yaml', line: 2, column: 21 },
            found: 'yes',
            message: 'this says nothing',
            messageZh: '没有内容',
            expected: 'canEnd: true',
            expectedZh: 'canEnd: true',
          },
        ],
      },
    ],
  });
});

test('a run that is ended, or cannot go on; where the result was written; how far it is', async () => {
  const files = { 'queue.yaml': shortQueue(10) };
  let breaths = 0;
  const onBreath = (raise: (signal: 'SIGINT') => void): void => {
    if (++breaths === 9) raise('SIGINT');
  };
  expect(await said(['run', 'queue.yaml', '-o', 'x.txt'], { files, onBreath })).toEqual([
    '已写入：x.txt',
    '被 SIGINT 中止：已完成 4/10 次重复。完整运行：clearsim run queue.yaml -o x.txt',
  ]);
  const circle = `name: 循环
flow: {initial: a, states: {a: {invoke: {src: bay, onDone: [{guard: lucky, target: done}, {target: b}]}}, b: {invoke: {src: bay, onDone: a}}, done: {type: final}}}
arrivals: {consignments: {every: 1 h}}
activities: {bay: {needs: bays, holds: true}}
chances: {lucky: 0 %}
resources: {bays: 1}
run: {horizon: 10 h, warmUp: 0 h, seed: story, replications: 2}
`;
  expect((await said(['run', 'c.yaml'], { files: { 'c.yaml': circle } })).at(-1)).toMatch(
    /^错误：无尽循环：循环，第 1 次重复，第 1\.0 小时：货物 0 在同一时刻走了超过 10,000 步，往复于 “[ab]”“[ab]”。$/u,
  );
  const progress = (await said(['run', 'queue.yaml'], { files, isTerminal: true })).join('');
  expect(progress).toMatch(
    /\r已完成 \d+\/10 次重复(?:，全流程时间精度 [\d.]+ %（目标 [\d.]+ %）)?，已模拟 [\d,]+ 票货物/u,
  );
});

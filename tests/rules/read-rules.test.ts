import { expect, test } from 'vitest';
import type { Mistake } from '../../src/base/index.ts';
import { rule } from '../../src/rules/build.ts';
import { claimKeys } from '../../src/rules/claim-language.ts';
import { readRules } from '../../src/rules/read-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';

function read(text: string): readonly Rule[] {
  const book = readRules({ file: 'my.yaml', text });
  if (!book.ok) throw new Error(book.wrong.map(told).join('\n'));
  return book.value.rules;
}

function told({ place, message, found = '', expected, nearest }: Mistake): string {
  return `${place?.line ?? '?'}:${place?.column ?? '?'} ${message.en}; found ${found}; expected ${expected?.en ?? ''}${nearest === undefined ? '' : ` (${nearest}?)`}`;
}

/** Everything that a rule may claim, as a sentence lists it. */
const anyClaim = `${claimKeys.slice(0, -1).join(', ')} or ${claimKeys.at(-1) ?? ''}`;

function mistakes(text: string): readonly string[] {
  const book = readRules({ file: 'my.yaml', text });
  return book.ok ? [] : book.wrong.map(told);
}

test('every form is read as the programs build it', () => {
  const text = `flow: sea-import
rules:
  - {id: a1, existence: {event: lodged, times: 2}}
  - {id: a2, absence: {event: [destroyed, returned]}, when: {credit: discredited}}
  - {id: a3, exactly: {event: accepted, times: 1}}
  - {id: a20, absence: destroyed}
  - {id: a4, init: arrived}
  - {id: a5, end: removed}
  - {id: a6, choice: [released, returned]}
  - {id: a7, notCoexistence: [disposed, [released, removed]]}
  - {id: a8, respondedExistence: {if: lodged, then: arrived}}
  - {id: a9, chainPrecedence: {before: b, directly: a}}
  - id: b1
    says: {en: Completed in time., zh: 按期完成。}
    law: Notice 127 of 2019
    confidence: high
    severity: warning
    tolerate: 0.5 %
    response: {after: summaryAccepted, then: completeAccepted, within: 14 calendar days, from: arrived}
  - {id: b2, precedence: {before: b, need: a, atLeast: 2 h, within: 3 h, hours: office}, different: officer}
  - {id: b3, between: {from: sealed, to: unsealed, never: opened}}
  - {id: b4, never: {all: [{in: goods.leaving}, {not: {in: declaration.released}}]}}
  - {id: b5, possible: released}
  - {id: b6, canEnd: true}
`;
  const built: readonly Rule[] = [
    rule({ id: 'a1', existence: { event: 'lodged', times: 2 } }),
    rule({ id: 'a2', absence: { event: ['destroyed', 'returned'] }, when: { credit: 'discredited' } }),
    rule({ id: 'a3', exactly: { event: 'accepted', times: 1 } }),
    rule({ id: 'a20', absence: { event: 'destroyed' } }),
    rule({ id: 'a4', init: 'arrived' }),
    rule({ id: 'a5', end: 'removed' }),
    rule({ id: 'a6', choice: ['released', 'returned'] }),
    rule({ id: 'a7', notCoexistence: ['disposed', ['released', 'removed']] }),
    rule({ id: 'a8', respondedExistence: { if: 'lodged', then: 'arrived' } }),
    rule({ id: 'a9', chainPrecedence: { before: 'b', directly: 'a' } }),
    rule({
      id: 'b1',
      says: { en: 'Completed in time.', zh: '按期完成。' },
      law: 'Notice 127 of 2019',
      confidence: 'high',
      severity: 'warning',
      tolerate: '0.5 %',
      response: { after: 'summaryAccepted', then: 'completeAccepted', within: '14 calendar days', from: 'arrived' },
    }),
    rule({
      id: 'b2',
      precedence: { before: 'b', need: 'a', atLeast: '2 h', within: '3 h', hours: 'office' },
      different: 'officer',
    }),
    rule({ id: 'b3', between: { from: 'sealed', to: 'unsealed', never: 'opened' } }),
    rule({ id: 'b4', never: { all: [{ in: 'goods.leaving' }, { not: { in: 'declaration.released' } }] } }),
    rule({ id: 'b5', possible: 'released' }),
    rule({ id: 'b6', canEnd: true }),
  ];
  expect(read(text)).toEqual(built);
  expect(built.find(({ id }) => id === 'b1')).toEqual({
    id: 'b1',
    says: { en: 'Completed in time.', zh: '按期完成。' },
    source: 'Notice 127 of 2019',
    confidence: 'high',
    severity: 'warning',
    tolerate: 0.005,
    claim: {
      template: 'response',
      a: 'summaryAccepted',
      b: 'completeAccepted',
      window: { within: { unit: 'calendarDays', count: 14 }, from: 'arrived' },
    },
  });
});

test('what a rule says may be said once for both languages, or in one of them', () => {
  const says = (text: string): unknown => read(`rules:\n  - {id: A, says: ${text}, canEnd: true}\n`)[0]?.says;
  expect(says('It ends.')).toEqual({ en: 'It ends.', zh: 'It ends.' });
  expect(says('{en: It ends.}')).toEqual({ en: 'It ends.', zh: 'It ends.' });
  expect(says('{zh: 终将办结。}')).toEqual({ en: '终将办结。', zh: '终将办结。' });
  expect(says('{en: It ends., zh: 终将办结。}')).toEqual({ en: 'It ends.', zh: '终将办结。' });
  expect(mistakes('rules:\n  - {id: A, says: {}, canEnd: true}\n')[0]).toMatch(/^2:19 this says nothing/u);
});

test('amounts, shares, quantiles, lines and comparisons of runs are read', () => {
  const claims = read(`rules:
  - {id: c1, amount: {fee: lateDeclaration, equals: statutory}}
  - {id: c2, amount: {fee: storage, atMost: 500 CNY}}
  - {id: c3, share: {of: c8, atLeast: 95 %}}
  - {id: c4, share: {of: {from: lodged, to: released, within: 24 h}, atLeast: 95 %}}
  - {id: c5, quantile: {p90: [arrived, released], atMost: 48 h}}
  - {id: c6, queue: {resource: lab, atMost: 40, for: 95 %}}
  - {id: c7, monotone: {change: {resources.inspectors.count: {add: 1}}, indicator: releaseTime, never: longer}}
  - {id: c8, init: lodged}
`)
    .slice(0, 7)
    .map(({ claim }) => claim);
  expect(claims).toEqual([
    { amount: { fee: 'lateDeclaration', equals: 'statutory' } },
    { amount: { fee: 'storage', atMost: 500 } },
    { share: { of: 'c8', atLeast: 0.95 } },
    { share: { of: { from: 'lodged', to: 'released', within: { unit: 'minutes', count: 1440 } }, atLeast: 0.95 } },
    { quantile: { level: 0.9, from: 'arrived', to: 'released', atMost: 2880 } },
    { queue: { resource: 'lab', atMost: 40, for: 0.95 } },
    {
      monotone: { change: { 'resources.inspectors.count': { add: 1 } }, indicator: 'releaseTime', never: 'longer' },
    },
  ]);
});

test('what is wrong is told with its place, all at once', () => {
  expect(
    mistakes(`rules:
  - {id: a, respons: {after: x, then: y}}
  - {id: b, response: {after: x, them: y}}
  - {id: c, response: {after: x, then: y, within: 14 calender days}}
  - {id: d, response: {after: x, then: y, within: 2 h, atLeast: 3 h}}
  - {id: e, response: {after: x, then: y, from: z}}
  - {id: f, response: {after: x, then: y, within: 2 calendar days, hours: office}}
  - {id: g, existence: {event: x}, when: {credit: discredited}}
  - {id: h, choice: [x, y], same: officer}
  - {id: i, init: x, end: y}
  - {id: j}
  - {id: k, between: {from: x, to: y, never: x}}
  - {id: l, precedence: {before: x, need: y}, severity: fatal}
  - {id: m, share: {of: nobody, atLeast: 95 %}}
  - {id: n, quantile: {p90: [x], atMost: 2 h}}
  - {id: o, absence: {event: x, times: 0}}
  - {id: p, canEnd: yes}
  - {id: q, possible: x, tolerate: 5 %}
  - just a text
`),
  ).toEqual([
    `2:13 there is no key "respons" here; found respons; expected ${anyClaim} (response?)`,
    '3:23 then is missing; found ; expected then:',
    '3:34 there is no key "them" here; found them; expected after, then, within, atLeast, from or hours (then?)',
    '4:51 "calender days" is no unit of time; found 14 calender days; expected a unit s, min, h, d, weeks, calendar days, working days or months, as in 14 calendar days (calendar days?)',
    '5:51 this window is empty: it closes before it opens; found 2 h; expected within at least as long as atLeast',
    '6:49 from says how a time is counted, and there is none; found z; expected within: or atLeast:',
    '7:75 days and months are no hours of a calendar; found office; expected an exact length, as in 8 h, or no hours',
    '8:42 nothing triggers existence, so that there is no moment at which to ask; found {credit: discredited}; expected a rule that an event triggers, as respondedExistence: {if: .., then: ..}',
    '9:35 choice does not compare two events; found officer; expected response, alternateResponse, chainResponse, precedence, alternatePrecedence, chainPrecedence, notResponse, notChainResponse',
    '10:27 a rule claims one thing; found init, end; expected two rules',
    `11:5 this rule claims nothing; found ; expected ${anyClaim}`,
    '12:13 "x" cannot be two of from, to and never; found x; expected three different events',
    '13:57 this word is not known here; found fatal; expected error or warning',
    '14:25 no rule of this file has this id; found nobody; expected the id of a rule, or {from: .., to: .., within: ..}',
    '15:29 these are not two events; found [x]; expected a quantile from p1 to p99 of the time between two events, as in {p90: [lodged, released], atMost: 48 h}',
    '16:40 this number is too small; found 0; expected at least 1',
    '17:21 this says nothing; found yes; expected canEnd: true',
    '18:36 possible is not about how many may break it; found 5 %; expected a rule about single consignments',
    '19:5 this is no rule; found just a text; expected a map with id, says and what it claims',
  ]);
  expect(
    mistakes('rules:\n  - {id: a, init: x}\n  - {id: a, end: x}\n  - {id: m, share: {of: nobody, atLeast: 95 %}}'),
  ).toEqual([
    '3:10 another rule has this id; found a; expected an id of its own',
    '4:25 no rule of this file has this id; found nobody; expected the id of a rule, or {from: .., to: .., within: ..}',
  ]);
  expect(mistakes('')).toEqual([
    '1:1 this file says nothing; found ; expected rules: a list of rules, each with id, says and what it claims',
  ]);
  expect(mistakes('name: x')).toEqual([
    '1:1 this is no file of rules; found name: x; expected rules: a list of rules, each with id, says and what it claims',
  ]);
});

test('a window that no day lets open before it closes is empty, whatever its units; a share is of what single consignments keep', () => {
  const pair = '{after: a, then: b';
  expect(
    mistakes(`rules:
  - {id: a, response: ${pair}, within: 1 h, atLeast: 2 calendar days}}
  - {id: b, response: ${pair}, within: 5 calendar days, atLeast: 2 weeks}}
  - {id: c, response: ${pair}, within: 40 calendar days, atLeast: 2 months}}
  - {id: d, response: ${pair}, within: 3 working days, atLeast: 2 months}}
  - {id: e, response: ${pair}, within: 2 calendar days, atLeast: 60 h}}
  - {id: f, share: {of: f, atLeast: 5 %}}
  - {id: g, share: {of: d, atLeast: 5 %}}
`).map((each) => each.split(';')[0]),
  ).toEqual([
    '2:51 this window is empty: it closes before it opens',
    '3:51 this window is empty: it closes before it opens',
    '4:51 this window is empty: it closes before it opens',
    '7:25 no consignment keeps or breaks this rule by itself',
  ]);
});

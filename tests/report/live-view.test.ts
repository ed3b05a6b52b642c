import { expect, test } from 'vitest';
import { liveView, timeAsked } from '../../src/report/index.ts';
import { replayOf } from '../simulation/recordings.ts';
import { modelOf } from '../simulation/story.ts';

/** Vessels with two consignments at 10 and 20 hours of a Monday; an hour to unload; an officer who is there from 9 to 12 takes 2 hours for each. */
const port = replayOf(
  modelOf(`name: port
start: 2021-07-12T00:00+08:00
flow:
  type: parallel
  states:
    goods: {initial: atSea, states: {atSea: {on: {ARRIVED: unloading}}, unloading: {tags: [arrived], meta: {en: being unloaded, zh: 卸货}, after: {unloading: inYard}}, inYard: {type: final}}}
    declaration: {initial: waiting, states: {waiting: {always: {guard: {in: goods.inYard}, target: underReview}}, underReview: {meta: {en: under review, zh: 审单, law: art. 24}, invoke: {src: documentReview, onDone: {target: released, actions: {charge: stamp}}}}, released: {type: final, tags: [released]}}}
arrivals: {vessels: {every: 10 h, carry: 2, voyage: 15 h}}
attributes: {credit: {generalCredit: 100 %}, taxable: {share: 100 %}, value: 7500 CNY}
delays: {unloading: 1 h}
activities: {documentReview: {needs: documentOfficers, takes: 2 h}}
resources: {documentOfficers: {count: 1, calendar: office}}
calendars: {office: {week: [Mon-Fri 09:00-12:00]}}
fees: {stamp: 5 CNY}
run: {horizon: 25 h, warmUp: 0 h, seed: story, replications: 1}`),
);

const at = (hours: number, others: { language?: 'en' | 'zh'; followed?: number } = {}) =>
  liveView(port, { now: hours * 60, language: others.language ?? 'en', last: 4, followed: others.followed });

test('at half past eleven one consignment is reviewed, the other waits, and a vessel is eight and a half hours away', () => {
  const view = at(11.5);
  expect(view).toMatchObject({
    clock: 'Mon 12 Jul 11:30',
    day: 1,
    days: 2,
    offices: [{ name: 'office', isOpen: true, until: '12:00' }],
    sea: { vessels: 1, next: { number: 2, carries: 2, in: '8 h 30 min' }, afloat: [{ carries: 2, minutes: 510 }] },
    counts: [
      { label: 'arrived', count: 2 },
      { label: 'released', count: 0 },
    ],
    inProcess: 2,
  });
  expect(view.stations.map(({ label, working, waiting }) => [label, working, waiting])).toEqual([
    ['unloading', 0, 0],
    ['document officers', 1, 1],
  ]);
  // Both at once: one line for what is the same.
  expect(
    view.last.map(({ when, consignment, others, lane, what, law }) => [
      when.slice(-5),
      consignment,
      others,
      lane,
      what,
      law,
    ]),
  ).toEqual([
    ['11:00', 0, 1, 'declaration', 'under review', 'art. 24'],
    ['11:00', 0, 1, 'goods', 'in yard', ''],
    ['10:00', 0, 1, 'goods', 'being unloaded', ''],
    ['05:00', 2, 1, '', 'entered the model', ''],
  ]);
});

test('at night the office is closed until the next morning, and who is at work ends what was begun', () => {
  expect(at(12.5)).toMatchObject({
    offices: [{ isOpen: false, until: 'Tue 13 Jul 09:00' }],
    stations: [{}, { working: 1, waiting: 1, isOpen: false }],
  });
  expect(at(14)).toMatchObject({ stations: [{}, { working: 0, waiting: 1, isOpen: false }] });
});

test('one consignment and its history, in Chinese', () => {
  const { followed } = at(13, { followed: 0, language: 'zh' });
  expect(followed).toMatchObject({
    attributes: ['一般信用企业', '涉税', '完税价格 CNY 7,500'],
    lanes: [
      { lane: '货物', label: 'in yard', law: '' },
      { lane: '申报', label: 'released', law: '' },
    ],
    hasEnded: true,
  });
  expect(followed?.history.map(({ when, lane, what }) => `${when} ${lane} ${what}`)).toEqual([
    '7月12日 周一 13:00 申报 released',
    '7月12日 周一 13:00  stamp CNY 5',
    '7月12日 周一 11:00 申报 审单',
    '7月12日 周一 11:00 货物 in yard',
    '7月12日 周一 10:00 货物 卸货',
    '7月11日 周日 19:00  进入模型',
  ]);
});

test('a time that is asked for: from now, of the day, of a date', () => {
  const { scenario } = port.model;
  const asked = (text: string, now = 60 * 30): number | undefined => {
    const found = timeAsked(text, scenario, { now, from: port.from });
    return found === undefined ? undefined : found / 60;
  };
  expect(['+2 h', '-1.5 h', '+3 d', '10:00'].map((text) => asked(text))).toEqual([32, 28.5, 102, 34]);
  expect(
    ['13 Jul', '13 Jul 10:30', 'Tue 13 July 10:30', '7月13日 周二 10:30', '7月13日'].map((text) => asked(text)),
  ).toEqual([24, 34.5, 34.5, 34.5, 24]);
  // The 11th is the day at which the recording begins; the 10th comes next year.
  expect([asked('11 Jul'), asked('10 Jul')]).toEqual([-24, 363 * 24]);
  for (const wrong of ['', 'soon', '31 Feb', '25:00', '+3', '+3 apples', '13 Jul 10:61', '3 Foo 10:00'])
    expect(asked(wrong), wrong).toBeUndefined();
});

import { expect, test } from 'vitest';
import { example, parse } from './told.ts';

/** Slips of the pen in example files: file, what stands there, what is written instead, the word that is meant. */
const slips: readonly (readonly [string, string, string, string])[] = [
  // Sections and their keys.
  ['mm3', 'arrivals:', 'arivals:', 'arrivals'],
  ['mm3', 'resources:', 'resource:', 'resources'],
  ['mm3', 'activities:', 'activites:', 'activities'],
  ['customs-network', 'attributes:', 'atributes:', 'attributes'],
  ['customs-network', 'chances:', 'chanses:', 'chances'],
  ['customs-network', 'delays:', 'delyas:', 'delays'],
  ['sea-import-2017', 'measures: {', 'mesures: {', 'measures'],
  ['sea-import-2017', 'calendars:', 'calenders:', 'calendars'],
  ['sea-import-2017', 'variants:', 'varaints:', 'variants'],
  ['sea-import-2017', 'terms:', 'term:', 'terms'],
  ['sea-import-2017', 'start:', 'strat:', 'start'],
  ['sea-import-2017', 'fees:', 'fee:', 'fees'],
  ['mm3', 'run:', 'runs:', 'run'],
  ['mm3', 'flow:', 'flwo:', 'flow'],
  ['mm3', 'consignments:', 'consigments:', 'consignments'],
  ['mm3', 'every:', 'evry:', 'every'],
  ['mm3', 'needs:', 'need:', 'needs'],
  ['mm3', 'takes:', 'tkaes:', 'takes'],
  ['mm3', 'horizon:', 'horizont:', 'horizon'],
  ['mm3', 'warmUp:', 'warmup:', 'warmUp'],
  ['mm3', 'seed:', 'sed:', 'seed'],
  ['mm3', 'replications:', 'replication:', 'replications'],
  ['customs-network', 'stopAfter:', 'stopafter:', 'stopAfter'],
  ['customs-network', 'count: 3', 'cuont: 3', 'count'],
  ['customs-network', 'queue: priority}', 'queu: priority}', 'queue'],
  ['customs-network', 'queue: priority}', 'queue: prioriy}', 'priority'],
  ['sea-import-2017', 'calendar: office', 'calender: office', 'calendar'],
  ['sea-import-2017', 'holds: true', 'hold: true', 'holds'],
  ['sea-import-2017', 'atShiftEnd:', 'atShiftend:', 'atShiftEnd'],
  ['sea-import-2017', 'atShiftEnd: finish', 'atShiftEnd: finsh', 'finish'],
  ['sea-import-2017', 'preparationStarts:', 'preparationStart:', 'preparationStarts'],
  ['sea-import-2017', 'preparationStarts: arrival', 'preparationStarts: arival', 'arrival'],
  ['sea-import-2017', 'voyage:', 'voyge:', 'voyage'],
  ['sea-import-2017', 'precision:', 'precission:', 'precision'],
  ['sea-import-2017', 'within:', 'withing:', 'within'],
  ['sea-import-2017', 'roll: firstFeeDay', 'roll: firstFeeday', 'firstFeeDay'],
  ['sea-import-2017', 'perDay:', 'perday:', 'perDay'],
  ['sea-import-2017', 'week:', 'weak:', 'week'],
  // Names.
  ['sea-import-2017', 'flow: sea-import', 'flow: sea-imprt', 'sea-import'],
  ['sea-import-2017', 'law: cn-2021-07-13', 'law: cn-2021-7-13', 'cn-2021-07-13'],
  ['sea-import-2017', 'holidays: china', 'holidays: China', 'china'],
  ['sea-import-2017', 'of: releaseTime', 'of: relaseTime', 'releaseTime'],
  ['sea-import-2017', '{advanceDeclaration: 10 %', '{advancedDeclaration: 10 %', 'advanceDeclaration'],
  ['sea-import-2017', 'attendanceWaiver: 0 %', 'attendenceWaiver: 0 %', 'attendanceWaiver'],
  ['sea-import-2017', 'greenChannel: off', 'greenChanel: off', 'greenChannel'],
  ['sea-import-2017', 'greenChannel: off', 'greenChannel: of', 'off'],
  [
    'sea-import-2017',
    '{by: credit, advancedCertified: 0.57 %',
    '{by: credit, advancedCertifed: 0.57 %',
    'advancedCertified',
  ],
  ['sea-import-2017', '{by: credit,', '{by: credits,', 'credit'],
  ['sea-import-2017', '  documentReview: {', '  documentsReview: {', 'documentReview'],
  ['sea-import-2017', 'needs: inspectors', 'needs: inspecters', 'inspectors'],
  ['sea-import-2017', '  pickUp: ', '  pickup: ', 'pickUp'],
  ['sea-import-2017', 'to: [accepted,', 'to: [acepted,', 'accepted'],
  ['sea-import-2017', 'charge: lateDeclaration', 'charge: lateDeclartion', 'lateDeclaration'],
  ['sea-import-2017', 'lateDeclaration: statutory', 'lateDeclaration: statuatory', 'statutory'],
  [
    'sea-import-2017',
    'set: {measures.twoStepDeclaration',
    'set: {measures.twoStepDeclartion',
    'measures.twoStepDeclaration',
  ],
  ['two-lanes', 'guard: advanceDeclaration', 'guard: advanceDeclaraton', 'advanceDeclaration'],
  // Units, distributions, the machine.
  ['mm3', '22.5 min', '22.5 mins', 'min'],
  ['mm3', '200 h', '200 hrs', 'h'],
  ['two-lanes', '26 weeks', '26 weks', 'weeks'],
  ['sea-import-2017', '14 calendar days', '14 calender days', 'calendar days'],
  ['mm3', 'exponential(22.5', 'exponental(22.5', 'exponential'],
  ['sea-import-2017', 'lognormal(mean 8.3', 'lognormal(maen 8.3', 'mean'],
  ['sea-import-2017', 'Mon-Fri 09:00', 'Mon-Fir 09:00', 'Fri'],
  ['mm3', 'onDone: done', 'onDoen: done', 'onDone'],
  ['mm3', 'initial: review', 'intial: review', 'initial'],
  ['two-lanes', 'target: leaving', 'target: leavin', 'leaving'],
];

test('at least 11 of 12 slips get the word that was meant', () => {
  const missed = slips.flatMap(([name, old, other, meant]) => {
    const text = example(name);
    if (!text.includes(old)) return [`${name} does not hold ${old}`];
    const parsed = parse(text.replace(old, other));
    if (parsed.ok) return [`${other} was not noticed`];
    const suggested = parsed.wrong.map(({ nearest }) => nearest);
    return suggested.includes(meant) ? [] : [`${other}: ${suggested.join(', ')} instead of ${meant}`];
  });
  expect(slips.length).toBeGreaterThanOrEqual(60);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(slips.length / 12));
});

import type { Language } from './names.ts';

/** `1 rule`, `2 rules`; the number is written already. */
function many(n: string, one: string, more: string = `${one}s`): string {
  return `${n} ${n === '1' ? one : more}`;
}

/** English: every sentence that reports and screens say. Its type is the catalogue that other languages must fill. */
export const en = {
  language: 'en' as Language,

  // Heads of tables and pictures.
  scenario: 'scenario',
  indicator: 'indicator',
  mean: 'mean',
  interval: (level: string): string => `[${level}]`,
  jointInterval: (level: string): string => `[${level} jointly]`,
  intervalHead: (level: string): string => `${level} interval`,
  difference: 'difference',
  differenceTo: (letter: string, unit: string): string => `difference to ${letter}, ${unit}`,
  verdict: 'verdict',
  better: 'better',
  worse: 'worse',
  luck: 'luck',
  count: 'count',
  units: 'count',
  total: 'total',
  fromTo: 'from -> to',
  timeTo: (what: string, unit: string): string => `time to ${what}, ${unit}`,
  removal: 'removal',
  timeByStage: (unit: string): string => `Time by stage, ${unit}`,
  byGroup: (what: string, unit: string): string => `${what} by group, ${unit}`,
  changes: (of: { letter: string; name: string; base: string }): string =>
    `${of.letter}, ${of.name}: what it changes against ${of.base}`,
  more: (n: number): string => `and ${n} more`,
  changesNothing: 'This is the base: the others are measured against it.',
  changesUnknown: 'What this scenario changes is not known: it is a file of its own.',
  station: 'resource',
  busy: 'busy',
  queueMean: 'queue mean',
  queueMost: 'most',
  overtime: 'overtime h',
  activity: 'activity',
  starts: 'starts',
  waited: 'waited',
  wait: 'wait h',
  service: 'service h',
  fee: 'fee',
  perConsignment: 'per consignment',
  charged: 'charged',
  term: 'term',
  settled: 'settled',
  late: 'late',
  flow: 'flow',
  what: 'what it is',
  hours: 'hours',
  minutes: 'minutes',

  // A consignment led through a procedure.
  stand: {
    waitsFor: (what: readonly string[]): string => `waits: ${what.join(', ')}`,
    within: (what: string, length: string): string => `${what}, ${length}`,
    left: (length: string): string => `in ${length}`,
    in: (when: string, length: string): string => `${when}, in ${length}`,
    now: (when: string): string => `${when}, at once`,
    expected: (when: string): string => `about ${when}`,
    countsFrom: (what: string): string => `counts from ${what}`,
    procedure: 'procedure',
    enters: 'the consignment enters',
    range: (from: string, to: string | undefined): string =>
      to === undefined ? `${from} or later` : from === to ? from : `${from} to ${to}`,
  },

  // Lessons.
  lesson: {
    lesson: 'lesson',
    title: 'title',
    done: 'done',
    law: 'Law',
    question: 'Question',
    number: 'NUMBER',
    experiment: 'Experiment',
    tryIt: 'Try:',
    count: (done: number, all: number): string => `${done} of ${all} done. clearsim learn LESSON opens one.`,
    progressLocal: 'Progress is kept on this computer only.',
    deadline: (what: string, when: string): string => `deadline: ${what}, ${when}`,
    cost: (costs: readonly string[]): string => `cost: ${costs.join(', ')}`,
    answerWith: (command: string, unit: string): string => `Answer in ${unit}: ${command}`,
    right: (value: string): string => `Right: ${value}.`,
    wrong: (given: string, value: string): string => `Not yet: ${given}. The simulator computes ${value}.`,
    byRuns: (of: { scenario: string; seed: string; replications: number }): string =>
      `Computed by the simulator: ${of.scenario}, seed ${of.seed}, ${of.replications} replications.`,
    byConsignment: (scenario: string): string => `Computed by the simulator: this lesson's consignment in ${scenario}.`,
  },

  // Verdicts, in tables and in sentences.
  base: 'base',
  verdicts: { shorter: 'shorter', longer: 'longer', notShown: 'not shown', tooEarly: 'too early' },

  // The chosen scenario.
  baseSentence: (of: { letter: string; name: string; what: string; figure: string }): string =>
    `${of.letter}, ${of.name}: ${of.what} ${of.figure}.`,
  baseSecond: 'It is the base: differences are measured against it.',
  noFigures: (of: { letter: string; name: string }): string => `${of.letter}, ${of.name}: no figures yet.`,
  shorterBy: (of: { letter: string; base: string; figure: string; interval: string }): string =>
    `${of.letter} against ${of.base}: ${of.figure} shorter ${of.interval}`,
  longerBy: (of: { letter: string; base: string; figure: string; interval: string }): string =>
    `${of.letter} against ${of.base}: ${of.figure} longer ${of.interval}`,
  notShownBy: (of: { letter: string; base: string; figure: string; interval: string; upTo: string }): string =>
    `${of.letter} against ${of.base}: no difference shown ${of.interval}; up to ${of.upTo} is still possible`,
  tooEarlyBy: (of: { letter: string; base: string; figure: string; interval: string }): string =>
    `${of.letter} against ${of.base}: too early to say, so far ${of.figure} ${of.interval}`,
  stageChanges: (parts: readonly string[]): string => parts.join(', '),
  formallyLater: (figure: string): string => `released formally ${figure} later`,
  join: '; ',
  stop: '.',
  gain: (of: { better: string; worse: string }): string => `Per consignment: ${of.better} better, ${of.worse} worse.`,
  noGain: 'Arrivals differ: consignments cannot be paired.',
  narrower: (times: string): string => `Same luck: interval ${times} x narrower.`,
  passedOn: 'Waiting is passed on, not removed.',

  // Where the experiment stands.
  firstFrame: 'First figures in a moment.',
  sharpening: (of: { done: string; max: string }): string => `${of.done} of ${of.max} replications.`,
  aboutLeft: (seconds: number): string => ` About ${seconds} s left.`,
  reached: (of: { precision: string; done: string }): string =>
    `Wanted precision ${of.precision} reached: ${many(of.done, 'replication')}.`,
  limitReached: (of: { done: string; precision: string; wanted: string }): string =>
    `Ended at ${many(of.done, 'replication')}; precision is ${of.precision}, wanted ${of.wanted}.`,
  stopped: (done: string): string => `Stopped after ${many(done, 'replication')}.`,
  paused: 'paused',
  provisional: 'Provisional: warm-up not yet known, start-up still in these figures.',
  tooFew: (n: string): string => `${n} replications: below 50 these intervals may be too short.`,
  partial: 'Partial: it could not be run to its end; why is said when you leave.',
  oneReplication: 'One replication gives no interval.',
  nearOverload: (of: { letter: string; station: string; load: string }): string =>
    `${of.letter}: ${of.station} are busy ${of.load} of the time: waits react strongly to small changes.`,
  known: (of: { letter: string; precision: string; wanted: string }): string =>
    `${of.letter} known to ${of.precision}, wanted ${of.wanted}`,
  seed: (seed: string): string => `seed ${seed}`,
  replications: 'replications',

  // Notes under a table.
  notShownNote: 'not shown: the data do not tell yet; it does not mean equal.',
  pairedNote: (of: { level: string; done: string; seed: string }): string =>
    `Differences are paired (same luck), intervals simultaneous at ${of.level}. ${many(of.done, 'replication')}, seed ${of.seed}.`,
  runsNote: (of: { done: string; seed: string }): string => `${many(of.done, 'replication')}, seed ${of.seed}.`,
  runTitle: (of: { name: string; done: string; seed: string; law: string }): string =>
    `${of.name}: ${many(of.done, 'replication')}, seed ${of.seed}, law ${of.law}`,
  partialTitle: (title: string): string => `${title} (partial)`,
  warmUp: (time: string): string => `The first ${time} are left out as warm-up.`,
  ended: (of: { counted: string; endings: string }): string =>
    `${many(of.counted, 'consignment')} counted${of.endings === '' ? '' : `: ${of.endings}`}.`,
  unfinished: (of: { n: string; time: string }): string =>
    `${many(of.n, 'consignment was', 'consignments were')} not finished at the end; the oldest waits ${of.time}.`,
  defaultsTaken: (n: number): string =>
    `${many(String(n), 'setting comes', 'settings come')} from the flow's defaults (-v lists them).`,
  defaultsListed: (names: string): string => `From the flow's defaults: ${names}.`,
  days: (of: { days: number; hours: number }): string =>
    of.hours === 0 ? `${of.days} d` : `${of.days} d ${of.hours} h`,
  hoursMinutes: (of: { hours: number; minutes: number }): string =>
    of.hours === 0 ? `${of.minutes} min` : of.minutes === 0 ? `${of.hours} h` : `${of.hours} h ${of.minutes} min`,

  // Files.
  isRight: (file: string): string => `${file} is right.`,
  isWrong: (of: { file: string; n: number }): string => `${of.file} cannot be used: ${many(String(of.n), 'mistake')}.`,
  punctuation: {
    colon: ': ',
    comma: ', ',
    semicolon: '; ',
    /** Between the items of a list. */
    list: ', ',
    aside: (text: string): string => ` (${text})`,
  },
  found: (found: string): string => `found ${found}`,
  expected: (expected: string): string => `expected ${expected}`,
  nearest: (word: string): string => `nearest: ${word}`,

  // Flows.
  isFinal: 'end',
  reaches: (milestone: string): string => `reaches ${milestone}`,
  leadsTo: 'to',
  stays: 'stays',
  atOnce: 'at once',
  whenInsideEnds: 'when what is inside has ended',
  afterDelay: (name: string): string => `after ${name}`,
  afterActivity: (name: string): string => `when done: ${name}`,
  onEvent: (name: string): string => `on ${name}`,
  onlyIf: (guard: string): string => `if ${guard}`,

  // The screen.
  key: 'key',
  where: 'where',
  does: 'does',
  howToRead: 'how to read',
  intervalHelp: '95 % interval',
  whiskerHelp: 'interval, jointly for all variants; the letter is the estimate',
  verdictHelp: 'bold decided, dim too early to say',
  notEqualHelp: '"not shown" is not "equal": the data do not tell yet',
  sortedBy: (column: string): string => `sorted by ${column}`,
  sortColumns: { file: 'file order', mean: 'mean', difference: 'difference', name: 'name' },
  proofTitle: (flow: string): string => `${flow}: rules, by proof`,
  rule: 'rule',
  ruleVerdict: 'verdict',
  ruleVerdicts: {
    holds: 'holds',
    broken: 'broken',
    never: 'never triggered',
    open: 'open',
    runs: 'asks for runs',
    unchecked: 'not checked',
  },
  ruleWarning: 'warning',
  rulesBroken: ({ broken, warnings }: { broken: string; warnings: string }): string =>
    `${broken} broken${warnings === '0' ? '' : `, ${many(warnings, 'warning')}`}`,
  notPossible: 'not possible',
  ruleSays: 'says',
  ruleSource: 'source',
  rulesInRuns: 'Rules in runs: share of counted consignments that broke each',
  ruleBroken: 'broken by',
  vocabulary: 'Words for rules about it',
  wordKinds: {
    events: 'events',
    states: 'states',
    conditions: 'conditions',
    fees: 'fees',
    resources: 'resources',
    calendars: 'calendars',
    indicators: 'indicators',
    attributes: 'attributes',
  },
  waitingRules: 'rules that wait',
  waitsFor: 'for',
  rulesWait: (rules: string): string =>
    `${many(rules, 'more rule waits', 'more rules wait')} for what the flow does not model (-v lists them).`,
  ruleFigure: 'figure',
  runCheckTitle: (scenario: string): string => `${scenario}: rules, by run`,
  runCheckNote: (of: { replications: string; consignments: string; rules: string; broken: string }): string =>
    `${many(of.consignments, 'consignment')} in ${many(of.replications, 'replication')}. ${many(of.rules, 'rule')}, ${of.broken}.`,
  ruleUndecided: 'Open: the interval decides neither way, or no run has shown it; more replications may.',
  ruleCharge: (of: { rule: string; consignment: string; charged: string; expected: string }): string =>
    `${of.rule}: ${of.consignment} was charged ${of.charged}, expected was ${of.expected}.`,
  ruleCounts: { broken: 'broken', kept: 'kept', open: 'open', never: 'never triggered' },
  ruleExample: (of: { consignment: string; replication: string }): string =>
    `consignment ${of.consignment} of replication ${of.replication}`,
  hour: 'hour',
  storyCause: 'what comes',
  storyEvents: 'what happens',
  storyStates: 'enters',
  yes: 'yes',
  no: 'no',
  or: ' or ',
  atLeast: (amount: string): string => `at least ${amount}`,
  atMost: (amount: string): string => `at most ${amount}`,
  below: (amount: string): string => `below ${amount}`,
  particulars: (of: { attributes: string; measures: string; chances: string }): string =>
    of.attributes + of.measures + of.chances === ''
      ? 'Any consignment.'
      : [
          ...(of.attributes === '' ? [] : [`Consignment: ${of.attributes}.`]),
          ...(of.measures === '' ? [] : [`Measures: ${of.measures}.`]),
          ...(of.chances === '' ? [] : [`Chances: ${of.chances}.`]),
        ].join(' '),
  exactLength: (of: { days: number; hours: number; minutes: number; seconds: number }): string =>
    [
      ...(of.days === 0 ? [] : [`${of.days} d`]),
      ...(of.hours === 0 ? [] : [`${of.hours} h`]),
      ...(of.minutes === 0 ? [] : [`${of.minutes} min`]),
      ...(of.seconds === 0 ? [] : [`${of.seconds} s`]),
    ].join(' ') || '0',
  storyBegins: '(begins)',
  timings: { possible: 'with these delays', impossible: 'in some order only', open: 'in some order' },
  storyPossible: (how: string): string => `possible ${how}`,
  storyAt: 'when',
  shortest:
    'The shortest histories that break a rule. "In some order": of what is pending, whatever delays last; "only": with these delays there is none. Resources are free at any time.',
  storyTimes:
    'Times are counted from the entry: from the earliest to the latest. All steps at their earliest are a history.',
  storyOnAnyDay:
    'Where a window goes by days or open hours, the times break the rule whatever day and hour it begins on.',
  witnessPossible: (rule: string, how: string): string => `${rule}: possible ${how}.`,
  openByDays: (rules: string): string =>
    `Open, since it hangs on the day and hour at which its window begins, or was not found in time: ${rules}.`,
  neverTriggered: 'A rule that is never triggered says nothing about this flow.',
  proofNote: (of: { depth?: string; states: string; steps: string; rules: string; broken: string }): string =>
    `Proof ${of.depth === undefined ? 'complete' : `bounded at depth ${of.depth}`}: ${many(of.states, 'state')}, ${many(of.steps, 'step')}. ${many(of.rules, 'rule')}, ${of.broken}.`,
  logCheck: {
    title: (file: string): string => `${file}: rules, by log`,
    standings: { kept: 'kept', broken: 'broken', open: 'open', never: 'not triggered' },
    share: 'share',
    time: 'time',
    event: 'event',
    line: 'line',
    case: (of: { rule: string; name: string; more: string }): string =>
      `${of.rule}, case ${of.name}${of.more === '' ? '' : ` (broken too by ${of.more})`}`,
    countedAs: (name: string): string =>
      `Days, holidays and open hours are those of ${name} (--flow FILE: those of a scenario).`,
    missing: (name: string): string => `the log has no event called "${name}"`,
    notThere: (list: string): string => `Not in the log: ${list}.`,
    unchecked: (of: { rules: string; why: string }): string => `Not checked, since ${of.why}: ${of.rules}.`,
    why: {
      event: 'the log has none of the events that are needed',
      attribute: (name: string): string => `the log has no attribute "${name}"`,
      time: 'the log has no times',
      calendar: (name: string): string => `no calendar "${name}" is known (--flow FILE: those of a scenario)`,
      state: 'the log does not tell which states are entered and left',
      amount: 'the log does not tell how much was charged (check SCENARIO --by run does)',
      proof: 'only a proof can tell (check FLOW)',
      case: 'they are about many consignments, or several runs (check SCENARIO --by run)',
    },
    bad: (of: { n: string; rows: string; lines: string }): string =>
      `Not to be read, and left out: ${of.n} of ${many(of.rows, 'row')}: ${of.lines}.`,
    badLine: (of: { line: number; message: string }): string => `line ${of.line} (${of.message})`,
    ofEvents: (of: { n: string; events: string }): string => `${of.n} of ${many(of.events, 'event')}`,
    ofCases: (of: { n: string; cases: string }): string => `${of.n} of ${many(of.cases, 'case')}`,
    withoutTime: (which: string): string =>
      `Without time: ${which}. They keep their place; windows of time that they touch are not judged.`,
    outOfOrder: (which: string): string => `Behind later events of their case, and put in order of time: ${which}.`,
    duplicates: (which: string): string => `Told more than once at one instant, and counted each time: ${which}.`,
    cut: (which: string): string =>
      `May go on after the end of the log, so that what they owe is open, not broken: ${which}.`,
    withoutCase: (which: string): string => `Of no case, and left out: ${which}.`,
    otherTransitions: (list: string): string => `Transitions of which no rule speaks, left out: ${list}.`,
    timeForms: (list: string): string => `Times are written in several ways: ${list}.`,
    timeForm: { zoned: 'with zone', local: 'without zone', date: 'date alone' },
    withoutZone: (zone: string): string => `Times without zone are taken as ${zone}, the clock of the flow's scenario.`,
    yearFirst: (which: string): string => `Dates with / or . are taken as year, month, day: ${which}.`,
    unknown: (of: { list: string; more: string }): string =>
      `Known neither to the rules nor to the flow: ${of.list}${of.more === '' ? '' : `, and ${of.more} others`}.`,
    caseType: (of: { name: string; others: string }): string =>
      `A case is an object of type "${of.name}"${of.others === '' ? '' : `; --case takes another: ${of.others}`}.`,
    shared: (which: string): string => `Of several cases, and told of each: ${which}.`,
    neverTriggered: 'A rule that is not triggered says nothing about this log.',
    summary: (of: { events: string; cases: string; rules: string; broken: string; unchecked: string }): string =>
      `${many(of.events, 'event')} of ${many(of.cases, 'case')}. ${many(of.rules, 'rule')}: ${of.broken}, ${of.unchecked} not checked.`,
  },
  chanceTitle: (flow: string): string => `${flow}: rules, by chance`,
  chanceVerdicts: {
    broken: 'broken',
    unbroken: 'not broken',
    shown: 'shown',
    unseen: 'not seen',
    runs: 'asks for runs',
  },
  chanceTriggered: 'triggered',
  chanceBroken: 'broken',
  chanceBrokenInTime: 'in time',
  chanceFound: (of: { rule: string; after: string; steps: string; shortest: string }): string =>
    `${of.rule}: found by history ${of.after}, made smaller to ${many(of.steps, 'step')}; the one shown has ${of.shortest}.`,
  chanceAgain: 'The smallest histories again, in this order:',
  chanceNote: (of: { histories: string; events: string; ignored: string; ended: string; seed: string }): string =>
    `${many(of.histories, 'history', 'histories')}, ${many(of.events, 'event')}, ${of.ignored} of them ignored; ${of.ended} of the histories came to an end. Seed ${of.seed}.`,
  chanceProvesNothing:
    'What was not broken by chance may be broken yet; "in time": everything came when the delays let it, in half of the histories.',
  replayTitle: (flow: string, path: string): string => `${flow}: history ${path}`,
  replayNote: (broken: string): string => (broken === '' ? 'It breaks no rule.' : `It breaks ${broken}.`),
  structureSound:
    'Every state is entered and every transition taken; there is no dead end and no circle without a way out.',
  neverEntered: (states: string): string => `Never entered: ${states}.`,
  neverTaken: (transition: string): string => `Never taken: ${transition}.`,
  deadEnd: (states: string): string => `Dead end: nothing leads on from ${states}.`,
  livelock: (states: string): string => `Without an end: who comes to ${states} goes round there for ever.`,
  coverage: {
    byRules: {
      covered: (of: { states: string; ofStates: string; transitions: string; ofTransitions: string }): string =>
        `Rules name ${of.states} of ${many(of.ofStates, 'state')} and ${of.transitions} of ${many(of.ofTransitions, 'transition')}`,
      missing: (name: string): string => `Named by no rule: ${name}.`,
    },
    byRuns: {
      covered: (of: { states: string; ofStates: string; transitions: string; ofTransitions: string }): string =>
        `Runs enter ${of.states} of ${many(of.ofStates, 'state')} and take ${of.transitions} of ${many(of.ofTransitions, 'transition')}`,
      missing: (name: string): string => `Not in these runs: ${name}.`,
    },
    listed: ' (-v lists the others)',
  },
  tooLate: (milestone: string, states: string): string => `Too late for ${milestone}: ${states}.`,
  mutationTitle: (flow: string): string => `${flow}: small faults, and whether the rules notice them`,
  mutantKind: 'fault',
  mutantCount: 'mutants',
  mutantKinds: {
    guardDropped: 'guard dropped',
    guardNegated: 'guard negated',
    transitionDropped: 'transition dropped',
    retargeted: 'led to a state beside',
    delayDropped: 'delay dropped',
    orderSwapped: 'order swapped',
    targetsSwapped: 'targets swapped',
  },
  mutantFates: { refused: 'refused', equivalent: 'no fault', killed: 'noticed', survived: 'not noticed' },
  allMutants: 'all',
  survivors: 'faults that no rule notices',
  proposals: 'Rules that hold now and would notice some of them: for you to confirm',
  proposal: 'rule',
  proposalKills: 'notices more',
  mutationNote: (of: { killed: string; survived: string; score: string }): string =>
    `${many(of.killed, 'fault')} noticed, ${of.survived} not: ${of.score}. Not counted: what the compiler refuses, and what does all that the flow does and no more.`,
  coverageNote: (of: { transitions: string; ofTransitions: string; states: string; ofStates: string }): string =>
    `Rules hold ${of.transitions} of ${of.ofTransitions} transitions and see ${of.states} of ${of.ofStates} states entered or left.`,
  uncoveredTransition: (name: string): string => `Held by no rule: ${name}.`,
  unseenState: (state: string): string => `Seen by no rule: ${state}.`,
  guardedRule: (rule: string): string => `${rule} is never triggered, but notices a fault: it guards.`,
  deadRule: (rule: string): string => `${rule} is never triggered and notices no fault: it says nothing.`,
};

/** The catalogue: what every language must be able to say. */
export type Words = typeof en;

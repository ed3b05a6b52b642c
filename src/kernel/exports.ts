/** A place in a kernel's memory; 0 is none. */
export type Address = number;

/** What a kernel can be told to do: the functions of src/kernel/assembly/index.ts, which says what they mean. */
export interface KernelExports {
  // memory.ts
  allocate(bytes: number): Address;
  memoryEnd(): number;
  setMemoryEnd(end: number): void;

  // draws.ts, laws.ts, normal-quantile.ts
  philoxWord(
    low: number,
    high: number,
    counter0: number,
    counter1: number,
    counter2: number,
    counter3: number,
    word: number,
  ): number;
  drawBits(word0: number, word1: number, word2: number, word3: number, purpose: number, visit: number): number;
  normalQuantile(probability: number): number;
  addLaw(
    kind: number,
    a: number,
    b: number,
    c: number,
    size: number,
    table: Address,
    parts: Address,
    isLog: boolean,
  ): Address;
  drawLaw(law: Address, bits: number, more: number): number;

  // decisions.ts
  addLeaf(index: number, number: number): Address;
  addBranchByLevel(offset: number, branches: Address): Address;
  addBranchByGuard(guard: Address, branches: Address): Address;
  addConstantGuard(value: boolean): Address;
  addChanceGuard(share: Address, purpose: number, counter: number, name: number): Address;
  addLevelGuard(offset: number, members: number): Address;
  addRangeGuard(offset: number, atLeast: number, below: number): Address;
  addAllGuard(guards: Address, count: number): Address;
  addAnyGuard(guards: Address, count: number): Address;
  addNotGuard(other: Address): Address;
  rememberGuard(guard: Address, offset: number, shift: number): void;
  peek(entity: Address, guard: Address): number;

  // entities.ts, columns.ts
  entityHead(): number;
  setUpEntities(size: number): Address;
  addColumn(index: number, kind: number, offset: number, purpose: number, choice: Address, whole: number): Address;
  setColumns(list: Address, count: number): void;

  // durations.ts, anchors.ts, dues.ts, fees.ts, terms.ts, timers.ts, milestones.ts
  addDuration(purpose: number, counter: number, law: Address, share: Address, name: number): Address;
  addAnchor(isLast: boolean, offsets: Address, count: number): Address;
  addDue(index: number, minutes: number, isByDay: boolean): Address;
  addFee(index: number, kind: number, amount: number, base: number, least: number, paid: number): Address;
  feeSum(fee: Address): number;
  feeCharged(fee: Address): number;
  addTerm(from: Address, to: Address, due: Address, fee: Address): Address;
  termSettled(term: Address): number;
  termLate(term: Address): number;
  addDelay(index: number, register: number, event: number, duration: Address): Address;
  addDeadline(index: number, register: number, event: number, anchor: Address, due: Address): Address;
  addMilestone(index: number, offset: number): Address;
  hangOn(milestone: Address, timers: Address, timerCount: number, terms: Address, termCount: number): void;

  // stations.ts, openings.ts
  setUpStations(ranks: number, groups: number): void;
  addGroup(): Address;
  setUpGroup(
    group: Address,
    activities: Address,
    activityCount: number,
    resources: Address,
    resourceCount: number,
  ): void;
  addResource(units: number, group: Address): Address;
  addActivity(
    index: number,
    register: number,
    done: number,
    duration: Address,
    priority: Address,
    group: Address,
    needs: Address,
    needCount: number,
  ): Address;
  signActivity(activity: Address, sign: Address): void;
  setActivities(activities: Address, count: number): void;
  beginResource(resource: Address): void;
  closeResource(resource: Address): void;
  closeActivity(activity: Address): void;
  resourceQueue(resource: Address): number;
  resourceQueueMax(resource: Address): number;
  resourceQueueArea(resource: Address): number;
  resourceWaited(resource: Address): number;
  resourceBusyArea(resource: Address): number;
  resourceOpenTime(resource: Address): number;
  resourceOvertime(resource: Address): number;
  resourceBusy(resource: Address): number;
  resourceHeld(resource: Address): number;
  activityBegun(activity: Address, rank: number): number;
  activityWait(activity: Address, rank: number): number;
  activityWaited(activity: Address, rank: number): number;
  activityService(activity: Address, rank: number): number;
  addCalendar(index: number, resources: Address, resourceCount: number): Address;
  beginCalendar(calendar: Address, isOpen: boolean): void;

  // arrivals.ts
  setUpArrivals(
    low: number,
    high: number,
    every: Address,
    everyPurpose: number,
    carry: Address,
    carryPurpose: number,
    travel: Address,
    travelPurpose: number,
    travelMax: number,
  ): void;

  // records.ts
  setUpRecords(
    anchors: Address,
    anchorCount: number,
    groups: Address,
    groupCount: number,
    groupCells: number,
    stages: Address,
    stageCount: number,
    endings: Address,
    endingCount: number,
  ): void;
  addIndicator(from: number, to: number): Address;
  setIndicators(indicators: Address, count: number): void;
  indicatorCount(indicator: Address): number;
  indicatorSum(indicator: Address): number;
  indicatorLeast(indicator: Address): number;
  indicatorGreatest(indicator: Address): number;
  indicatorHistogram(indicator: Address): Address;
  indicatorGroups(indicator: Address): Address;
  stageSums(): Address;
  endingSums(): Address;
  countedEntities(): number;
  endedEntities(): number;
  oldestAge(): number;
  keepRecords(isKeeping: boolean): void;
  keptRecords(): Address;
  keptCount(): number;
  forgetKept(): void;

  // followers.ts
  addFollower(states: number, tells: Address): Address;
  setFollowers(followers: Address, count: number, offset: number): void;
  addTiming(offset: number, opens: Address, closes: Address): Address;
  signLeaving(sign: Address): void;
  followerCounts(follower: Address): Address;
  toldCount(follower: Address): number;
  toldNumbers(follower: Address): Address;

  // log.ts
  listen(isOn: boolean): void;
  logEntries(): Address;
  logCount(): number;
  forgetLog(): void;

  // clock.ts, run.ts, stop.ts
  setMidnight(minutes: number): void;
  clockNow(): number;
  windowEnd(): number;
  setUpRun(
    go: Address,
    events: number,
    start: Address,
    done: Address,
    arrived: number,
    createdAt: number,
    endedAt: number,
  ): void;
  begin(replication: number, from: number, to: number, countMax: number, memoryMax: number, watchEvery: number): void;
  goOn(events: number): number;
  close(): void;
  eventCount(): number;
  createdCount(): number;
  systemCount(): number;
  systemArea(): number;
  systemStays(): number;
  configurationOf(entity: Address): number;
  numberOf(entity: Address): number;
  valueOf(entity: Address, offset: number): number;
  levelOf(entity: Address, offset: number): number;
  setLevelOf(entity: Address, offset: number, level: number): void;
  stopReason(): number;
  stopAbout(): number;
  stopEntity(): number;
  stopAt(): number;
  stopConfiguration(index: number): number;
}

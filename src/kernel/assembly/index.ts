// What the host can call; src/kernel/kernel.ts gives it types.
export { addAnchor } from './anchors';
export { setUpArrivals } from './arrivals';
export { clockNow, setMidnight, windowEnd } from './clock';
export { addColumn, setColumns } from './columns';
export {
  addAllGuard,
  addAnyGuard,
  addBranchByGuard,
  addBranchByLevel,
  addChanceGuard,
  addConstantGuard,
  addLeaf,
  addLevelGuard,
  addNotGuard,
  addRangeGuard,
  peek,
  rememberGuard,
} from './decisions';
export { drawBits, philoxWord } from './draws';
export { addDue } from './dues';
export { addDuration } from './durations';
export { entityHead, setUpEntities } from './entities';
export { addFee, feeCharged, feeSum } from './fees';
export { addLaw, drawLaw } from './laws';
export { addFollower, addTiming, followerCounts, setFollowers, signLeaving, toldCount, toldNumbers } from './followers';
export { forgetLog, listen, logCount, logEntries } from './log';
export { allocate, memoryEnd, setMemoryEnd } from './memory';
export { addMilestone, hangOn } from './milestones';
export { normalQuantile } from './normal-quantile';
export { addCalendar, beginCalendar } from './openings';
export {
  addIndicator,
  countedEntities,
  endedEntities,
  endingSums,
  forgetKept,
  indicatorCount,
  indicatorGreatest,
  indicatorGroups,
  indicatorHistogram,
  indicatorLeast,
  indicatorSum,
  keepRecords,
  keptCount,
  keptRecords,
  oldestAge,
  setIndicators,
  setUpRecords,
  stageSums,
} from './records';
export {
  begin,
  close,
  configurationOf,
  createdCount,
  eventCount,
  goOn,
  levelOf,
  numberOf,
  setLevelOf,
  setUpRun,
  systemArea,
  systemCount,
  systemStays,
  valueOf,
} from './run';
export {
  activityBegun,
  activityService,
  activityWait,
  activityWaited,
  addActivity,
  addGroup,
  addResource,
  beginResource,
  closeActivity,
  closeResource,
  resourceBusy,
  resourceBusyArea,
  resourceHeld,
  resourceOpenTime,
  resourceOvertime,
  resourceQueue,
  resourceQueueArea,
  resourceQueueMax,
  resourceWaited,
  setActivities,
  setUpGroup,
  setUpStations,
  signActivity,
} from './stations';
export { stopAbout, stopAt, stopConfiguration, stopEntity, stopReason } from './stop';
export { addTerm, termLate, termSettled } from './terms';
export { addDeadline, addDelay } from './timers';

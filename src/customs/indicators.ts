import type { Label } from '../base/index.ts';
import type { Anchor, Span } from './span.ts';

/** The instant from which goods may leave the port: permitted to be picked up, or released. */
export const goodsMayLeave: Anchor = { first: ['pickupPermitted', 'released'] };

/** Indicators that every flow with their milestones has; beside them every flow has {@link clearanceTime}. */
export const standardIndicators: Readonly<Record<string, Span>> = {
  releaseTime: { from: { first: ['arrived'] }, to: goodsMayLeave },
  formalReleaseTime: { from: { first: ['arrived'] }, to: { first: ['released'] } },
  customsTime: { from: { last: ['lodged', 'arrived'] }, to: goodsMayLeave },
  dwellTime: { from: { first: ['arrived'] }, to: { first: ['removed'] } },
};

/** Entry into the model to the end of the flow. */
export const clearanceTime: Span = { from: { first: ['created'] }, to: { first: ['ended'] } };

/** Words for the indicators. `releaseTime` is the national statistic as far as its definition is known. */
export const indicatorLabels: Readonly<Record<string, Label>> = {
  releaseTime: { en: 'release time', zh: '整体通关时间' },
  formalReleaseTime: { en: 'formal release time', zh: '放行时间' },
  customsTime: { en: 'customs time', zh: '海关作业时间' },
  dwellTime: { en: 'dwell time', zh: '在港时间' },
  clearanceTime: { en: 'clearance time', zh: '全流程时间' },
};

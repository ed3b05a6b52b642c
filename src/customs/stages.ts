import { goodsMayLeave } from './indicators.ts';
import type { Label } from '../base/index.ts';
import type { Anchor } from './span.ts';

/** A part of the time in port. Stages are cut at running maxima of their anchors, so that they add up to `dwellTime` whatever overlaps. */
export interface Stage {
  readonly name: string;
  readonly label: Label;
  readonly from: Anchor;
  readonly to: Anchor;
}

/** Stages of an import by sea, as the State Port Office's survey of 2017 cuts them. */
export const stages: readonly Stage[] = [
  {
    name: 'unloading',
    label: { en: 'unloading', zh: '卸货' },
    from: { first: ['arrived'] },
    to: { first: ['unloaded'] },
  },
  {
    name: 'preparation',
    label: { en: 'preparing to declare', zh: '通关准备' },
    from: { first: ['unloaded'] },
    to: { first: ['lodged'] },
  },
  {
    name: 'customs',
    label: { en: 'customs processing', zh: '海关通关作业' },
    from: { first: ['lodged'] },
    to: goodsMayLeave,
  },
  { name: 'pickUp', label: { en: 'pick-up', zh: '提货' }, from: goodsMayLeave, to: { first: ['removed'] } },
];

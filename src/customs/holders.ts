import type { Label } from '../base/index.ts';

/** Who can hold a consignment up. */
export type Holder = 'trader' | 'customs' | 'terminal';

/** Their words. */
export const holderLabels: Readonly<Record<Holder, Label>> = {
  trader: { en: 'trader', zh: '收发货人' },
  customs: { en: 'customs', zh: '海关' },
  terminal: { en: 'terminal', zh: '码头' },
};

/** Who holds a consignment up while it waits for a resource, an activity or a delay of this name; of other names nobody knows. */
export const holders: Readonly<Record<string, Holder>> = {
  // Papers, money and the truck are the trader's; so is an attendance that is asked of him.
  preparation: 'trader',
  summaryPreparation: 'trader',
  completePreparation: 'trader',
  correction: 'trader',
  attendance: 'trader',
  payment: 'trader',
  pickUp: 'trader',
  electronicCheck: 'customs',
  documentReview: 'customs',
  greenChannelReview: 'customs',
  inspection: 'customs',
  caseHandling: 'customs',
  documentOfficers: 'customs',
  inspectors: 'customs',
  unloading: 'terminal',
  moveToBay: 'terminal',
  inspectionBay: 'terminal',
  inspectionBays: 'terminal',
};

import type { Label } from '../base/index.ts';

/** Words for the lanes of procedures. */
export const lanes: Readonly<Record<string, Label>> = {
  goods: { en: 'goods', zh: '货物' },
  declaration: { en: 'declaration', zh: '申报' },
  duty: { en: 'duty', zh: '税款' },
  control: { en: 'control', zh: '监管' },
};

import type { Flow } from '../flow.ts';
import { defaults } from './defaults.ts';
import { machine } from './machine.ts';
import { measures } from './measures.ts';

/** Import by sea in one step or in two, with all its measures. */
export const seaImport: Flow = {
  name: 'sea-import',
  label: { en: 'import by sea', zh: '海运进口' },
  explanation: {
    en: "Import of goods by sea into China, from the ship's departure to the importer's truck, under the law of 13 July 2021.",
    zh: '中国海运进口货物自起运至提离的通关流程，依据2021年7月13日有效法规。',
  },
  machine,
  measures,
  defaults,
};

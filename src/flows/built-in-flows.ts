import type { Flow } from './flow.ts';
import { seaImport } from './sea-import/sea-import.ts';

/** The flows that clearsim brings with it, by name. */
export const builtInFlows: Readonly<Record<string, Flow>> = { [seaImport.name]: seaImport };

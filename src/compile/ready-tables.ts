import type { FlowTable } from './flow-table.ts';

/** Tables of built-in flows, by name. The build puts them in here (tools/build.mjs); the sources make them when they are asked for. */
export const readyTables: Readonly<Record<string, FlowTable>> = {};

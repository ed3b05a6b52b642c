import type { FlowTable } from './flow-table.ts';

/**
 * Tables of built-in flows, by name, and of those machines that tell of every state (`marked NAME`). The build puts them in here
 * (tools/build.mjs); the sources make them when they are asked for.
 */
export const readyTables: Readonly<Record<string, FlowTable>> = {};

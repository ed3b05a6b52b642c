import { assert } from '../../src/base/index.ts';

const { npm_node_execpath: node, npm_execpath: npm } = process.env;
assert(
  node !== undefined && npm !== undefined,
  'these tests need the npm of the machine: start them by npm run test:deep',
);

/** The Node and the npm that a user has: those that started these tests, not those of this checkout. */
export const host: { readonly node: string; readonly npm: string } = { node, npm };

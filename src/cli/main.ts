import { clearsim } from './clearsim.ts';
import { nodeIo } from './node-io.ts';

process.exitCode = await clearsim(process.argv.slice(2), nodeIo());

// Takes over new results: node tests/golden/write-digests.ts
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tell } from '../cli/fake-io.ts';
import { goldenCommand, shipped } from './golden.ts';

const digests: Record<string, string> = {};
for (const file of shipped) {
  const { out } = await tell(goldenCommand(file));
  digests[file] = createHash('sha256').update(out).digest('hex');
}
writeFileSync('tests/golden/digests.json', `${JSON.stringify(digests, null, 2)}\n`);

/** A CPU profile as V8 writes it, as far as it is read here. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A place and its share of the time, 0 to 1. */
interface Share {
  readonly where: string;
  readonly share: number;
}

/** Where the time of a run goes: files of the kernel, and the rest of the program; what is below a hundredth comes together. The biggest first. */
export function shares(text: string): readonly Share[] {
  const { nodes, samples, timeDeltas } = JSON.parse(text) as Profile;
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame.functionName)]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [index, sample] of samples.entries()) {
    const where = places.get(sample) ?? '';
    const time = timeDeltas[index] ?? 0;
    spent.set(where, (spent.get(where) ?? 0) + time);
    total += time;
  }
  const all = [...spent].map(([where, time]) => ({ where, share: time / total }));
  const few = all.filter(({ share }) => share < 0.01).reduce((sum, { share }) => sum + share, 0);
  return [
    ...all.filter(({ share }) => share >= 0.01).toSorted((one, other) => other.share - one.share),
    { where: 'the rest', share: few },
  ];
}

function placeOf(name: string): string {
  // A kernel's function is called by its file: src/kernel/assembly/run/Run#goOn.
  return /^src\/kernel\/assembly\/([^/]+)\//u.exec(name)?.[1] ?? 'start, shadow, report';
}

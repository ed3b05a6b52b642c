/**
 * The hash (int32) by which draws for the purpose called `name` are told from all others.
 * It hangs on the name alone, so a new purpose leaves every other draw where it was.
 * Characters are folded in as in MurmurHash3 (Appleby 2011), with its finaliser.
 */
export function purpose(name: string): number {
  let hash = 0x3c6ef372 ^ name.length;
  for (let at = 0; at < name.length; at++) {
    const word = Math.imul(name.charCodeAt(at), 0xcc9e2d51);
    hash ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

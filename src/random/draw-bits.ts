/**
 * 32 random bits (int32) for one draw of one consignment: a mix of its four key words (`philox4x32` of seed, replication
 * and number), the hash of the purpose, and the number of the draw for that purpose (0, 1, 2 ...).
 * Rounds of xorshift and multiplication (the three last multipliers are those of Wellons' triple32), a key word fed in at each.
 */
export function drawBits(
  word0: number,
  word1: number,
  word2: number,
  word3: number,
  purpose: number,
  visit: number,
): number {
  let mix = word0 ^ purpose;
  mix = (Math.imul(mix ^ (mix >>> 16), 0x85ebca6b) + word1) | 0;
  mix ^= Math.imul(visit, 0x9e3779b1);
  mix = (Math.imul(mix ^ (mix >>> 17), 0xed5ad4bb) + word2) | 0;
  mix = Math.imul(mix ^ (mix >>> 11), 0xac4c1b51) ^ word3;
  mix = Math.imul(mix ^ (mix >>> 15), 0x31848bab);
  return mix ^ (mix >>> 14);
}

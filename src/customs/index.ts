export type { Condition } from './condition.ts';
export type { Label } from './label.ts';
export type { LawProfile, StatutoryFee } from './law-profile.ts';
export type { Anchor, Span } from './span.ts';

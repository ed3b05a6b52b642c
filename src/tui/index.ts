export type { Desk } from './desk.ts';
export { keyTable, type Command, type Context, type KeyRow } from './keys.ts';
export { openScreen, type ScreenOptions, type Visit } from './open-screen.ts';

export type { Desk, DeskTells } from './desk.ts';
export type { Errand } from './errand.ts';
export type { WareKind, Wares, Want } from './materials.ts';
export { keyTable, type Command, type Context, type KeyRow } from './keys.ts';
export { openScreen, type ScreenOptions, type Visit } from './open-screen.ts';
export type { ViewName } from './shared.ts';

import type { Glyphs } from './glyphs.ts';
import { fitLine, lineOf, type Line, type Role } from './line.ts';

/** A bar as long as `value` is of `full`, which fills the width, to half a cell; what is above 0 is seen. */
export function drawBar(
  { value, full, role = 'plain' }: { readonly value: number; readonly full: number; readonly role?: Role },
  { width, glyphs }: { readonly width: number; readonly glyphs: Glyphs },
): Line {
  const halves = value > 0 && full > 0 ? Math.max(1, Math.round((Math.min(value, full) / full) * width * 2)) : 0;
  const bar = glyphs.barFull.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? glyphs.barHalf : '');
  return fitLine(lineOf(bar, role), width);
}

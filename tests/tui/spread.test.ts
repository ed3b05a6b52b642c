import { expect, test } from 'vitest';
import { works } from '../../src/tui/after-command.ts';
import { hereOf } from '../../src/tui/screen-state.ts';
import { reached } from '../report/fixture.ts';
import { after, opening, press, screen, told } from './walked.ts';

const spread = press(after(opening, told(reached)), '2');

test('z goes through the parts of the axis, and the head says which is shown', () => {
  expect(screen(spread)).toMatch(/share within x h {3}\(release time.* z: up to 99 % $/mu);
  expect(screen(press(spread, 'z'))).toContain('z: all');
  expect(screen(press(spread, 'z', 'z'))).toContain('z: around 24 h');
  expect(screen(press(spread, 'z', 'z', 'z'))).toContain('z: up to 99 %');
});

test('a filter leaves the scenarios whose names have it, among those that are marked', () => {
  expect(works('filter', spread)).toBe(true);
  const filtered = press(spread, '/', 'G', 'r', 'e');
  expect(filtered.chosen).toBe('green channel');
  expect(screen(filtered)).toContain('▸D green channel');
  expect(screen(filtered)).not.toContain('two-step');
  const kept = press(filtered, 'Enter');
  expect(screen(kept)).toContain('Only scenarios with "Gre" in their names. Esc clears the filter.');
  expect(screen(press(kept, 'Esc'))).toContain('B two-step 60 %');
  expect(hereOf(press(kept, 'Esc')).place).toBe('spread');
  expect(screen(press(spread, '/', 'x', 'Enter'))).toContain('Nothing matches "x". Esc clears the filter.');
  // Two are marked; one of them has it.
  const marked = press(after(opening, told(reached)), 'Space', 'j', 'j', 'j', 'Space', '2', '/', 'a');
  expect(screen(marked)).toContain('▸D green channel');
  expect(screen(marked)).not.toContain('advance');
});

import chalk, { type ChalkInstance } from 'chalk';
import type { Line, Role } from './drawing/line.ts';

/**
 * A line as the terminal is to show it; nothing but text (and what is inverse) without colour, where words and letters say the same.
 * One text for a line: a text of its own for each piece takes Ink twice the time.
 */
export function styled(line: Line, hasColor: boolean): string {
  return line.map(({ text, role }) => (hasColor || role === 'inverse' ? styles[role](text) : text)).join('');
}

const plain = (text: string): string => text;

/** Colours of Okabe and Ito (2008), told apart by colour-blind eyes; `chalk` brings them down to what the terminal has. */
const styles: Readonly<Record<Role, ChalkInstance | typeof plain>> = {
  plain,
  dim: chalk.dim,
  strong: chalk.bold,
  accent: chalk.hex('#56B4E9'),
  inverse: chalk.inverse,
  alarm: chalk.hex('#D55E00').bold,
  series0: chalk.bold,
  series1: chalk.hex('#E69F00').bold,
  series2: chalk.hex('#009E73').bold,
  series3: chalk.hex('#CC79A7').bold,
  series4: chalk.hex('#0072B2').bold,
};

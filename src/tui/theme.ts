import type { TextProps } from 'ink';
import type { Role } from './drawing/line.ts';

/** How a role looks; nothing but text (and what is inverse) without colour, where words and letters say the same. Colours of Okabe and Ito (2008), told apart by colour-blind eyes; `chalk` brings them down to what the terminal has. */
export function styleOf(role: Role, hasColor: boolean): TextProps {
  return hasColor || role === 'inverse' ? styles[role] : {};
}

const styles: Readonly<Record<Role, TextProps>> = {
  plain: {},
  dim: { dimColor: true },
  strong: { bold: true },
  accent: { color: '#56B4E9' },
  inverse: { inverse: true },
  alarm: { color: '#D55E00', bold: true },
  series0: { bold: true },
  series1: { color: '#E69F00', bold: true },
  series2: { color: '#009E73', bold: true },
  series3: { color: '#CC79A7', bold: true },
  series4: { color: '#0072B2', bold: true },
};

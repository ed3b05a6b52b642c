import { pageMarkdown, pageText, type Page } from './table.ts';
import type { TextOptions } from './text-options.ts';

/** A page as a command prints it: plain text or Markdown. */
export function pageOutput(page: Page, { format, width, madeBy }: TextOptions): string {
  if (format !== 'md') return pageText(page, width);
  return madeBy === undefined ? pageMarkdown(page) : `${pageMarkdown(page)}\n${madeBy}\n`;
}

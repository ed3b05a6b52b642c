import type { Mistake } from '../base/index.ts';

/** A mistake for other programs: what is told in English under its own name, the same in Chinese beside it. */
export function mistakeJson({ message, expected, ...mistake }: Mistake): object {
  return {
    ...mistake,
    message: message.en,
    messageZh: message.zh,
    ...(expected === undefined ? {} : { expected: expected.en, expectedZh: expected.zh }),
  };
}

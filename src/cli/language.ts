import type { Language } from '../report/index.ts';
import type { Io } from './io.ts';

/** The language of a command line: the one that it asks for, else that of the environment. What is wrong with a command line is told in it too. */
export function languageOf(argv: readonly string[], environment: Io['environment']): Language {
  return askedIn(argv) ?? spokenIn(environment);
}

/** What `--lang` says last; undefined where it says nothing, or no language. */
function askedIn(argv: readonly string[]): Language | undefined {
  const end = argv.indexOf('--');
  const said = argv
    .slice(0, end < 0 ? argv.length : end)
    .flatMap((each, at) => (each === '--lang' ? [argv[at + 1]] : each.startsWith('--lang=') ? [each.slice(7)] : []));
  return languages.find((each) => each === said.at(-1));
}

/** Chinese where the environment speaks it, else English. */
function spokenIn(environment: Io['environment']): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (each) => each !== undefined && each !== '',
  );
  return /^zh/i.test(locale ?? '') ? 'zh' : 'en';
}

/** Languages that can be asked for. */
export const languages: readonly Language[] = ['en', 'zh'];

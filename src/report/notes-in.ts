import type { ScenarioResult } from '../experiment/index.ts';
import type { Language } from './names.ts';

/** Notes of a result in a language. */
export function notesIn({ notes, notesZh }: ScenarioResult, language: Language): readonly string[] {
  return language === 'en' ? notes : notesZh;
}

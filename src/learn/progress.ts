/** Names of the lessons whose question was answered rightly, from the text that was kept; of a text that is none, none. */
export function lessonsDone(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((name) => /^[\w-]+$/u.test(name));
}

/** The text to keep when a lesson is done too. */
export function withLesson(text: string | undefined, name: string): string {
  return [...new Set([...lessonsDone(text), name])].map((each) => `${each}\n`).join('');
}

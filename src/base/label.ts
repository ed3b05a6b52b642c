/** A word or a sentence in the languages clearsim speaks. */
export interface Label {
  readonly en: string;
  readonly zh: string;
}

/** What every language writes alike: names, numbers, the notation of files. */
export function verbatim(text: string): Label {
  return { en: text, zh: text };
}

/** A label made of others: each language puts together its own. */
export function inEach(text: (language: keyof Label) => string): Label {
  return { en: text('en'), zh: text('zh') };
}

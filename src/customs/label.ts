/** A word of the field in the languages clearsim speaks. */
export interface Label {
  readonly en: string;
  readonly zh: string;
}

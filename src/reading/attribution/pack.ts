/** What a language brings to `reading/attribution`. */
export interface AttributionPack {
  readonly language: string;
  /** Forms of verbs that report speech, in lower case: what finds a cue where no model is given. */
  readonly reportingForms: ReadonlySet<string>;
  /** Words that, with the one after them, make a cue that its source follows: "according" + "to". */
  readonly accordingForms: ReadonlyMap<string, string>;
}

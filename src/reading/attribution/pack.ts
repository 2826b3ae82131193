/** What a language brings to `reading/attribution`. */
export interface AttributionPack {
  readonly language: string;
}

/** What a language brings to `reading/places`. */
export interface PlacePack {
  readonly language: string;
}

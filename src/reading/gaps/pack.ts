/** What a language brings to `reading/gaps`. */
export interface GapPack {
  readonly language: string;
}

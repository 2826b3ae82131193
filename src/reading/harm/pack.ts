/** What a language brings to `reading/harm`. */
export interface HarmPack {
  readonly language: string;
}

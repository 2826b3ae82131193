/** What a language brings to `reading/events`. */
export interface EventPack {
  readonly language: string;
}

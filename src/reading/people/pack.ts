/** What a language brings to `reading/people`. */
export interface PeoplePack {
  readonly language: string;
}

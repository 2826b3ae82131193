/** What a language brings to `reading/parties`. */
export interface PartyPack {
  readonly language: string;
}

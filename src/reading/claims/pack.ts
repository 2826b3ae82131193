/** What a language brings to `reading/claims`. */
export interface ClaimPack {
  readonly language: string;
}

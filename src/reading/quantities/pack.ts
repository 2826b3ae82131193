/** What a language brings to `reading/quantities`. */
export interface QuantityPack {
  readonly language: string;
}

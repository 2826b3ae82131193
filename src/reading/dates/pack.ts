/** What a language brings to `reading/dates`. */
export interface DatePack {
  readonly language: string;
}

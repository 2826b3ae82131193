/** English by its small words, none of them common in another language of Latin script. About a third of running English. */
export const FUNCTION_WORDS = (
  'the of and to was were that with by from his had has have been who which said after their they are not for it ' +
  'in an this these those when while where would could about into its him her our your he she we you on at as be is but'
).split(' ');

/** Regular English inflection, for the tables that training builds from a dictionary. */

export function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** "kills", "killed", "killing". A short word doubles its last letter: "stopped". */
export function verbForms(word: string): [string, string, string] {
  const doubles = /[^aeiouy][aeiou][bdgklmnprtvz]$/.test(word) && word.length <= 5;
  const stem = doubles ? word + word.slice(-1) : word.replace(/e$/, '');
  const past = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`;
  const gerund = /ie$/.test(word)
    ? `${word.slice(0, -2)}ying`
    : /[eo]e$|ye$/.test(word)
      ? `${word}ing`
      : `${stem}ing`;
  return [plural(word), past, gerund];
}

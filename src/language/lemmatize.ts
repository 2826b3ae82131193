/**
 * The dictionary form of a word, given its tag: irregular forms from a table, else the ending's rule. The longest
 * known ending decides; a rule says how many letters go and what comes instead.
 */

export interface LemmaTable {
  /** By tag, by form in lower case: the lemma. */
  readonly irregular: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By tag, by ending: "2y" takes two letters away and adds "y". The ending "" is the rule for all others. */
  readonly endings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Tags of names, whose lemmas keep their capitals. */
  readonly names: readonly string[];
}

const LONGEST_ENDING = 7;

/** The lemma of a form with this tag. The form comes with straight apostrophes and its own capitals. */
export function lemmatize(form: string, tag: string, table: LemmaTable): string {
  const lower = form.toLowerCase();
  const irregular = table.irregular[tag];
  if (irregular !== undefined && Object.hasOwn(irregular, lower)) return irregular[lower]!;
  const word = table.names.includes(tag)
    ? form === lower && form.length > 3
      ? capitalized(form)
      : form
    : lower;
  const endings = table.endings[tag];
  if (endings === undefined) return word;
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const ending = lower.slice(lower.length - length);
    if (!Object.hasOwn(endings, ending)) continue;
    const rule = endings[ending]!;
    const cut = rule.charCodeAt(0) - 48;
    if (cut >= word.length && rule.length === 1) return word;
    return word.slice(0, word.length - cut) + rule.slice(1);
  }
  return word;
}

function capitalized(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}

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
  /** Tags whose words are their own lemmas, letter for letter: those of addresses. */
  readonly whole?: readonly string[];
  /** Tags of common words, which keep their capitals where they are one letter ("plan B") or in no dictionary ("an Odmark"). */
  readonly common?: readonly string[];
  /** The tag of figures and the mark of their thousands, which the lemma leaves out: "1,200" is 1200. */
  readonly figures?: { readonly tag: string; readonly mark: string };
}

const LONGEST_ENDING = 7;

/** What a word's capitals are worth, beyond what its tag says. */
export interface Capitals {
  /** All of the sentence is written so: a name's capitals mean nothing but its first. */
  readonly inCapitals?: boolean;
  /** The word has one of its own, within a sentence, and no dictionary has it as a common word. */
  readonly isUnknown?: boolean;
}

/** The lemma of a form with this tag. The form comes with straight apostrophes and its own capitals. */
export function lemmatize(form: string, tag: string, table: LemmaTable, capitals: Capitals = {}): string {
  if (table.whole?.includes(tag)) return form;
  const lower = form.toLowerCase();
  const irregular = table.irregular[tag];
  if (irregular !== undefined && Object.hasOwn(irregular, lower)) return irregular[lower]!;
  if (tag === table.figures?.tag) {
    if (NUMERAL.test(form)) return form;
    if (isGrouped(form, table.figures.mark)) return form.replaceAll(table.figures.mark, '');
  }
  const word = table.names.includes(tag)
    ? nameOf(form, lower, capitals.inCapitals ?? false)
    : SERIAL.test(form) || (table.common?.includes(tag) && (capitals.isUnknown || LETTER.test(form)))
      ? form
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

function nameOf(form: string, lower: string, inCapitals: boolean): string {
  if (form === lower) return form.length > 3 && isPlain(form) ? capitalized(form) : form;
  return inCapitals && form.length > 3 && form === form.toUpperCase() && isPlain(form)
    ? capitalized(lower)
    : form;
}

function isPlain(form: string): boolean {
  return /^[\p{L}\p{M}'-]+$/u.test(form);
}

/** Roman figures, but for one letter. */
const NUMERAL = /^[IVXLCDM]{2,}$/;
/** "B-52", "R2D2": capitals that are part of a name of things. */
const SERIAL = /^\p{Lu}[\p{Lu}-]*\d/u;

const LETTER = /^\p{Lu}$/u;

/** Whether the mark parts groups of three figures: "1,200,000". */
function isGrouped(form: string, mark: string): boolean {
  const groups = form.split(mark);
  return (
    groups.length > 1 &&
    /^\d{1,3}$/.test(groups[0]!) &&
    groups.slice(1).every((group) => /^\d{3}(?:\.\d+)?$/.test(group))
  );
}

function capitalized(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}

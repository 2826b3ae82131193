/**
 * News agencies whose text other outlets print, and how they are credited: in a dateline "ORLU (Reuters) -", as the
 * byline, or as the source of a page. Names are the agencies' own; short forms count only within brackets or as a whole
 * byline. Agencies after the membership lists of EANA, OANA, FANA and NAM News Network.
 */

const AGENCIES: readonly (readonly [name: string, forms: string])[] = [
  ['Reuters', 'Reuters|Thomson Reuters'],
  ['Associated Press', 'AP|Associated Press|The Associated Press'],
  ['Agence France-Presse', 'AFP|Agence France-Presse|Agence France Presse'],
  ['United Press International', 'UPI|United Press International'],
  ['dpa', 'dpa|Deutsche Presse-Agentur'],
  ['EFE', 'EFE|Agencia EFE'],
  ['ANSA', 'ANSA'],
  ['Lusa', 'Lusa'],
  ['PA Media', 'PA|PA Media|Press Association'],
  ['Xinhua', 'Xinhua|Xinhua News Agency'],
  ['TASS', 'TASS|ITAR-TASS'],
  ['RIA Novosti', 'RIA|RIA Novosti'],
  ['Interfax', 'Interfax'],
  ['Ukrinform', 'Ukrinform'],
  ['Anadolu Agency', 'AA|Anadolu|Anadolu Agency'],
  ['WAFA', 'WAFA|Wafa'],
  ['SANA', 'SANA'],
  ['IRNA', 'IRNA'],
  ['Saba', 'Saba'],
  ['SUNA', 'SUNA'],
  ['Press Trust of India', 'PTI|Press Trust of India'],
  ['ANI', 'ANI'],
  ['IANS', 'IANS'],
  ['Kyodo', 'Kyodo|Kyodo News'],
  ['Yonhap', 'Yonhap|Yonhap News Agency'],
  ['Bernama', 'Bernama'],
  ['Antara', 'Antara'],
  ['News Agency of Nigeria', 'NAN|News Agency of Nigeria'],
  ['Canadian Press', 'The Canadian Press|Canadian Press'],
  ['Australian Associated Press', 'AAP|Australian Associated Press'],
];

const BY_FORM = new Map(
  AGENCIES.flatMap(([name, forms]) => forms.split('|').map((form) => [form.toLowerCase(), name] as const)),
);
const FORMS = [...BY_FORM.keys()].sort((a, b) => b.length - a.length).join('|');
/** "ORLU, Karsia, March 10 (Reuters) -", "(AP) —", "ORLU: (AFP)" */
const DATELINE = new RegExp(`^[^().!?]{0,80}\\((${FORMS})\\)\\s*(?:[-–—:]|$)?`, 'i');
/** "Reuters", "By Reuters", "Reuters in Orlu", "AFP, Orlu" */
const BYLINE = new RegExp(
  `^(?:\\p{L}{1,6}\\s+)?(?:the\\s+)?(${FORMS})(?:$|\\s*[,/|]|\\s+(?:in|and|with)\\b|\\s*[-–—])`,
  'iu',
);
/** "— With files from Reuters", "Source: AFP" at the end */
const CREDIT = new RegExp(
  `(?:^|[\\s(])(?:source|sources|with files from|with reporting by|additional reporting by|from|via|agency|المصدر|وكالة)\\s*[:：]?\\s*(?:the\\s+)?(${FORMS})[\\s.)]*$`,
  'iu',
);

/** The agency that a page credits with its text; undefined where it credits none. */
export function wireOf(byline: string | undefined, lines: readonly string[]): string | undefined {
  const last = lines.slice(-2).filter((line) => line.length < 120);
  const form =
    DATELINE.exec(lines[0] ?? '')?.[1] ??
    DATELINE.exec(lines[1] ?? '')?.[1] ??
    BYLINE.exec(byline ?? '')?.[1] ??
    last.map((line) => CREDIT.exec(line)?.[1]).find(Boolean);
  return form ? BY_FORM.get(form.toLowerCase()) : undefined;
}

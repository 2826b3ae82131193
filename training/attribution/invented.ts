/**
 * Invented reports of violence and accidents, with their attributions marked, as a supplement to PolNeAR: its articles are
 * of an election campaign and hardly know a ministry that gives a toll. Every text is put together from the sentences and
 * words below; people, places and bodies are made up. Spans follow PolNeAR's guidelines.
 *
 * In a sentence {s:…} is a source, {q:…} a cue with * before its head, {c:…} content; $WORD stands for one of a list.
 */
import type { Doc } from '../../src/language/doc.ts';
import { randomFrom, shuffle } from '../random.ts';
import { type Article, type GoldSpans, goldOn } from './corpus.ts';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  N: [
    'three',
    'four',
    'seven',
    'at least 12',
    '19',
    'more than 20',
    '32',
    'dozens of',
    'about 40',
    'up to 60',
    '112',
    'several',
  ],
  PEOPLE: [
    'people',
    'civilians',
    'soldiers',
    'villagers',
    'policemen',
    'workers',
    'passengers',
    'farmers',
    'children',
    'fighters',
    'prisoners',
    'traders',
  ],
  TOWN: [
    'Arle',
    'Port Sevrin',
    'Dunmara',
    'Kelvas',
    'Oru',
    'Tessaly',
    'Novi Brest',
    'Hadran',
    'Mirecourt Bay',
    'Sablé',
    'Umm Derra',
    'Quivo',
  ],
  STATE: ['Orvia', 'Kestland', 'Maravia', 'Sundar', 'Tolmea'],
  NATION: ['Orvian', 'Kestish', 'Maravian', 'Sundari', 'Tolmean'],
  FIRST: [
    'Ana',
    'Boris',
    'Celeste',
    'Davit',
    'Emeka',
    'Farida',
    'Goran',
    'Halima',
    'Ivo',
    'Joana',
    'Kwame',
    'Leila',
    'Mirko',
    'Nadia',
    'Oskar',
  ],
  LAST: [
    'Adeyo',
    'Brandel',
    'Castro Lima',
    'Dressler',
    'Elmasri',
    'Fontane',
    'Grubor',
    'Hallak',
    'Ivarsen',
    'Jelani',
    'Kovic',
    'Lindqvist',
    'Mbeki-Roe',
    'Nazari',
    'Orlov',
  ],
  TITLE: [
    'President',
    'Prime Minister',
    'Defence Minister',
    'Interior Minister',
    'Governor',
    'Mayor',
    'Colonel',
    'General',
    'Captain',
    'Dr',
    'Police chief',
    'Brigadier',
    'Health Minister',
    'Senator',
  ],
  ROLE: [
    'the provincial governor',
    'a hospital doctor',
    'the army’s spokesman',
    'a survivor',
    'head of the rescue service',
    'a shopkeeper',
    'the minister’s deputy',
    'a lawyer for the families',
    'who leads the relief effort',
    'a spokeswoman for the rebels',
  ],
  BODY: [
    'the army',
    'police',
    'the health ministry',
    'the interior ministry',
    'the defence ministry',
    'officials',
    'residents',
    'witnesses',
    'the governor’s office',
    'the United Nations',
    'the fire service',
    'a hospital official',
    'the coast guard',
    'the $NATION government',
    'the $NATION army',
    'rescue workers',
    'the prosecutor’s office',
    'a security source',
    'local officials',
    'the charity Open Roads',
    'the UN mission',
    'doctors at the city hospital',
    'medics',
    'the regional police',
    'two officials',
    'a village elder',
    'the mayor’s spokesman',
    'residents and a nurse',
    'the army and the police',
    'the $TOWN Centre for Human Rights',
    'the disaster agency',
    'the National Salvation Front',
  ],
  GROUP: [
    'The National Salvation Front',
    'The Sons of the Valley',
    'The rebels',
    'The $TOWN Liberation Movement',
    'The militia',
    'A little-known group, Dawn Brigade,',
    'The separatists',
  ],
  OUTLET: [
    'state television',
    'the $TOWN Herald',
    'Radio Orvia',
    'the news agency Kestpress',
    'local media',
    'a local radio station',
    'the daily La Prensa del Sur',
    'Channel Nine',
    'the magazine Frontline',
  ],
  HEARER: [
    'reporters',
    'journalists',
    'the $TOWN Herald',
    'state radio',
    'lawmakers',
    'a news conference',
    'Channel Nine',
    'the court',
    'local television',
    'the BBC',
    'AFP',
    'Reuters by telephone',
  ],
  DAY: [
    'on Monday',
    'on Tuesday',
    'on Sunday',
    'on Friday evening',
    'on Thursday',
    'early on Saturday',
    'late on Wednesday',
    'on Tuesday morning',
  ],
  CAUSE: [
    'an air strike',
    'a suicide bombing',
    'an explosion',
    'a landslide',
    'a drone attack',
    'a rocket',
    'a bus crash',
    'the shelling',
    'gunmen',
    'a fire',
    'the floods',
    'an ambush',
  ],
  EVENT: [
    '$N $PEOPLE were killed in $CAUSE near $TOWN',
    '$CAUSE killed $N $PEOPLE in $TOWN',
    '$N $PEOPLE died when a mine collapsed',
    '$N $PEOPLE were missing after $CAUSE',
    'the bodies of $N $PEOPLE had been found',
    'the toll had risen to $N',
    '$N $PEOPLE had been wounded',
    'troops had entered $TOWN',
    'the attackers had fled towards $TOWN',
    'the bridge at $TOWN was destroyed',
  ],
  QUOTE: [
    'We heard the planes and then everything shook',
    'They shot at everything that moved',
    'Nobody has come to help us',
    'We will find those who did this',
    'My brother was inside the house',
    'There are still people under the rubble',
    'We did not target civilians',
    'It was a massacre',
    'The brakes failed on the hill',
    'Our men fought to the end',
    'I carried him out myself',
    'This is a dark day for $STATE',
  ],
  MORE: [
    'There was blood everywhere',
    'We have no more beds',
    'They will pay for it',
    'I don’t know where my children are',
    'It is not over yet',
    'We need help now',
  ],
  HEADLINE: [
    '$N killed in $TOWN attack',
    'No survivors in $TOWN crash',
    'Toll in $TOWN rises to 40',
    'Army shelled $TOWN',
    '$N soldiers dead in ambush',
  ],
  SAID: ['said', 'said', 'said', 'announced', 'reported', 'confirmed', 'added', 'told reporters'],
  CHANNEL: [
    'in a statement',
    'on Telegram',
    'in a post on X',
    'in a televised address',
    'in a video message',
    'on its website',
    'on Facebook',
    'at a news conference',
    'by telephone',
  ],
};

const SENTENCES: readonly string[] = [
  '{c:$EVENT}, {s:$BODY} {q:*said} $DAY.',
  '{c:$EVENT}, {s:$BODY} {q:*said}.',
  '{c:$EVENT}, {s:$BODY} {q:*said}.',
  '{c:$EVENT}, {s:$TITLE $FIRST $LAST} {q:*said} $DAY.',
  '{s:$BODY} {q:*said} $DAY {c:that $EVENT}.',
  '{s:$BODY} {q:*said} {c:$EVENT}.',
  '{s:$BODY} {q:*said in a statement} {c:that $EVENT}.',
  '{c:$EVENT}, {s:$BODY} {q:*said in a statement}.',
  '{c:$EVENT}, {s:$BODY} {q:*said}, adding to a toll that stood at nine.',
  '{c:“$QUOTE,”} {s:$TITLE $FIRST $LAST} {q:*said}.',
  '{c:“$QUOTE,”} {s:$FIRST $LAST, $ROLE,} {q:*said}. {c:“$MORE.”}',
  '{c:“$QUOTE,”} {q:*said} {s:$FIRST $LAST, $ROLE}. {c:“$MORE.”}',
  '{c:“$QUOTE,”} {s:$LAST} {q:*told} $HEARER $DAY. {c:“$MORE.”}',
  '{c:“$QUOTE,”} {s:he} {q:*said}.',
  '{c:“$QUOTE,”} {s:the statement} {q:*said}.',
  '{s:$LAST} {q:*told} $HEARER {c:that $EVENT}.',
  '{s:He} {q:*told} $HEARER {c:that $EVENT}.',
  '{s:She} {q:*said} {c:$EVENT}.',
  '{s:It} {q:*said} {c:$EVENT}.',
  '{c:$EVENT}, {q:*according to} {s:$BODY}.',
  '{q:*According to} {s:$BODY}, {c:$EVENT}.',
  '{c:$EVENT}, {s:$BODY} {q:*said}, citing hospital records.',
  '{c:$EVENT}, {s:$OUTLET} {q:*reported}, citing police.',
  '{c:$EVENT}, {s:$OUTLET} {q:*reported} $DAY.',
  '{c:$EVENT}, {s:$TITLE $FIRST $LAST} {q:*claimed} $DAY in an interview with $OUTLET.',
  '{c:$EVENT}, {s:$TITLE $FIRST $LAST} {q:*said} $DAY in an interview.',
  '{c:$EVENT}, {s:$TITLE $LAST} {q:*disclosed} $DAY on his Facebook page.',
  '{s:$BODY} {q:*put} {c:the number of dead at $N}.',
  '{s:$BODY} {q:*put} {c:the toll at $N}, while {s2:$BODY} {q2:*said} {c2:$EVENT}.',
  '{s:$BODY} {q:*estimated} {c:the losses at about 120}.',
  '{s:$BODY} {q:*estimated} {c:that $EVENT}.',
  '{c:No ransom was paid}, {q:*insisted} {s:$LAST}.',
  '{c:$EVENT}, {q:*said} {s:$TITLE $FIRST $LAST}.',
  '{c:The attackers} {q:are *believed} {c:to have crossed the border}.',
  '{c:$N $PEOPLE} {q:were *feared} {c:dead}, {s2:$BODY} {q2:*said}.',
  '{c:The driver} {q:*reportedly} {c:fell asleep}.',
  '{q:It was *reported} {c:that $EVENT}.',
  '{s:$FIRST $LAST, $ROLE,} {q:*acknowledged} {c:that $EVENT}.',
  '{s:$BODY} {q:has *acknowledged} {c:that $EVENT}.',
  '{s:$GROUP} {q:*claimed} {c:responsibility for the attack} $CHANNEL.',
  '{s:$GROUP} {q:*said} $CHANNEL {c:that $EVENT}.',
  '{s:$BODY} {q:*said} $CHANNEL $DAY {c:that $EVENT}.',
  '{s:$BODY} {q:*denied} {c:that $EVENT}.',
  '{s:$BODY} {q:*denied} {c:the accusation}.',
  '{s:$BODY} {q:*declined} {c:to say how many were hurt}.',
  '{s:$LAST} {q:would not *say} {c:who was responsible}.',
  '{s:A nurse, $FIRST $LAST,} {q:*recalled:} {c:“$QUOTE.”}',
  '{s:$TITLE $FIRST $LAST} {q:*said:} {c:“$QUOTE.”}',
  '{s:$TITLE $FIRST $LAST} {q:was quoted by the state news agency as *saying} {c:that $EVENT}.',
  '{s:An officer}, speaking on condition of anonymity because he feared reprisals, {q:*said} {c:that $EVENT}.',
  '{s:A diplomat}, who did not want to be named, {q:*said} {c:$EVENT}.',
  '{c:$EVENT}, {s:a witness} {q:*told} $HEARER, asking not to be named.',
  'Speaking to journalists in $TOWN $DAY, {s:$TITLE $FIRST $LAST} {q:*said} {c:that $EVENT}.',
  '{c:$N $PEOPLE from $TOWN were killed when their convoy was ambushed near $TOWN}, {s:$BODY} {q:*said in a statement}.',
  '{c:$PEOPLE in the capital shot dead three protesters $DAY}, {s:$BODY} {q:*said}.',
  '{s:$BODY} {q:*alleged} {c:that $EVENT}.',
  '{s:$BODY} {q:*warned} {c:that the toll could rise}.',
  '{s:$BODY} {q:*believe} {c:that a gas bottle exploded}.',
  '{s:$TITLE $FIRST $LAST} {q:*vowed} {c:to find those responsible}.',
  '{s:$TITLE $FIRST $LAST} {q:*condemned} {c:“a cowardly attack”} in a televised speech $DAY.',
  '{s:$BODY} {q:*confirmed} {c:the deaths}.',
  '{s:He} {q:*said:}\n\n{c:“$QUOTE.”}',
  '{s:$TITLE $FIRST $LAST} {q:*told} $HEARER:\n\n{c:“$QUOTE.”}',
  '{c:“$QUOTE.”}\n\n{q:*—} {s:$FIRST $LAST}',
  '$EVENT.',
  '$N ambulances stood outside the hospital in $TOWN.',
  'The road to $TOWN has been closed since $CAUSE last year.',
  'Schools in $TOWN will stay shut, and the market called the Old Yard is empty.',
];

const HEADLINES: readonly string[] = [
  '{s:$TITLE}{q:*:} {c:$HEADLINE}',
  '{s:Army}{q:*:} {c:$HEADLINE}',
  '{c:$HEADLINE}, {s:police} {q:*say}',
  '{c:$HEADLINE}, {s:governor} {q:*says}',
  '{c:$HEADLINE}{q:*:} {s:ministry}',
  '$HEADLINE',
];

/** Reports put together from the sentences, the same for the same seed. */
export function inventedArticles(count: number, seed: number, analyse: (text: string) => Doc): Article[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const fill = (template: string): string => {
    let text = template;
    for (let depth = 0; depth < 4; depth++)
      text = text.replace(/\$([A-Z]+)/g, (whole, name) => (LISTS[name] ? pick(LISTS[name]) : whole));
    return text;
  };
  const deck = (): string[] => shuffle([...SENTENCES], random);
  let cards = deck();
  return Array.from({ length: count }, (_, k) => {
    const paragraphs = [[fill(pick(HEADLINES))]];
    while (paragraphs.length < 6) {
      const sentences = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
        if (cards.length === 0) cards = deck();
        return capitalised(fill(cards.pop()!));
      });
      paragraphs.push(sentences);
    }
    const { text, spans } = unmarked(paragraphs);
    const doc = analyse(text);
    return { id: `invented-${k}`, doc, gold: goldOn(doc, spans) };
  });
}

/** With a capital after the marks and braces that it opens with. */
function capitalised(sentence: string): string {
  return sentence.replace(
    /^((?:\{\w+:)?[*“]*)(\p{Ll})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}

/** The plain text of marked paragraphs, and the spans of each attribution in it. */
function unmarked(paragraphs: readonly (readonly string[])[]): { text: string; spans: GoldSpans[] } {
  let text = '';
  const spans: GoldSpans[] = [];
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const open = new Map<
      string,
      {
        source: [number, number][];
        cue: [number, number][];
        content: [number, number][];
        cueHead?: [number, number];
      }
    >();
    const finish = () => {
      for (const one of open.values()) if (one.cue.length > 0) spans.push(one);
      open.clear();
    };
    for (const [k, sentence] of paragraph.entries()) {
      finish();
      if (k > 0) text += ' ';
      for (const piece of sentence.split(/(\{[^}]*\})/)) {
        const marked = /^\{([sqc])(\d?):([^}]*)\}$/.exec(piece);
        if (!marked) {
          text += piece;
          continue;
        }
        const [, role, number, words] = marked as unknown as [string, 's' | 'q' | 'c', string, string];
        const one = open.get(number) ?? { source: [], cue: [], content: [] };
        open.set(number, one);
        const start = text.length;
        const star = words.indexOf('*');
        text += words.replace('*', '');
        const span: [number, number] = [start, text.length];
        if (role === 's') one.source.push(span);
        else if (role === 'c') one.content.push(span);
        else {
          one.cue.push(span);
          const head = start + Math.max(0, star);
          one.cueHead = [head, head + (/^\p{L}+/u.exec(text.slice(head))?.[0].length ?? 1)];
        }
      }
    }
    finish();
  }
  return { text, spans };
}

/** How English puts people into phrases: articles, pronouns, and the words that join, list and take apart. */
import type { PeoplePack } from '../../../reading/people/pack.ts';
import { NOT_PEOPLE, PERSON_ADJECTIVES, PERSON_NOUNS } from './nouns.ts';

const set = (words: string) => new Set(words.split(' '));
const runs = (text: string) => text.split('|').map((run) => run.trim().split(' '));

/** Plurals of peoples, parties and faiths. Those in "-is" are listed, for so many names end so. */
const PEOPLES_NAME =
  /(?:ans|ians|(?:nether|new zea|ice|green|fin)lander|(?:nether|zea|ice|green|fin)landers|ists|ites|ese|rebels|israelis|iraqis|pakistanis|yemenis|saudis|somalis|bangladeshis|nepalis|emiratis|kuwaitis|houthis|yazidis|nazis|kashmiris|bengalis|naxals|kurds|turks|arabs|serbs|croats|swedes|finns|danes|poles|czechs|thais|uzbeks|kazakhs|tajiks|tutsis|hutus|sikhs|hindus|jews|druze|alawites|sandinistas|contras|zapatistas|zetas)$/;

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const PLURAL_TAGS = new Set(['NNS', 'NNPS']);

const HONORIFICS = set(
  'mr mr. mrs mrs. ms ms. miss dr dr. prof prof. hajj hajji haj haji hajja hajjah haja sheikh shaikh shaykh sheik eng. eng ustad citizen martyr mullah maulana sir lady',
);

export const ENGLISH_PEOPLE: PeoplePack = {
  language: 'en',
  nouns: PERSON_NOUNS,
  notPeople: NOT_PEOPLE,
  adjectives: PERSON_ADJECTIVES,
  isPlural: (doc, noun) =>
    PLURAL_TAGS.has(doc.xpos(noun)) ||
    (/[a-z]s$/.test(doc.form(noun)) && !/(?:ss|us|is)$/.test(doc.lower(noun))),
  looksLikePerson: (noun) =>
    /(?:man|men|woman|women|masters?|keepers?|workers?|ists?|ians?|smiths?|drivers?|holders?|makers?)$/.test(
      noun,
    ),
  looksAbstract: (noun) => /(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|hood)s?$/.test(noun),
  isPeoplesName: (doc, name) => PEOPLES_NAME.test(doc.lower(name)),
  isFinite: (doc, verb) => doc.upos(verb) === 'AUX' || FINITE.has(doc.xpos(verb)),
  words: {
    singular: set('a an another the this that one each every'),
    indefinite: set('a an another one'),
    possessive: set('his her their its my our your whose'),
    definite: set('the this that these those his her its their'),
    severalPossessive: set('their our your'),
    possessiveGender: new Map([
      ['his', 'male'],
      ['her', 'female'],
    ] as const),
    possessiveMark: set("'s '"),
    both: set('both'),
    pronouns: new Map([
      ['he', { several: false, gender: 'male' }],
      ['him', { several: false, gender: 'male' }],
      ['himself', { several: false, gender: 'male', reflexive: true }],
      ['she', { several: false, gender: 'female' }],
      ['her', { several: false, gender: 'female' }],
      ['herself', { several: false, gender: 'female', reflexive: true }],
      ['self', { several: false, reflexive: true }],
      ['i', { several: false }],
      ['me', { several: false }],
      ['they', { several: true }],
      ['them', { several: true }],
      ['themselves', { several: true, reflexive: true }],
      ['we', { several: true }],
      ['us', { several: true }],
      ['those', { several: true }],
      ['everyone', { several: true }],
      ['someone', { several: false }],
      ['somebody', { several: false }],
    ] as const),
    pointing: set('those these'),
    speaker: set('i me myself'),
    relatives: set('who whom which that'),
    relativePossessive: set('whose'),
    and: set('and &'),
    of: set('of'),
    with: set('with'),
    into: set('in at near'),
    from: set('from'),
    prepositions: set(
      'of in on at by for with from to near into against between among during after before inside outside around under over through within across along behind beside beneath above below off toward towards upon aboard since until amid following',
    ),
    clauseOpeners: set('after before since until as'),
    alongside: runs('along with|as well as|together with|alongside|and also|plus|and then'),
    including: runs(
      'including|among them|amongst them|among whom|of whom|of which|including among them|of them|among those|and including|inclusive of',
    ),
    ofThem: runs('of them|of whom|of which|of the victims|of the dead|of those killed|among them'),
    identifiedAs: runs(
      'identified as|named as|identified by police as|known as|identified|named|called|namely|viz|i.e.',
    ),
    all: set('all'),
    offspring: set('son daughter child grandchild grandson granddaughter'),
    namely: set('namely viz'),
    nameParticles: set(
      'al el bin ibn bint abu abd umm um de da dos das del della di van von der la le ul ur un',
    ),
    nameSuffixes: set('jr jr. sr sr. ii iii iv'),
    honorifics: HONORIFICS,
    besideNames: new Set([
      'al',
      'el',
      'ul',
      'bin',
      'ibn',
      'bint',
      'de',
      'da',
      'dos',
      'la',
      ...[...HONORIFICS].map((word) => word.replace('.', '')),
    ]),
    parentNames: new Map([
      ['abu', 'male'],
      ['abo', 'male'],
      ['umm', 'female'],
      ['um', 'female'],
    ] as const),
    kunyas: set('umm um'),
    alias: set('alias aka a.k.a. @ a.k.a nicknamed'),
    ageUnits: set('year years month months week weeks day days yr yrs y'),
    ageWords: set('old olds'),
    aged: set('aged age ages'),
    through: set(
      'member members group groups family families number body bodies corpse corpses remains majority team crew couple pair band gang lives life dozens scores hundreds thousands half most part total all some many several civilians class crowd convoy',
    ),
    others: set('others other more people'),
    stops: set('hostage captive prisoner dead alive missing each'),
    stopsAfterNoun: set('one'),
    units: set(
      "% percent per cent year years month months week weeks day days hour hours minute minutes second seconds am pm a.m. p.m. a.m p.m km kilometre kilometres kilometer kilometers mile miles metre metres meter meters feet foot inch inches mm cm kg kilogram kilograms kilo kilos ton tons tonne tonnes pound pounds dollar dollars euro euros rupee rupees peso pesos million billion trillion crore lakh times round rounds bullet bullets shots house houses home homes building buildings vehicle vehicles car cars rocket rockets missile missiles bomb bombs shell shells attack attacks strike strikes airstrike airstrikes explosion explosions blast blasts incident incidents rifle rifles gun guns weapon weapons pistol pistols magazine magazines grenade grenades caliber calibre millimeter millimetre o'clock hrs degrees acres hectares points votes seats goals counts street avenue road block blocks north south east west gb mg",
    ),
  },
};

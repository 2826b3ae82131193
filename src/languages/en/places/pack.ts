/** Places in English. */
import type { PlacePack } from '../../../reading/places/pack.ts';
import { COMMON_WORDS } from './common-words.ts';
import { COUNTRIES } from './countries.ts';
import { STATE_NAMES, STATE_SHORT_FORMS } from './states.ts';

const words = (text: string) => text.split(' ');

function kinds(): PlacePack['kinds'] {
  const table: [PlacePack['kinds'][string], string][] = [
    [
      'site',
      'hospital clinic school mosque church cathedral temple market bazaar souk supermarket prison jail barracks base airport airfield airbase port harbour harbor station bridge tunnel checkpoint crossing roundabout junction intersection square tower towers building stadium university college centre center complex hotel restaurant cafe bar club bakery farm ranch plantation hacienda mine plant factory refinery dam depot headquarters embassy consulate monastery convent seminary cemetery park theatre theater mall plaza apartments hall school house embankment pier beach island river stream creek lake canal valley forest hill hills mountain mountains',
    ],
    ['street', 'street st road avenue ave boulevard blvd highway lane drive expressway freeway corridor'],
    [
      'neighbourhood',
      'neighbourhood neighborhood quarter suburb camp area block sector ward barrio colony township estate projects section zone',
    ],
    ['city', 'city town village hamlet settlement kibbutz jurisdiction'],
    ['district', 'district county municipality subdistrict governorate canton tehsil taluk mandal'],
    ['province', 'province state department region oblast strip peninsula republic'],
  ];
  return Object.fromEntries(
    table.flatMap(([precision, nouns]) => words(nouns).map((noun) => [noun, precision])),
  );
}

export const ENGLISH_PLACES: PlacePack = {
  language: 'en',
  countries: COUNTRIES,
  shortProvinces: STATE_SHORT_FORMS,
  shortProvincesOf: 'US',
  provinceNames: STATE_NAMES,
  kinds: kinds(),
  kindModifiers: words(
    'refugee displacement idp residential border police military medical primary preparatory elementary high secondary middle general international shopping housing apartment town city market train bus metro railway',
  ),
  prepositions: {
    in: 'in',
    at: 'in',
    inside: 'in',
    within: 'in',
    across: 'in',
    throughout: 'in',
    on: 'in',
    over: 'in',
    near: 'near',
    outside: 'near',
    around: 'near',
    beside: 'near',
    opposite: 'near',
    behind: 'near',
    adjacent: 'near',
    towards: 'near',
    toward: 'near',
    close: 'near',
    along: 'in',
    off: 'off',
    between: 'between',
  },
  weakPrepositions: words('on over across along behind'),
  vague: [
    'north side',
    'south side',
    'east side',
    'west side',
    'northwest',
    'northeast',
    'southwest',
    'southeast',
    'downtown',
    'midtown',
    'uptown',
    'main',
    'city hall',
    'north',
    'south',
    'east',
    'west',
  ],
  kin: words(
    'family families clan clans tribe tribes home homes house houses residence brothers sisters household',
  ),
  directions: {
    north: 'north of',
    northeast: 'north of',
    northwest: 'north of',
    'north-east': 'north of',
    'north-west': 'north of',
    south: 'south of',
    southeast: 'south of',
    southwest: 'south of',
    'south-east': 'south of',
    'south-west': 'south of',
    east: 'east of',
    west: 'west of',
    outskirts: 'near',
    outside: 'near',
    edge: 'near',
    vicinity: 'near',
    coast: 'off',
  },
  between: words(
    'the a its their this that northern southern eastern western central northeastern northwestern southeastern southwestern north south east west downtown greater nearby neighbouring neighboring besieged occupied war-torn suburban rural upper lower city town village capital coastal border middle of',
  ),
  within: words(
    ', in of near the at on northern southern eastern western central northeastern northwestern southeastern southwestern north south east west northeast northwest southeast southwest inside outside within capital city province district state',
  ),
  particles: words(
    'de la del los las el al ad ash az ar of the du da do dos das e y di van von der den bin ibn ben',
  ),
  parting: ['of', 'the'],
  ownerMarks: ["'s"],
  titles: words(
    'mr mr. mrs mrs. ms ms. dr dr. president minister gen. general col. colonel lt. lt lieutenant capt. captain sgt. sgt sergeant maj. major cpl. cpl corporal officer detective chief sheriff deputy senator sen. rep. gov. governor mayor judge justice king queen prince sheikh shaikh haji imam father rev. reverend bishop archbishop monsignor journalist doctor engineer commander spokesman spokeswoman spokesperson secretary ambassador superintendent inspector named brother sister son daughter wife husband uncle aunt mother cousin nephew niece',
  ),
  speech: words('said says told added stated tweeted wrote posted confirmed announced claimed'),
  origins: words('of from'),
  commonWords: COMMON_WORDS,
  notNames: words(
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon tue wed thu fri sat sun i the a an in on at of and but or if he she it they we you his her their our my this that these those there when while after before as for from to by with no not',
  ),
  organisations: words(
    'ministry university police department agency news press network times post herald tribune journal council committee court bank company party front army forces force battalion brigade brigades division regiment guard command union association federation club team fc united organization organisation institute foundation office bureau commission authority service services society corps movement radio television tv channel family museum league school board hospital',
  ),
};

/** English words that show that the number beside them counts no people. */
import type { FigureFormRow, MeasureRow } from '../../../reading/quantities/pack.ts';

export const MEASURES: readonly MeasureRow[] = [
  {
    id: 'en/age-after',
    words:
      '- year - old|- year - olds|- year old|- year olds|year - old|year - olds|year old|year olds|- years - old|- years old|years - old|years old|years of age|year of age|- yr - old|- yr old|yr old|yrs old|yr - old|yrs . old|- month - old|- month - olds|- month old|month - old|month old|months old|- months - old|months of age|- week - old|week - old|week old|weeks old|- day - old|day - old|day old|days old|- year - aged|years aged|yo|y / o|- yo|- something|- somethings|years young|- minute - old|- hour - old|hours old',
    measures: 'age',
    side: 'after',
    says: ['A 20-year-old man died.', 'He was 54 years old.', 'A two-month-old baby died.'],
    not: ['20 old men died.'],
    source: 'docs/annotation-guide.md#ages',
  },
  {
    id: 'en/age-before',
    words:
      'aged|aged about|aged around|aged between|aged under|aged over|aged from|ages|age|age of|ages of|the age of|the ages of|aged just|aged only|ages ranging from|aged approximately|aged as young as|as young as|as old as',
    measures: 'age',
    side: 'before',
    says: ['A man aged 34 died.', 'They were aged between 3 and 12.', 'He died at the age of 70.'],
    not: ['Aged men died.'],
    source: 'docs/annotation-guide.md#ages',
  },
  {
    id: 'en/money-before',
    words: '$|€|£|¥|₹|usd|us $|rs|rs.|eur|gbp|us$|a$|c$|euro|inr|pkr|dlrs|dlrs.|$us',
    measures: 'money',
    side: 'before',
    says: ['They paid $400.', 'He was fined Rs 500.'],
    not: ['They paid 12 men.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/money-after',
    words:
      'dollar|dollars|- dollar|us dollars|euro|euros|- euro|rupee|rupees|- rupee|pesos|peso|shekels|shekel|dinars|dinar|riyals|riyal|rials|rial|lira|liras|roubles|rubles|ruble|rouble|naira|shillings|yen|yuan|cents|cent|pence|francs|franc|marks|sterling|colones|bolivars|soles|quetzales|cordobas|$|€|£|usd|pounds sterling|u.s. dollars',
    measures: 'money',
    side: 'after',
    says: ['They paid 400 dollars.', 'It cost two million euros.'],
    not: ['Four marked men died.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/percent',
    words:
      '%|percent|per cent|pc|pct|percentage points|percentage point|- percent|- per - cent|per - cent|- per cent|in every hundred',
    measures: 'fraction',
    side: 'after',
    says: ['Some 30 percent of homes fell.', 'It hurt 12% of them.'],
    not: ['Twelve people died.'],
    source: 'docs/annotation-guide.md#fractions',
  },
  {
    id: 'en/length',
    words:
      'km|kms|kilometre|kilometres|kilometer|kilometers|- kilometre|- kilometer|- km|mile|miles|- mile|metre|metres|meter|meters|- metre|- meter|- metres|- meters|m|ft|feet|foot|- foot|- feet|inch|inches|- inch|yard|yards|- yard|cm|centimetre|centimetres|centimeter|centimeters|nautical miles|furlongs|blocks|block|metres high',
    measures: 'length',
    side: 'after',
    says: ['It lies 20 km away.', 'It fell 300 metres from the school.', 'A 12-foot wall fell.'],
    not: ['Twelve people fell.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/area',
    words:
      'square km|square kilometres|square kilometers|square miles|square metres|square meters|square feet|- square - mile|- square - kilometre|- square - foot|hectares|hectare|- hectare|acres|acre|- acre|sq km|sq. km|cubic metres|cubic meters|cubic feet',
    measures: 'area',
    side: 'after',
    says: ['The fire took 40 hectares.', 'It covers 30 square miles.'],
    not: ['Thirty square-jawed men died.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/weight',
    words:
      'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|- kilogram|- kilo|- kg|tonne|tonnes|ton|tons|- tonne|- ton|- pound|- pounder|pound|pounds|lb|lbs|- lb|gram|grams|grammes|ounces|ounce|kilotons|- kiloton|megatons|sacks|bags|sticks',
    measures: 'weight',
    side: 'after',
    says: ['They seized 40 kg of powder.', 'A 500-pound bomb fell.'],
    not: ['Forty people fell.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/volume',
    words:
      'litre|litres|liter|liters|- litre|- liter|gallon|gallons|- gallon|barrels|barrel|bushels|units of blood',
    measures: 'volume',
    side: 'after',
    says: ['They lost 400 litres of fuel.'],
    not: ['Four hundred people left.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/temperature',
    words: 'degrees|degree|- degree|°c|°f|°|c .|degrees celsius',
    measures: 'temperature',
    side: 'after',
    says: ['It was 40 degrees in Velda.'],
    not: ['Forty graduates died.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/speed',
    words:
      'mph|kmh|kph|km / h|knots|- knot|kilometres per hour|miles per hour|kilometers per hour|km per hour|miles an hour|kilometres an hour',
    measures: 'speed',
    side: 'after',
    says: ['Winds of 90 mph hit Velda.'],
    not: ['Ninety people fled.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/strength-before',
    words: 'magnitude|magnitude of|measuring|richter|a magnitude|category|intensity',
    measures: 'strength',
    side: 'before',
    says: ['A quake of magnitude 6 hit Velda.'],
    not: ['Six quakes hit Velda.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/strength-after',
    words:
      '- magnitude|magnitude|on the richter scale|on the richter|volts|- volt|watts|megawatts|mw|kw|hz|mhz|horsepower|points|- point|decibels',
    measures: 'strength',
    side: 'after',
    says: ['A 6-magnitude quake hit Velda.'],
    not: ['Six pointed roofs fell.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/calibre',
    words:
      'mm|- mm|millimetre|millimetres|millimeter|millimeters|- millimetre|- millimeter|calibre|caliber|- calibre|- caliber|- cal|cal|bore|- bore|gauge|- gauge|rounds|- round',
    measures: 'calibre',
    side: 'after',
    says: ['A 155mm shell fell.', 'He fired a .315 bore rifle.', 'They fired 40 rounds.'],
    not: ['They boarded 12 men.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/duration',
    words:
      'seconds|minute|minutes|mins|min|hour|hours|hrs|hr|day|days|week|weeks|month|months|year|years|yrs|yr|decade|decades|century|centuries|night|nights|weekend|weekends|fortnight|season|seasons|- second|- minute|- hour|- day|- week|- month|- year|- decade|- night|- century|consecutive days|straight days|consecutive nights|more days|more years|more months|more weeks|more hours|full days|and a half hours|and a half years|long years|moments|moment|while|calendar days|working days|successive days|successive nights|school year|school days|terms|generations',
    measures: 'duration',
    side: 'after',
    says: ['They fought for 12 hours.', 'A three-day truce began.', 'It lasted two weeks.'],
    not: ['Twelve daily workers died.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/time-after',
    words:
      "am|pm|a.m.|p.m.|a.m|p.m|o'clock|gmt|utc|hours gmt|hours local time|gmt .|local time|hrs local time|bst|est|edt|pst|cet|hours ist|ist|noon|a . m .|p . m .",
    measures: 'time',
    side: 'after',
    says: ['It fell at 5 pm.', 'It fell at 9 a.m. in Velda.', 'He left at 7 local time.'],
    not: ['Five panicked men fled.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/times',
    words: 'times|time|- time|- times|fold|- fold|occasions|occasion|counts|count|votes|vote|seats|seat',
    measures: 'times',
    side: 'after',
    says: ['He was shot four times.', 'A three-time winner left.', 'He faces 12 counts of murder.'],
    not: ['Four timid men left.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/group-size',
    words:
      '- member|- members|- strong|- man|- men|- person|- people|- woman|- women|- passenger|- soldier|- child|- seat|- seater|- bed|- judge|- party|- crew|- nation|- country|- state|- team',
    measures: 'group size',
    side: 'after',
    says: ['A six-member family died.', 'A 12-strong patrol left.'],
    not: ['Six family members died.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/name-before',
    words:
      'no.|nos.|no|#|unit|route|highway|flight|channel|room|section|sections|article|articles|chapter|page|pages|resolution|boeing|airbus|block|sector|zone|area|level|phase|type|class|checkpoint|building|apartment|apt|apt.|suite|exhibit|case|gate|terminal|pier|platform|interstate|covid -|law|decree|order|act|bill|paragraph|clause|rule|grade|ward|district|precinct|battalion|brigade|division|regiment|squadron|platoon|company|camp|force|group of|formula|version|window|figure|table|point|track|tel|tel.|phone|telephone|fax|extension|box|p.o. box|serial|registration|cell|line|state road|county road|radio|fm|studio|mark|mk|kalashnikov|apollo|expo|stage|operation|code|dialled|dialed|emergency number|called|dial|ic|exit|lot|house no|bus|train|tower|mig -|camp no|post',
    measures: 'name',
    side: 'before',
    says: ['Unit 731 was there.', 'Flight 17 fell.', 'It was on Route 66.', 'He lived in Block 12.'],
    not: ['Unity came in 12 towns.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/parent-of',
    words:
      'father of|mother of|parent of|parents of|grandfather of|grandmother of|dad of|mum of|mom of|eldest of|youngest of',
    measures: 'other',
    side: 'before',
    says: ['Reno, a father of two, died.'],
    not: ['The father saw two men.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
];

/** Tokens of figures and letters, or of figures that are no whole number. Others are parts of names: "3D", "7x57". */
export const FIGURE_FORMS: readonly FigureFormRow[] = [
  {
    id: 'en/ordinal',
    form: /^\d[\d,]*(?:st|nd|rd|th|d)$/,
    measures: 'ordinal',
    says: ['The 21st body was found.'],
    not: ['The 21 bodies were found.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/round-the-clock',
    form: /^24\/7$/,
    measures: 'other',
    says: ['The clinic is open 24/7.'],
    not: ['It fell on 24/7/2019.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/clock-time',
    form: /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:am|pm|z|hrs?|h)?$|^0\d{3}(?:z|hrs?|h)?$/,
    measures: 'time',
    says: ['It fell at 09:30.', 'It fell at 0430.', 'It fell at 9:30pm.'],
    not: ['It fell on 9 people.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/date-figures',
    form: /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$|^\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?$|^\d{4}'?s$/,
    measures: 'date',
    says: ['It fell on 2024-03-05.', 'It fell on 5/3/2024.', 'It fell in the 1980s.'],
    not: ['It cost 20 lives.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/age-decade',
    form: /^\d{2}'?s$/,
    after: new Set(['his', 'her', 'their', 'my', 'our', 'early', 'mid', 'late', '-']),
    measures: 'age',
    says: ['A man in his 20s died.'],
    not: ['It began in the 80s.'],
    source: 'docs/annotation-guide.md#ages',
  },
  {
    id: 'en/decade',
    form: /^\d{2}'?s$/,
    measures: 'date',
    says: ['It began in the 80s.'],
    not: ['A man in his 20s died.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
  {
    id: 'en/bare-calibre',
    form: /^\.\d+$/,
    measures: 'calibre',
    says: ['He had a .22 in his coat.'],
    not: ['He had 22 coats.'],
    source: 'docs/annotation-guide.md#not-figures',
  },
];

/** Months and their short forms, with and without a full stop. */
export const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.'.split(
    ' ',
  ),
);

/** Words in capitals after a number that make it part of a name: "12 Battalion", "40 Ostra Street". */
export const NAME_AFTER: ReadonlySet<string> = new Set(
  'battalion brigade division regiment corps squadron commando army fleet group street st st. road rd rd. avenue ave ave. lane boulevard drive place court square close row terrace commando company infantry armoured armored field wing'.split(
    ' ',
  ),
);

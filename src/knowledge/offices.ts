/**
 * Offices and the kind of party that their holders speak for. The last words of an office decide: a "deputy health
 * minister" is a minister. Source: by hand, from the offices named in agency reports.
 */

/** 'own': the body that the office is of, whatever it is ("the director of Open Sea"). */
export type OfficeParty = 'state' | 'military' | 'police' | 'own';

const OFFICES = {
  state: [
    'president',
    'vice-president',
    'minister',
    'secretary',
    'chancellor',
    'premier',
    'ambassador',
    'king',
    'queen',
    'emir',
    'ministry',
    'government',
    'presidency',
    'cabinet',
    'embassy',
    'authority',
    'official',
    'diplomat',
  ],
  military: [
    'general',
    'colonel',
    'major',
    'brigadier',
    'admiral',
    'lieutenant',
    'commodore',
    'chief of staff',
    'army chief',
    'defence chief',
  ],
  police: ['police chief', 'sheriff', 'superintendent', 'inspector', 'detective', 'police officer'],
  own: [
    'commander',
    'leader',
    'head',
    'director',
    'chairman',
    'chairwoman',
    'chair',
    'chief',
    'coordinator',
    'manager',
    'secretary-general',
    'founder',
  ],
} as const satisfies Record<OfficeParty, readonly string[]>;

/** Every office, in lower case, with the kind of party that it speaks for. */
export const OFFICE_PARTIES: readonly (readonly [office: string, party: OfficeParty])[] = Object.entries(
  OFFICES,
).flatMap(([party, offices]) => offices.map((office) => [office, party as OfficeParty] as const));

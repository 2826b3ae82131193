/**
 * English nouns for people, by what they say of them. Singular forms; plurals are made by the regular endings but for
 * those written out after a slash. Status and age only as the word itself states them (docs/annotation-guide.md#victims):
 * "son" is no child, "villager" no civilian, "police officer" neither civilian nor combatant.
 */
import type { PersonNoun, PersonTraits } from '../../../reading/people/pack.ts';

interface Row extends PersonTraits {
  readonly words: string;
}

const ROWS: readonly Row[] = [
  {
    words:
      'person/people person/persons victim other/others individual soul resident passenger occupant survivor one/ones',
    general: true,
  },
  { words: 'human being', general: true },
  {
    words:
      'child/children kid minor youngster infant baby/babies newborn toddler schoolchild/schoolchildren preschooler juvenile foetus fetus/fetuses',
    child: true,
  },
  { words: 'boy schoolboy', child: true, gender: 'male' },
  { words: 'girl schoolgirl', child: true, gender: 'female' },
  {
    words:
      'woman/women lady/ladies housewife/housewives grandmother policewoman/policewomen businesswoman/businesswomen servicewoman/servicewomen congresswoman/congresswomen spokeswoman/spokeswomen widow',
    adult: true,
    gender: 'female',
  },
  { words: 'wife/wives mother grandma grandmother', adult: true, gender: 'female', kin: true },
  { words: 'man/men gentleman/gentlemen', adult: true, gender: 'male' },
  { words: 'male', gender: 'male' },
  { words: 'female', gender: 'female' },
  { words: 'husband father grandfather', adult: true, gender: 'male', kin: true },
  {
    words:
      'sister daughter granddaughter niece aunt girlfriend stepdaughter stepmother stepsister sister-in-law/sisters-in-law daughter-in-law/daughters-in-law mother-in-law/mothers-in-law fiancee fiancée mom mum',
    gender: 'female',
    kin: true,
  },
  {
    words:
      'brother son grandson nephew uncle boyfriend stepson stepfather stepbrother brother-in-law/brothers-in-law son-in-law/sons-in-law father-in-law/fathers-in-law fiance fiancé dad',
    gender: 'male',
    kin: true,
  },
  {
    words:
      'parent grandparent grandchild/grandchildren cousin sibling relative spouse partner neighbour neighbor friend roommate colleague companion bodyguard driver guard assistant aide in-law',
    kin: true,
  },
  { words: 'couple pair duo', several: 2 },
  { words: 'trio triplet', several: 3 },
  { words: 'twin', kin: true },
  {
    words:
      'crew group team squad patrol gang band population crowd congregation staff/staff unit contingent delegation class',
    several: true,
  },
  {
    words: 'family/families household clan tribe community/communities',
    several: true,
    uncounted: true,
  },
  { words: 'civilian noncombatant non-combatant', status: 'civilian', general: true },
  {
    words:
      'soldier fighter militant gunman/gunmen rebel insurgent guerrilla guerilla terrorist extremist jihadist jihadi maoist naxalite naxal ultra cadre paramilitary/paramilitaries serviceman/servicemen marine commando combatant trooper infantryman/infantrymen militiaman/militiamen mujahid/mujahideen mercenary/mercenaries conscript sniper paratrooper legionnaire legionary/legionaries separatist warrior jawan airman/airmen rifleman/riflemen cavalryman/cavalrymen peacekeeper reservist subversive',
    status: 'combatant',
  },
  { words: 'troops/troops forces/forces', status: 'combatant', several: true },
  { words: 'attacker assailant bomber gunman/gunmen shooter perpetrator hijacker kidnapper', attacker: true },
  {
    words:
      'doctor nurse paramedic medic physician surgeon midwife/midwives pharmacist dentist ambulanceman/ambulancemen medical-worker',
    group: 'medical',
    title: true,
  },
  {
    words:
      'journalist reporter photographer cameraman/cameramen photojournalist correspondent newsman/newsmen editor broadcaster columnist',
    group: 'journalist',
    title: true,
  },
  {
    words:
      'priest nun monk imam pastor cleric rabbi/rabbis bishop archbishop clergyman/clergymen preacher missionary/missionaries jesuit seminarian sheikh mullah vicar deacon monsignor msgr msgr.',
    group: 'religious',
    title: true,
  },
  { words: 'pensioner senior retiree centenarian octogenarian', group: 'elderly' },
  { words: 'prisoner detainee inmate captive hostage internee' },
  {
    words:
      'officer policeman/policemen cop constable sergeant inspector superintendent captain lieutenant colonel general major corporal private commander brigadier admiral sheriff deputy/deputies detective agent sub-inspector chief jailer warden gendarme carabinero ranger col col. lt lt. capt capt. gen gen. maj maj. sgt sgt. cpl cpl. pvt pvt. cmdr cmdr.',
    title: true,
  },
  {
    words:
      'president minister governor mayor senator congressman/congressmen mp/mps lawmaker legislator councillor councilor councilman/councilmen judge magistrate prosecutor lawyer attorney diplomat ambassador consul official secretary/secretaries director manager professor teacher engineer leader activist candidate politician sarpanch headman/headmen chairman/chairmen chairperson justice king queen prince princess/princesses coach principal deputy/deputies trade-unionist unionist representative delegate spokesman/spokesmen',
    title: true,
  },
  {
    words:
      'tribal adivasi associate accomplice havildar homeguard schoolteacher postmaster pradhan mukhiya sepoy moneylender spo/spos dsp/dsps stationmaster worker student pupil teacher farmer villager labourer laborer driver shopkeeper trader merchant vendor fisherman/fishermen miner migrant refugee tourist pilgrim worshipper worshiper mourner protester protestor demonstrator marcher striker bystander passer-by/passers-by passerby/passersby onlooker pedestrian motorist cyclist motorcyclist biker traveller traveler commuter shopper customer guest patron visitor clerk cashier employee staffer employer owner landlord tenant homeowner neighbour neighbor peasant herder herdsman/herdsmen shepherd cook chef waiter waitress/waitresses barber tailor carpenter mechanic electrician plumber builder bricklayer contractor businessman/businessmen banker accountant technician scientist researcher academic scholar lecturer graduate undergraduate freshman/freshmen teenager teen adolescent youth adult singer musician artist actor actress/actresses dancer athlete player footballer referee writer author poet blogger pilot sailor seaman/seamen mariner crewman/crewmen captain conductor stewardess/stewardesses firefighter fireman/firemen rescuer volunteer responder settler colonist colonel native local citizen compatriot national foreigner immigrant expatriate orphan widow widower bride groom mother-of-two suspect defendant convict criminal robber burglar thief/thieves bandit gangster smuggler trafficker dealer addict informer informant collaborator supporter follower member personnel/personnel people/people police/police folk/folk sentry/sentries watchman/watchmen bodyguard guard escort hunter butcher baker gardener nanny/nannies maid servant slave porter janitor caretaker custodian sweeper beggar vagrant nomad loner believer christian muslim jew hindu sikh buddhist shiite sunni catholic protestant dissident exile deserter defector spy/spies scout comrade sympathiser sympathizer operative recruit trainee apprentice intern veteran hero/heroes martyr murderer killer rapist stalker intruder trespasser squatter witness/witnesses aggressor kidnappee abductee evacuee returnee attendee trucker truck-driver cabbie rider skier climber hiker camper swimmer diver surfer boater angler partygoer churchgoer concertgoer moviegoer festivalgoer reveller reveler spectator fan employee clubgoer bartender bouncer courier messenger postman/postmen salesman/salesmen tribesman/tribesmen kinsman/kinsmen clansman/clansmen countryman/countrymen townsman/townsmen layman/laymen workman/workmen craftsman/craftsmen repairman/repairmen foreman/foremen ombudsman/ombudsmen sportsman/sportsmen horseman/horsemen boatman/boatmen oarsman/oarsmen ferryman/ferrymen middleman/middlemen leader elder/elders chieftain patriarch matriarch',
  },
];

/** Words before "worker" and the like that say more than it: "aid workers", "health workers". */
export const BEFORE_WORKER: ReadonlyMap<string, PersonTraits> = new Map([
  ['aid', { group: 'aid worker' }],
  ['relief', { group: 'aid worker' }],
  ['humanitarian', { group: 'aid worker' }],
  ['charity', { group: 'aid worker' }],
  ['health', { group: 'medical' }],
  ['healthcare', { group: 'medical' }],
  ['medical', { group: 'medical' }],
  ['hospital', { group: 'medical' }],
  ['ambulance', { group: 'medical' }],
  ['media', { group: 'journalist' }],
  ['press', { group: 'journalist' }],
]);

/** Adjectives that say more of whom they stand before. Source: docs/annotation-guide.md#victims. */
export const PERSON_ADJECTIVES: ReadonlyMap<string, PersonTraits> = new Map<string, PersonTraits>([
  ['civilian', { status: 'civilian' }],
  ['unarmed', {}],
  ['elderly', { group: 'elderly' }],
  ['aged', { group: 'elderly' }],
  ['pregnant', { group: 'pregnant' }],
  ['surrendered', { group: 'hors de combat' }],
  ['captured', { group: 'hors de combat' }],
  ['female', { gender: 'female' }],
  ['male', { gender: 'male' }],
  ['underage', { child: true }],
  ['minor', { child: true }],
]);

/** What harm verbs take that is no people. */
export const NOT_PEOPLE: ReadonlySet<string> = new Set(
  (
    'indistinct unintelligible omitted inaudible ' +
    'animal animals cow cows cattle sheep goat goats dog dogs cat cats horse horses camel camels donkey donkeys livestock bird birds chicken chickens pig pigs elephant elephants tiger tigers lion lions fish bull bulls buffalo buffaloes ' +
    'vehicle vehicles car cars truck trucks bus buses train trains plane planes aircraft helicopter helicopters ship ships boat boats tank tanks house houses home homes building buildings bridge bridges school schools shop shops ' +
    'bill bills deal deals hope hopes dream dreams career careers mood idea ideas plan plans project projects time pain engine engines lights economy market markets story stories proposal legislation amendment talks jobs virus bacteria cells ' +
    'pride feelings ego reputation weapon weapons rifle rifles gun guns bomb bombs rocket rockets round rounds drugs money cash goods property documents shell shells missile missiles drone drones computer computers phone phones ' +
    'day days week weeks month months year years hour hours minute minutes place places area areas attack attacks incident incidents clash clashes explosion explosions blast blasts fire shooting shootings number numbers percent per cent % ' +
    'leg legs knee knees shoulder hand hands arm arms head heads back ankle hamstring foot feet face neck chest film films video videos photo photos photograph glance look footage scene selfie movie deer rhino rhinos bear bears wolf wolves snake snakes hog hogs calf calves lamb lambs ox oxen hen hens duck ducks plant plants tree trees crop crops ' +
    'photographs image images picture pictures source sources name names post posts article articles list lists message messages page pages account accounts channel channels agency agencies outlet outlets website websites death deaths injury injuries casualty casualties fatality fatalities killing killings murder murders wound wounds generation generations ' +
    'district districts village villages town towns city cities state states country countries province provinces region regions camp camps hospital hospitals company companies organisation organisations organization organizations ' +
    'authority authorities ministry ministries university universities council councils committee committees bureau department departments office offices centre centers center institute association corporation foundation commission directorate faculty ' +
    'twitter facebook telegram youtube instagram tiktok whatsapp result results autopsy autopsies outcry argument arguments dispute disputes robbery robberies burglary shootout standoff stalemate chase intersection corner ' +
    'love weather interest debate conversation silence momentum support rumor rumour law laws case cases report reports evidence'
  ).split(' '),
);

const IRREGULAR_S = /(?:s|x|z|ch|sh)$/;

function pluralOf(singular: string): string {
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
  return IRREGULAR_S.test(singular) ? `${singular}es` : `${singular}s`;
}

/** Every form of every noun above. Where a word stands in two rows, their traits are put together. */
export const PERSON_NOUNS: ReadonlyMap<string, PersonNoun> = (() => {
  const nouns = new Map<string, PersonNoun>();
  const add = (form: string, noun: PersonNoun) => nouns.set(form, { ...nouns.get(form), ...noun });
  for (const { words, ...traits } of ROWS) {
    for (const word of words.split(' ')) {
      const [singular, plural = pluralOf(singular!)] = word.split('/') as [string, string?];
      if (plural !== singular) add(singular, { ...traits, lemma: singular, plural: false });
      add(plural, { ...traits, lemma: singular, plural: true });
    }
  }
  return nouns;
})();

/**
 * Forty short news stories, all invented, people and places too, with the toll that a careful reader takes from each
 * (the ten rules of the contract). They were tolled by hand, before any reader had read them.
 *
 * A slot in braces stands for a figure, a person or a place, so that `variants.ts` can exchange it for another of its
 * kind. A capital ("{Dead}") opens a sentence; "{chief.last}" is a person's last name alone.
 */

export interface Story {
  readonly id: string;
  readonly published: string;
  readonly title?: string;
  /** Paragraphs are a blank line apart. */
  readonly text: string;
  /** How many people; below ten it is spelled out. A text names the slots that it is the sum of: "old + died". */
  readonly figures?: Readonly<Record<string, number | string>>;
  /** Slots whose figures keep this order, from the smaller to the larger. */
  readonly rising?: readonly (readonly [smaller: string, larger: string])[];
  readonly people?: Readonly<Record<string, string>>;
  readonly places?: Readonly<Record<string, string>>;
  /** In capitals, as the wires once wrote. */
  readonly capitals?: true;
  /**
   * What is right for events[0], in figures and slots: "dead" exactly so many, "dead.." that many or more,
   * "low..high" between the two, "0" none, "a + b" and "a - b" sums, "?" not asked. A harm that is not listed is not told.
   */
  readonly toll: Readonly<Record<string, string>>;
}

export const STORIES: readonly Story[] = [
  {
    id: 'air-strike-market',
    published: '2024-05-15',
    text: `An air strike on a market in {town} killed {dead} people and wounded {hurt} on Tuesday, the health ministry said.

Among the dead were {kids} children. The army said it had struck a weapons store.`,
    figures: { dead: 23, hurt: 41, kids: 5 },
    places: { town: 'Tarvela' },
    toll: { killed: 'dead', injured: 'hurt' },
  },
  {
    id: 'air-strike-family',
    published: '2024-02-16',
    text: `Warplanes bombed the home of a teacher in {town} before dawn on Friday, neighbours said.

{father}, his wife and their {kids} children were killed. A grandmother who had been asleep in the yard was pulled out with burns.`,
    figures: { kids: 4 },
    people: { father: 'Yusef Damrani' },
    places: { town: 'Ossim' },
    toll: { killed: 'kids + 2', injured: '1' },
  },
  {
    id: 'drone-pickup',
    published: '2023-11-09',
    text: `A drone strike on a pick-up truck near {town} killed {nurse}, a nurse, and her driver late on Wednesday, the regional hospital said.

It was not clear who had carried out the strike.`,
    people: { nurse: 'Amina Korat' },
    places: { town: 'Dulmara' },
    toll: { killed: '2' },
  },
  {
    id: 'bar-shooting',
    published: '2016-08-21',
    title: '{Dead} dead, {hurt} injured in {town} shooting',
    text: `Police say {dead} people are dead and {hurt} others injured after a shooting outside a bar in {town} early Sunday.

Officers found the victims in the car park at about 2:15 a.m. No arrests have been made.`,
    figures: { dead: 2, hurt: 6 },
    places: { town: 'Marrow Creek' },
    toll: { killed: 'dead', injured: 'hurt' },
  },
  {
    id: 'one-by-one',
    published: '2017-06-04',
    text: `A 20-year-old man and a 34-year-old woman were shot dead in {town} on Saturday night, police said.

A third victim, a 19-year-old man, was taken to hospital with a gunshot wound to the leg. Detectives have not named a suspect.`,
    places: { town: 'Eastbrook' },
    toll: { killed: '2', injured: '1' },
  },
  {
    id: 'block-party',
    published: '2015-07-18',
    text: `{Shot} people were shot at a block party in {town} on Friday night and {died} of them died, the sheriff's office said.

The others are expected to recover. The party had drawn some 200 guests.`,
    figures: { shot: 8, died: 3 },
    rising: [['died', 'shot']],
    places: { town: 'Holm Ferry' },
    toll: { killed: 'died', injured: 'shot - died' },
  },
  {
    id: 'clash-both-sides',
    published: '2019-03-12',
    text: `{Soldiers} soldiers and {rebels} rebels were killed in a clash near {town} on Monday, the army said.

{Hurt} more soldiers were wounded and flown to the capital.`,
    figures: { soldiers: 4, rebels: 17, hurt: 6 },
    places: { town: 'Kerran' },
    toll: { killed: 'soldiers + rebels', injured: 'hurt' },
  },
  {
    id: 'ambush-colonel',
    published: '2020-10-06',
    text: `Gunmen ambushed an army convoy on the road to {town} on Monday, killing the commander, Colonel {colonel}, and {men} of his men.

A search for the attackers was under way, a spokesman told state radio.`,
    figures: { men: 7 },
    people: { colonel: 'Idris Balewa' },
    places: { town: 'Sorogo' },
    toll: { killed: 'men + 1' },
  },
  {
    id: 'car-bomb',
    published: '2014-01-30',
    text: `A car bomb killed at least {dead} people, including {kids} children, at a bus station in {town}, officials said on Thursday.

More than {hurt} were wounded, many of them students on their way home.`,
    figures: { dead: 19, kids: 3, hurt: 50 },
    places: { town: 'Qadrin' },
    toll: { killed: 'dead..', injured: 'hurt + 1..' },
  },
  {
    id: 'bus-kidnapping',
    published: '2021-04-19',
    text: `Armed men kidnapped {taken} passengers from a bus on the road to {town} on Sunday.

The driver was shot dead as he tried to flee, the state police command said.`,
    figures: { taken: 18 },
    places: { town: 'Bagona' },
    toll: { killed: '1', abducted: 'taken' },
  },
  {
    id: 'bus-accident',
    published: '2018-09-11',
    text: `A bus plunged off a mountain road near {town} on Monday, killing {dead} passengers and injuring {hurt} more.

The vehicle was carrying 52 people, traffic police said. Rescuers worked for nine hours to reach the gorge.`,
    figures: { dead: 14, hurt: 22 },
    places: { town: 'Pasco Alto' },
    toll: { killed: 'dead', injured: 'hurt' },
  },
  {
    id: 'protest-boy',
    published: '2022-06-09',
    text: `Police shot and killed a 17-year-old boy during a protest in {town} on Wednesday, his family said. Police deny that officers opened fire.

"He was running away," said his aunt, {aunt}.`,
    people: { aunt: 'Teresa Olmedo' },
    places: { town: 'San Brujo' },
    toll: { killed: '1' },
  },
  {
    id: 'wire-police-post',
    published: '1991-03-12',
    text: `{town}, 12 Mar 91 (APEX) -- [TEXT] Guerrillas attacked a police post in {town} today, killing {dead} policemen and wounding {hurt}.

Police sources reported that the attackers fled toward the mountains. Peasants said that they had left behind pamphlets.`,
    figures: { dead: 3, hurt: 5 },
    places: { town: 'Santa Orla' },
    capitals: true,
    toll: { killed: 'dead', injured: 'hurt' },
  },
  {
    id: 'wire-two-bulletins',
    published: '1989-11-20',
    text: `{city}, 20 Nov 89 (LATIPRES) -- [TEXT] Military sources reported today that {rebels} guerrillas died in fighting on the outskirts of {city}.

The clandestine rebel radio station said that {soldiers} soldiers were killed in the same fighting.`,
    figures: { rebels: 26, soldiers: 11 },
    places: { city: 'San Telmo' },
    capitals: true,
    toll: { killed: 'rebels + soldiers' },
  },
  {
    id: 'ferry',
    published: '2023-07-24',
    title: 'Ferry sinks off {port}',
    text: `At least {dead} people drowned when a ferry capsized off {port} on Sunday, the coast guard said.

A further {lost} were still missing on Monday morning. The boat was licensed to carry 60.`,
    figures: { dead: 31, lost: 12 },
    places: { port: 'Port Havelin' },
    toll: { killed: 'dead..', missing: 'lost' },
  },
  {
    id: 'shells-quoted',
    published: '2024-09-08',
    text: `"{Dead} of our neighbours are dead," said {witness}, a shopkeeper in {town}, after shells hit the old quarter on Saturday. "My brother lost a leg."

The shelling lasted an hour, residents said.`,
    figures: { dead: 6 },
    people: { witness: 'Samir Haddan' },
    places: { town: 'Belqas' },
    toll: { killed: 'dead', injured: '1' },
  },
  {
    id: 'family-car',
    published: '2016-12-14',
    text: `A lorry ran into a family car near {town} on Tuesday morning, police said.

{mother}, 41, died at the scene. Her son {son}, 9, died later in hospital. Her husband was seriously injured.`,
    people: { mother: 'Helen Marsk', son: 'Oliver Marsk' },
    places: { town: 'Lower Welby' },
    toll: { killed: '2', injured: '1' },
  },
  {
    id: 'toll-rises',
    published: '2013-08-15',
    text: `The death toll from Monday's bombing of a mosque in {town} rose to {total} from {old} on Thursday after {died} of the wounded died, a doctor said.

Another {hurt} people were still being treated.`,
    figures: { old: 21, died: 6, total: 'old + died', hurt: 37 },
    places: { town: 'Ghazir' },
    toll: { killed: 'total', injured: 'hurt' },
  },
  {
    id: 'died-of-wounds',
    published: '2018-05-22',
    text: `A man wounded in Sunday's shooting at a café in {town} has died of his wounds, the hospital said on Tuesday, bringing the number of dead to {total}.

{Hurt} others were hurt in the attack.`,
    figures: { total: 4, hurt: 9 },
    places: { town: 'Vasterly' },
    toll: { killed: 'total', injured: 'hurt' },
  },
  {
    id: 'empty-field',
    published: '2012-11-17',
    text: `Three rockets fell on an empty field outside {town} overnight, the governor said. There were no casualties.

Schools in the district stayed shut on Saturday.`,
    places: { town: 'Neve Arad' },
    toll: { killed: '0', injured: '0', 'killed or injured': '?' },
  },
  {
    id: 'mayor-house',
    published: '2020-02-04',
    text: `Gunmen opened fire on the house of the mayor, {mayor}, in {town} on Monday. Nobody was hurt, police said.

It was the second attack on the house in a month.`,
    people: { mayor: 'Ramon Ibarrola' },
    places: { town: 'Las Ceibas' },
    toll: { killed: '?', injured: '0' },
  },
  {
    id: 'named-dead',
    published: '2019-10-03',
    text: `Police have named the three people shot dead at a garage in {town} on Wednesday as {first}, 34, {second}, 29, and {third}, 51.

A 45-year-old man has been charged with murder, Inspector {inspector} said.`,
    people: {
      first: 'Derek Stanlow',
      second: 'Marcia Bell',
      third: 'Anton Reyk',
      inspector: 'Joan Pellet',
    },
    places: { town: 'Corrington' },
    toll: { killed: '3', detained: '?' },
  },
  {
    id: 'two-figures',
    published: '2024-04-03',
    text: `The health ministry said {high} people were killed in Tuesday's strike on {town}. The army put the number of dead at {low}.

Neither figure could be checked.`,
    figures: { high: 34, low: 22 },
    rising: [['low', 'high']],
    places: { town: 'Jabrin' },
    toll: { killed: 'low..high' },
  },
  {
    id: 'mill-blast',
    published: '2015-09-19',
    text: `An explosion at a flour mill in {town} killed {dead} workers on Friday.

The rebels blamed the army for the blast. The army denied any part in it.`,
    figures: { dead: 8 },
    places: { town: 'Umbara' },
    toll: { killed: 'dead' },
  },
  {
    id: 'mine-and-before',
    published: '2021-05-18',
    text: `A landmine killed {dead} farmers near {town} on Monday, the police said. A boy who was with them lost an eye.

In 2019 a similar blast in {other} killed {before} people.`,
    figures: { dead: 3, before: 11 },
    places: { town: 'Kasumbe', other: 'Ondola' },
    toll: { killed: 'dead', injured: '1' },
  },
  {
    id: 'checkpoint-and-war',
    published: '2018-01-09',
    text: `Militants attacked a checkpoint in {town} on Monday night, killing {dead} policemen, the interior ministry said.

More than {war} people have been killed in the province since the insurgency began in 2015.`,
    figures: { dead: 5, war: 640 },
    places: { town: 'Rafsan' },
    toll: { killed: 'dead' },
  },
  {
    id: 'station-stabbing',
    published: '2017-11-23',
    text: `A man stabbed {hurt} people at the railway station in {town} on Wednesday before police shot him dead, the prosecutor said.

The motive was not known.`,
    figures: { hurt: 4 },
    places: { town: 'Ulmstadt' },
    toll: { killed: '1', injured: 'hurt' },
  },
  {
    id: 'pupils-freed',
    published: '2021-08-25',
    text: `Bandits who seized {taken} pupils from a school in {town} last week freed {freed} of them on Tuesday, the governor said.

A guard was killed in the raid.`,
    figures: { taken: 45, freed: 13 },
    rising: [['freed', 'taken']],
    places: { town: 'Zangara' },
    toll: { killed: '1', abducted: 'taken' },
  },
  {
    id: 'killed-or-wounded',
    published: '2016-03-31',
    text: `Some {hit} militants were killed or wounded when helicopters struck a camp near {town}, the army said on Thursday.

It said that none of its own men was harmed.`,
    figures: { hit: 60 },
    places: { town: 'Wadi Sarn' },
    toll: { 'killed or injured': 'hit', killed: '?', injured: '?' },
  },
  {
    id: 'prison-riot',
    published: '2020-05-03',
    text: `{Dead} inmates died and {hurt} people were hurt, among them {guards} guards, in a riot at the prison of {town} on Saturday.

The governor, {governor}, said calm had been restored.`,
    figures: { dead: 12, hurt: 30, guards: 4 },
    people: { governor: 'Carla Mendieta' },
    places: { town: 'Los Alisos' },
    toll: { killed: 'dead', injured: 'hurt' },
  },
  {
    id: 'camp-shelling',
    published: '2022-12-08',
    text: `Shelling killed {women} women and {kids} children at a camp for displaced people near {town} on Wednesday, the aid group Open Hands said.

The camp is home to 9,000 people.`,
    figures: { women: 3, kids: 7 },
    places: { town: 'Harim Dast' },
    toll: { killed: 'women + kids' },
  },
  {
    id: 'gold-mine',
    published: '2023-02-12',
    text: `Dozens of people were feared dead after a gold mine collapsed near {town} on Saturday.

{Bodies} bodies had been recovered by evening, the district chief said.`,
    figures: { bodies: 13 },
    places: { town: 'Mbarika' },
    toll: { killed: 'bodies' },
  },
  {
    id: 'off-duty-officer',
    published: '2014-10-12',
    title: 'Off-duty officer kills man in {town}',
    text: `An off-duty officer shot {victim}, 26, in the back outside a club in {town} on Saturday night. He died on the way to hospital.

His cousin was wounded in the arm, the family's lawyer said.`,
    people: { victim: 'Jermaine Astor' },
    places: { town: 'Fort Lyle' },
    toll: { killed: '1', injured: '1' },
  },
  {
    id: 'hostel-arson-trial',
    published: '2023-03-28',
    title: 'Man jailed for life over hostel fire',
    text: `A court on Monday sentenced {accused} to life in prison for setting fire to a hostel in {town} in 2021.

{Dead} residents died in the fire and {hurt} were hurt.`,
    figures: { dead: 11, hurt: 24 },
    people: { accused: 'Viktor Lanz' },
    places: { town: 'Neumarken' },
    toll: { killed: 'dead', injured: 'hurt', detained: '?' },
  },
  {
    id: 'barracks-claim',
    published: '2019-07-08',
    text: `The River Front claimed an attack on a barracks in {town} on Sunday and said its fighters had killed {claimed} soldiers.

The army acknowledged the deaths of {admitted} soldiers.`,
    figures: { claimed: 28, admitted: 12 },
    rising: [['admitted', 'claimed']],
    places: { town: 'Tinza' },
    toll: { killed: 'admitted..claimed' },
  },
  {
    id: 'gully-bodies',
    published: '2022-01-21',
    text: `Villagers found the bodies of {dead} men with their hands tied in a gully near {town} on Thursday, the district police said.

They had been shot in the head.`,
    figures: { dead: 9 },
    places: { town: 'Cuesta Larga' },
    toll: { killed: 'dead' },
  },
  {
    id: 'stray-bullet',
    published: '2016-07-05',
    text: `A girl of seven was struck by a stray bullet as she slept in her home in {town} on Monday night, police said.

She was in a stable condition on Tuesday. Neighbours counted more than 30 shots.`,
    places: { town: 'Greenhithe Park' },
    toll: { injured: '1' },
  },
  {
    id: 'stampede',
    published: '2015-01-02',
    text: `{Dead} people were crushed to death and at least {hurt} injured in a stampede at a stadium in {town} on New Year's Eve.

The match had drawn 40,000 spectators.`,
    figures: { dead: 35, hurt: 43 },
    places: { town: 'Dravino' },
    toll: { killed: 'dead', injured: 'hurt..' },
  },
  {
    id: 'fire-couple',
    published: '2017-10-17',
    text: `A brush fire near {town} killed an elderly couple on Monday, burned 48 houses and forced about 2,500 people from their homes.

Some 300 firefighters were battling the flames, said the fire chief, {chief}.`,
    people: { chief: 'Nora Quist' },
    places: { town: 'Alder Valley' },
    toll: { killed: '2', displaced: '?' },
  },
  {
    id: 'hospital-part',
    published: '2024-08-11',
    text: `The health ministry said {dead} people were killed when a school in {town} was bombed on Saturday.

The town's hospital had received {bodies} bodies, a doctor there said.`,
    figures: { dead: 38, bodies: 16 },
    rising: [['bodies', 'dead']],
    places: { town: 'Khan Mira' },
    toll: { killed: 'dead' },
  },
];

/** Sentences of pure background: true of the place or of other times, and nothing to do with what the story tells. */
export const BACKGROUND: readonly { readonly text: string; readonly place: 'anywhere' | 'end' }[] = [
  { text: 'The region is known for its olives and its long dry summers.', place: 'anywhere' },
  { text: 'Elections are due in the spring, and 14 parties have put up candidates.', place: 'anywhere' },
  {
    text: 'About 85,000 people live in the district, which lies 60 km north of the capital.',
    place: 'anywhere',
  },
  { text: 'The road was built in 1962 at a cost of 3 million crowns.', place: 'anywhere' },
  { text: 'Unemployment in the province stands at 17 per cent.', place: 'anywhere' },
  { text: 'The two governments signed a trade treaty in 2008.', place: 'anywhere' },
  { text: 'In 2009, 27 people were killed in a train crash in another part of the country.', place: 'end' },
  { text: 'More than 5,000 people have died in the conflict since 2011.', place: 'end' },
  { text: 'Ten years ago a flood in the neighbouring province killed 140 people.', place: 'end' },
  { text: 'The civil war of the 1990s left some 20,000 people dead and 50,000 wounded.', place: 'end' },
  {
    text: "The country's first president was assassinated in 1987, along with six of his aides.",
    place: 'end',
  },
  { text: 'Last year 312 people were murdered nationwide, according to official statistics.', place: 'end' },
];

/** Parties in English. */
import type { PartyNoun, PartyPack } from '../../../reading/parties/pack.ts';
import { COUNTRIES } from '../places/countries.ts';

const words = (text: string) => text.split(' ');
const phrases = (text: string) => text.split(', ');

function nouns(...rows: readonly (readonly [name: string, kind: PartyNoun['kind'], forms: string])[]) {
  return Object.fromEntries(
    rows.flatMap(([name, kind, forms]) => phrases(forms).map((form) => [form, { name, kind }])),
  );
}

export const ENGLISH_PARTIES: PartyPack = {
  language: 'en',
  countries: COUNTRIES,
  ownerMarks: new Set(["'s"]),
  smallStarts: new Set(['al']),
  adjectives: { US: 'US', GB: 'British', CD: 'Congolese', KR: 'South Korean', KP: 'North Korean' },
  stateless: ['PS'],
  forces: nouns(
    [
      'Military',
      'military',
      'military, army, armed forces, troops, soldiers, soldier, air force, airforce, navy, marines, infantry, paratroopers, naval forces, ground forces, government forces, government troops, regime forces, military forces, army troops, army soldiers, defense forces, defence forces, military personnel, army patrol, military patrol, military units, government soldiers',
    ],
    [
      'Security Forces',
      'military',
      'security forces, security force, security personnel, security troops, national guard, national guardsmen, border guards, border guard, coast guard, joint forces',
    ],
    [
      'Police',
      'police',
      "police, policemen, police officers, police officer, policeman, riot police, police force, police forces, national police, border police, federal police, judicial police, treasury police, gendarmes, gendarmerie, sheriff's deputies, constables, swat team",
    ],
    ['Intelligence Service', 'military', 'intelligence service, intelligence services, secret service'],
    [
      'Paramilitaries',
      'armed group',
      'paramilitaries, paramilitary forces, paramilitary groups, paramilitary group',
    ],
  ),
  arms: phrases(
    'forces, warplanes, warplane, aircraft, aircrafts, airplanes, planes, plane, jets, jet, fighter jets, fighter jet, fighter planes, helicopter, helicopters, helicopter gunships, gunships, gunboats, gunboat, naval boats, warships, drones, drone, quadcopters, quadcopter, tanks, tank, snipers, special forces, military aircraft, military planes, air defenses, air defences, commandos, occupation',
  ),
  actions: phrases(
    'artillery, airstrike, airstrikes, air strike, air strikes, strike, strikes, air raid, air raids, raid, raids, shelling, bombing, bombings, bombardment, bombardments, attack, attacks, missile, missiles, missile strike, missile strikes, drone strike, drone strikes, artillery fire, artillery shelling, artillery strike, artillery strikes, tank fire, gunfire, fire, sniper fire, sniper, rocket, rockets, shell, shells, operation, operations, offensive, invasion, incursion, ground operation, ground operations, munition, munitions, military operation, military strikes, military strike, military airstrike, military airstrikes, fire belt, bomb, bombs, warning missile, munitions, explosive weapon, explosive weapons, air attack, air attacks, air campaign, massacre, massacres, killing, siege, assault, assaults, crackdown',
  ),
  actor: { name: 'Military', kind: 'military' },
  governments: phrases(
    'government, authorities, regime, state, administration, officials, junta, leadership',
  ),
  fighters: nouns(
    [
      'Gunmen',
      'unknown',
      'gunmen, gunman, unidentified gunmen, unknown gunmen, armed men, armed man, masked men, hooded men, unidentified individuals, unidentified men, unidentified persons, unidentified armed men, unknown assailants, shooter, shooters, armed individuals, armed persons',
    ],
    [
      'Attackers',
      'unknown',
      'attackers, attacker, assailants, assailant, perpetrators, perpetrator, murderers, killers, killer, assassins, assassin, hitmen, hitman, paid assassins, hired assassins, bombers, bomber, suicide bomber, suicide bombers, kidnappers, suspects, suspect',
    ],
    ['Rebels', 'armed group', 'rebels, rebel forces, rebel fighters, rebel group, rebel groups'],
    [
      'Guerrillas',
      'armed group',
      'guerrillas, guerrilla, guerrilla group, guerrilla groups, guerrilla forces, urban guerrillas, urban guerrilla, urban commandos, urban commandoes, guerrilla commandos, guerrilla members, guerrilla organization',
    ],
    [
      'Militants',
      'armed group',
      'militants, militant, militant groups, militant group, militant factions, armed factions, armed groups, armed group, resistance fighters, factions, resistance factions',
    ],
    ['Insurgents', 'armed group', 'insurgents, insurgent, insurgent group, insurgent groups, insurgency'],
    [
      'Terrorists',
      'armed group',
      'terrorists, terrorist, terrorist group, terrorist groups, narcoterrorists, narco-terrorists, subversives, subversive, subversive commandos, extremists, extremist, subversive group',
    ],
    [
      'Jihadists',
      'armed group',
      'jihadists, jihadist, jihadi, jihadis, islamist militants, islamists, islamist fighters',
    ],
    [
      'Militia',
      'armed group',
      'militia, militias, militiamen, militiaman, militia fighters, civil defense patrols, civil patrols',
    ],
    ['Death Squads', 'armed group', 'death squads, death squad'],
    ['Separatists', 'armed group', 'separatists, separatist fighters, separatist rebels, separatist'],
    [
      'Mercenaries',
      'armed group',
      'mercenaries, mercenary, sappers, sapper, criminals, criminal gang, criminal gangs, holdup men, commando',
    ],
    ['Bandits', 'armed group', 'bandits, bandit, cattle rustlers, herders, armed herders'],
    ['Gangs', 'armed group', 'gangs, gang, gang members, gangsters, gang member, gang of kidnappers'],
    [
      'Drug Traffickers',
      'armed group',
      'drug traffickers, drug trafficking mafia, drug trafficking mafias, drug cartel, drug cartels, cartel, cartels, drug dealers, drug mafia, drug mafias, mafia, mafias, traffickers',
    ],
    ['Settlers', 'armed group', 'settlers, settler'],
    ['Mob', 'unknown', 'mob, mobs, rioters, vigilantes, lynch mob'],
    ['Fighters', 'armed group', 'fighters, combatants, fighter'],
    ['Pirates', 'armed group', 'pirates'],
  ),
  members: phrases(
    'fighters, fighter, militants, militant, guerrillas, guerrilla, rebels, rebel, terrorists, terrorist, cadres, cadre, members, member, gunmen, militiamen, troops, soldiers, forces, insurgents, extremists, commandos, squad, group, militia, movement, operatives, combatants, elements, militant group, rebel group, guerrilla group',
  ),
  between: words(
    'military government special armed air ground naval regime state local federal municipal national state security border occupation alleged suspected likely declared apparent warning',
  ),
  groupHeads: {
    front: 'armed group',
    army: 'armed group',
    brigade: 'armed group',
    brigades: 'armed group',
    movement: 'armed group',
    militia: 'armed group',
    cartel: 'armed group',
    resistance: 'armed group',
    liberation: 'armed group',
    commando: 'armed group',
    commandos: 'armed group',
    guerrillas: 'armed group',
    clan: 'armed group',
    forces: 'armed group',
    force: 'armed group',
    tigers: 'armed group',
    mujahideen: 'armed group',
    squad: 'armed group',
    gang: 'armed group',
    'police department': 'police',
    police: 'police',
    sheriff: 'police',
    "sheriff's office": 'police',
    'police force': 'police',
  },
  unitHeads: words('battalion brigade regiment division detachment garrison company squadron platoon'),
  particles: words('of the for and de del la al el'),
  ofWords: new Set(['of']),
  persons: words(
    'man woman husband wife boyfriend girlfriend teenager teen youth boy girl father mother son brother driver suspect gunman shooter person someone student officer deputy homeowner neighbor neighbour friend',
  ),
};

/** English words that part incidents, name weapons and targets, and hold somebody responsible. */
import type { EventPack } from '../../../reading/events/pack.ts';
import { EVENT_TRIGGERS } from './triggers.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));
const phrases = (text: string) => text.split(',').map((phrase) => phrase.trim());

export const ENGLISH_EVENTS: EventPack = {
  language: 'en',
  triggers: EVENT_TRIGGERS,
  separate: phrases(
    'in a separate attack, in a separate incident, in a separate development, in separate incidents, in a separate shooting, in a separate case, in an unrelated incident, in another incident, in another attack, in another shooting, in another development, in another encounter, in another clash, in another case, in yet another incident, in a second incident, in a second attack, in a different incident, separately, elsewhere, meanwhile, in a similar incident, in another strike, another attack, another explosion, another shooting, another incident, in one incident, in a third incident',
  ),
  background: phrases(
    'years ago, previous attack, previous attacks, previous shooting, previous incidents, in recent years, in recent months, in the past, previously, decades ago, anniversary, convicted of, prior conviction, a similar attack, similar attacks, history of',
  ),
  later: phrases(
    'hours after, hours before, a day after, a day before, days after, days before, a week after, weeks after, a month after, months after, minutes after, one day after, two days after',
  ),
  deed: phrases(
    'involved in, accused of, accused in, wanted for, wanted in, suspected of, suspected in, charged with, convicted of, convicted for, responsible for, in connection with, in retaliation for, in revenge for, to avenge, avenging, revenge for, retaliation for, protest against, protesting, protest, protesting against, condemning, condemned, investigating, trial for, sentenced for, blamed for, role in, linked to, planning, instrumental in',
  ),
  weapons: set(`
    bomb bombs explosive explosives dynamite grenade grenades mine mines landmine landmines ied ieds rifle rifles gun guns handgun handguns
    pistol pistols revolver shotgun shotguns machinegun machineguns submachinegun submachineguns missile missiles rocket rockets mortar mortars shell shells artillery
    knife knives machete machetes axe axes hatchet sword swords club clubs stones bazooka bazookas firearm firearms ak-47 ak-47s ar-15 m-16 m-16s
    drone drones warplane warplanes tank tanks bullet bullets gunfire petrol-bomb petrol molotov bayonet ammunition firebomb firebombs device devices charge charges tnt rope bow arrows spear spears flamethrower`),
  infrastructure: set(`
    market bakery hospital clinic school university mosque church temple synagogue embassy consulate ministry office offices headquarters building buildings
    house houses home homes apartment apartments residence residences tower block camp camps base bases barracks checkpoint checkpoints post posts station stations
    bridge bridges pipeline pipelines pylon pylons plant plants factory refinery airport port ship ships vessel boat boats ferry bus buses car cars truck trucks vehicle vehicles
    convoy train trains railway track tracks ambulance ambulances hotel restaurant bar nightclub cafe shop shops store stores bank banks prison jail court courthouse newspaper
    substation substations tank tanks village villages town farm ranch plane planes aircraft helicopter helicopters tower towers facility facilities installation installations facilities branch
    museum stadium theatre theater mall supermarket petrol-station warehouse garrison quarters complex compound square depot mill cooperative bus-stop tractor motorcycle jeep dam road highway`),
  towards: set('on against at of in into near outside to'),
  byWords: set('by of from'),
  claiming: phrases(
    'claimed responsibility, claims responsibility, claim responsibility, claiming responsibility, took responsibility, has claimed responsibility, admitted responsibility, said it carried out, said it was behind, said they carried out, said they were behind, said it had carried out, said it was responsible, said they were responsible',
  ),
  blaming: phrases(
    'blamed, blames, blaming, accused, accuses, accusing, attributed the attack to, attributed to, attributed the strike to, attributed the strikes to, suspected to be, carried out by, perpetrated by, launched by, conducted by, committed by, identified the belligerent as, responsible for, the work of, at the hands of',
  ),
  suspected: set(
    'suspected alleged allegedly believed possibly presumed presumably apparently apparent purported reportedly',
  ),
  denying: set('denied denies deny denying rejected rejects disputed disputes'),
  attackers: new Map([
    ...[
      ...set(
        'gunman gunmen attacker attackers assailant assailants shooter shooters suspect suspects man men teenager individual individuals person persons killer killers robber robbers bomber bombers bandits thugs mob youths assassins assassin intruder driver criminals kidnappers murderers subjects strangers hitmen hooligans',
      ),
    ].map((word) => [word, 'individual'] as const),
    ...[
      ...set(
        'rebels rebel militants militant insurgents insurgent guerrillas guerrilla guerillas terrorists terrorist extremists jihadists fighters separatists maoists maoist naxals naxalites naxalite cadres cadre militia militias militiamen paramilitaries gang cartel commando commandos subversives group outfit ultras squad squads drug-traffickers traffickers mafia',
      ),
    ].map((word) => [word, 'armed group'] as const),
    ...[...set('army troops soldiers soldier forces military navy marines paratroopers warplanes jets')].map(
      (word) => [word, 'military'] as const,
    ),
    ...[
      ...set('police officers officer policemen policeman deputies deputy guards sheriff troopers cop cops'),
    ].map((word) => [word, 'police'] as const),
  ]),
  beforeAttackers: set(
    'a an the some several two three four five six seven eight nine ten many unidentified unknown suspected alleged armed masked heavily other another',
  ),
  keptBeforeAttackers: set('armed'),
  unreal: set(
    'would could may might should will plan plans planned planning threaten threatened threatening threat threats attempt to prevent avoid if whether future possible fear feared against',
  ),
  finding: set('found find finds discovered recovered unearthed exhumed retrieved'),
  bodies: set('body bodies corpse corpses remains'),
  operations: set('operation offensive campaign war'),
};

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
    bomb bombs car-bomb car-bombs carbomb carbombs explosive explosives dynamite grenade grenades mine mines landmine landmines ied ieds rifle rifles gun guns handgun handguns
    pistol pistols revolver shotgun shotguns machinegun machineguns submachinegun submachineguns missile missiles rocket rockets mortar mortars shell shells artillery
    knife knives machete machetes axe axes hatchet sword swords club clubs stones bazooka bazookas firearm firearms ak-47 ak-47s ar-15 m-16 m-16s
    weapon weapons launcher launchers gunship gunships
    drone drones warplane warplanes tank tanks petrol-bomb petrol molotov bayonet firebomb firebombs tnt rope bow arrows spear spears flamethrower flamethrowers`),
  weaponsBesideExplosives: set('charge charges device devices stick sticks trap traps'),
  explosives: set('explosive dynamite bomb tnt incendiary plastic powder booby'),
  firing: set(
    'fire attack attacks blast blasts explosion explosions strike strikes burst bursts round rounds shot shots rifle launcher launchers assault barrage bombardment detonation bombing bombings trap traps charge charges device devices stick sticks cocktail cocktails',
  ),
  taking: set(`
    seized seize seizing confiscated confiscate confiscating found find finding discovered discover discovering recovered recover recovering captured capture capturing
    collected possess possessed possessing possession smuggled smuggling sold buy bought purchased received receive lost handed surrendered defused deactivated dismantled stored hidden
    transported transporting locating locate search destroyed`),
  infrastructure: set(`
    market bakery hospital hospitals clinic clinics school schools university mosque church cathedral temple synagogue embassy embassies consulate ministry office offices headquarters building buildings
    house houses home homes apartment apartments residence residences mansion mansions tower towers block camp camps base bases barracks checkpoint checkpoints post posts station stations
    bridge bridges pipeline pipelines pylon pylons plant plants factory refinery airport airstrip port ship ships vessel boat boats ferry bus buses minibus minibuses car cars truck trucks vehicle vehicles
    automobile automobiles jeep jeeps van vans motorcade convoy train trains railway railways track tracks ambulance ambulances hotel restaurant restaurants bar nightclub brothel brothels cafe shop shops store stores supermarket supermarkets
    drugstore drugstores pharmacy pharmacies bank banks branch branches prison jail court courts courthouse newspaper newspapers studios substation substations village villages town farm farms ranch plane planes airplane
    aircraft helicopter helicopters facility facilities installation installations center centers centre centres institute institutes institution institutions company companies business businesses establishment establishments
    agency agencies firm warehouse warehouses museum stadium theatre theater mall petrol-station garrison quarters complex compound square depot mill mills cooperative bus-stop tractor tractors motorcycle dam road roads highway highways
    palace library academy campus precinct monastery dealership dealerships exchange transformer transformers grid network networks hall premises club settlement settlements`),
  damageable: set(`
    pole poles line lines structure structures pipe pipes booth booths box boxes window windows well wells system systems property properties material materials crops harvest crop
    fields tires wall walls door doors gate furniture equipment machinery house generator generators antenna antennas reservoir reservoirs stand stands segments`),
  damaging: new Map([
    ...[
      ...set(
        'destroyed destroy destroys destroying demolished leveled levelled razed wrecked dynamited dynamiting',
      ),
    ].map((word) => [word, 'destroyed'] as const),
    ...[...set('blew blown')].map((word) => [word, 'destroyed'] as const),
    ...[...set('burned burnt burning torched ablaze incinerated')].map((word) => [word, 'burned'] as const),
    ...[
      ...set(
        'damaged damages damaging shattered hit struck sabotaged sabotaging cracked riddled strafed machinegunned',
      ),
    ].map((word) => [word, 'damaged'] as const),
  ]),
  towards: set('on against at of in into near outside to upon under beside inside'),
  aiming: set('on against at upon'),
  sides: set('front side vicinity entrance gate door doors gates back facade rear steps interior basement'),
  byWords: set('by of from'),
  agentWords: set('by'),
  bodyNouns: set('group gang cartel outfit organization organisation militia squad squads'),
  claiming: phrases(
    'claimed responsibility, claimed credit, claims credit, claiming credit, claims responsibility, claim responsibility, claiming responsibility, took responsibility, has claimed responsibility, admitted responsibility, said it carried out, said it was behind, said they carried out, said they were behind, said it had carried out, said it was responsible, said they were responsible',
  ),
  blaming: phrases(
    'blamed on, blames on, blamed, blames, blaming, accused, accuses, accusing, attributed the attack to, attributed to, attributed the strike to, attributed the strikes to, suspected to be, carried out by, perpetrated by, launched by, conducted by, committed by, identified the belligerent as, the work of, at the hands of',
  ),
  none: set('no neither none'),
  charged: phrases(
    'accused of, accused in, charged with, charged in, suspected of, implicated in, involved in, convicted of, guilty of, arrested for, indicted for, responsible for',
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

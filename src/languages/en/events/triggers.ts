/**
 * English words that tell of an incident, by the type that they give it. Types follow the ACLED codebook's sub-events
 * (2023) and the contract's few beside them. Rows stand from the most to the least telling.
 */
import type { EventTrigger } from '../../../reading/events/pack.ts';

const ACLED = 'ACLED codebook 2023, sub-event types';
const CONTRACT = 'contract, Wordings: types beside ACLED’s';

/** "bomb|s|ed|ing" is bomb, bombs, bombed, bombing; "dr(op|ops|opped) bombs" is each of the three. */
function forms(text: string): string[] {
  return text.split(',').flatMap((entry) => {
    const row = entry.trim();
    const group = /^(.*?)\(([^)]*)\)(.*)$/.exec(row);
    if (group) return group[2]!.split('|').map((middle) => `${group[1]}${middle}${group[3]}`);
    const [stem, ...endings] = row.split('|');
    return [stem!, ...endings.map((ending) => `${stem}${ending}`)];
  });
}

export const EVENT_TRIGGERS: readonly EventTrigger[] = [
  {
    id: 'en/suicide-bomb',
    type: 'suicide bomb',
    weight: 3,
    words: forms(
      'suicide bomb|s|er|ers|ing|ings, suicide attack|s, suicide car bomb|s|er|ers|ing, suicide blast|s, blew himself up, blew herself up, blew themselves up, blow himself up, detonated his explosive|s, detonated his vest, explosive vest|s, suicide vest|s',
    ),
    isAttack: true,
    says: ['A suicide bomber struck the market in Orrin.'],
    not: ['Her suicide shocked the town.'],
    source: ACLED,
  },
  {
    id: 'en/chemical',
    type: 'chemical weapon',
    weight: 3,
    words: forms(
      'chemical attack|s, chemical weapon|s, sarin, nerve agent, chlorine gas, mustard gas, gas attack|s',
    ),
    isAttack: true,
    says: ['A chemical attack on Tarsin left many choking.'],
    not: ['The chemical plant reopened.'],
    source: ACLED,
  },
  {
    id: 'en/air-strike',
    type: 'air/drone strike',
    weight: 3,
    words: forms(
      'airstrike|s, air strike|s, air - strike|s, air raid|s, air attack|s, aerial attack|s, aerial bombardment|s, aerial bombing|s, drone strike|s, drone attack|s, warplane|s, fighter jet|s, airplanes bombed, bombarded from the air, bombing raid|s, drones (struck|hit|attacked), unmanned aerial vehicle|s, helicopter gunship|s, bombing run|s, barrel bomb|s, air force (bombed|struck|hit), (us|american|israeli|russian|saudi|turkish|nato|coalition) strike|s, aerial strike|s, helicopter strike|s, jets (struck|bombed|hit), combat plane|s, drone|s, attack helicopter|s, military helicopter|s, warjet|s',
    ),
    isAttack: true,
    says: ['An air strike hit the bakery at dawn.', 'Warplanes bombed the ridge.'],
    not: ['The airline staff went on strike.'],
    source: ACLED,
  },
  {
    id: 'en/shelling',
    type: 'shelling/artillery/missile attack',
    weight: 3,
    words: forms(
      'shell|ed|ing|s, shellfire, artillery, mortar|s|ed, rocket|s, rocket fire, missile|s, missile strike|s, bombard|ed|ing|ment, cannonade, tank fire, tank shell|s, howitzer|s, rocket attack|s, rocket - propelled',
    ),
    isAttack: true,
    says: ['Artillery fire killed a shepherd near Tarsin.'],
    not: ['The shelf fell on him.'],
    source: ACLED,
  },
  {
    id: 'en/ied',
    type: 'remote explosive/landmine/ied',
    weight: 3,
    words: forms(
      'roadside bomb|s|ing|ings, landmine|s, land mine|s, land - mine|s, mine blast|s, car bomb|s|ing|ings, car - bomb|s, truck bomb|s, booby trap|s, booby - trap|s|ped, ied, ieds, improvised explosive|s, improvised explosive device|s, pressure cooker bomb|s, dynamite|d, dynamite attack|s, explosive charge|s, explosive device|s, parcel bomb|s, letter bomb|s, limpet mine|s, pipe bomb|s, time bomb|s, unexploded ordnance, claymore mine|s, directional mine|s',
    ),
    isAttack: true,
    says: ['A roadside bomb tore through the bus.'],
    not: ['He works in a coal mine.'],
    source: ACLED,
  },
  {
    id: 'en/bomb',
    type: 'remote explosive/landmine/ied',
    weight: 2,
    words: forms(
      'bomb|s|ed|ing|ings, explosion|s, blast|s|ed, detonat(e|es|ed|ing|ion), explod(e|es|ed|ing), blew up, blown up, blow up, blowing up, explosive|s, bomb attack|s',
    ),
    isAttack: true,
    says: ['A bomb went off outside the court.', 'An explosion shook the square.'],
    not: ['The play was a flop.'],
    source: ACLED,
  },
  {
    id: 'en/grenade',
    type: 'grenade',
    weight: 3,
    words: forms('grenade|s, hand grenade|s, grenade attack|s'),
    isAttack: true,
    says: ['Someone threw a grenade into the bar.'],
    not: ['He ate a pomegranate.'],
    source: ACLED,
  },
  {
    id: 'en/abduction',
    type: 'abduction/forced disappearance',
    weight: 3,
    words: forms(
      'abduct|s|ed|ing|ion|ions|or|ors, kidnap|s|ped|ping|pings|per|pers, taken hostage, took hostage|s, hostage - taking, forced disappearance|s, forcibly disappeared, disappearance|s, seized hostages, held hostage',
    ),
    isAttack: true,
    says: ['Gunmen abducted two nurses on the Tarsin road.'],
    not: ['The kids were napping.'],
    source: ACLED,
  },
  {
    id: 'en/sexual-violence',
    type: 'sexual violence',
    weight: 3,
    words: forms(
      'rape|d|s, raping, gang - rape|d, gang rape|d, sexual assault|s, sexually assaulted, sexual violence',
    ),
    isAttack: true,
    says: ['Soldiers raped two women in the village.'],
    not: ['The fields of rapeseed were in bloom.'],
    source: ACLED,
  },
  {
    id: 'en/clash',
    type: 'armed clash',
    weight: 2,
    words: forms(
      'clash|es|ed|ing, gun battle|s, gunbattle|s, gunfight|s, firefight|s, fire fight|s, battle|s|d, battling, skirmish|es, fighting, combat, exchange of fire, exchange of gunfire, exchanged fire, exchanged gunfire, encounter|s, shootout|s, shoot - out|s, ambush|es|ed|ing, offensive|s, crossfire, confrontation|s, firing between',
    ),
    isAttack: true,
    says: ['Troops clashed with rebels near Orrin.'],
    not: ['The two proposals are at odds.'],
    source: ACLED,
  },
  {
    id: 'en/mob',
    type: 'mob violence',
    weight: 3,
    words: forms(
      'lynch|ed|ing|ings, mob|s, rioters, riot|s|ed|ing, vigilante|s, stoned to death, beaten to death by a crowd, communal violence',
    ),
    isAttack: true,
    says: ['A mob set the bus alight.'],
    not: ['The mobile clinic left.'],
    source: ACLED,
  },
  {
    id: 'en/demonstration',
    type: 'excessive force against protesters',
    weight: 2,
    words: forms(
      'protester|s, protestor|s, demonstrator|s, opened fire on the crowd, fired on the crowd, tear gas, teargas, baton - charge|d, baton charge|d, lathi - charge|d, lathi charge|d, rubber bullets',
    ),
    isAttack: false,
    says: ['Police fired tear gas at the crowd.'],
    not: ['The crowd sang.'],
    source: ACLED,
  },
  {
    id: 'en/execution',
    type: 'execution',
    weight: 2,
    words: forms(
      'execution|s, executed by, put to death, hanged, firing squad, death row, beheaded, beheading|s',
    ),
    isAttack: true,
    says: ['He was hanged at dawn for the murder.'],
    not: ['The chief executive resigned.'],
    source: CONTRACT,
  },
  {
    id: 'en/self-harm',
    type: 'self-harm',
    weight: 1,
    words: forms(
      'suicide, suicides, took his own life, took her own life, hanged himself, hanged herself, shot himself, shot herself, killed himself, killed herself, murder - suicide, self - inflicted, self - immolation',
    ),
    isAttack: false,
    says: ['The farmer took his own life.'],
    not: ['A survivor of the attack spoke.'],
    source: CONTRACT,
  },
  {
    id: 'en/accident',
    type: 'accident',
    weight: 2,
    words: forms(
      'accident|s, accidental, accidentally, crash|es|ed|ing, collision|s, collided, capsized, capsizing, derail|ed|ment, collapsed, drown|ed|ing, stampede|s, mishap|s, overturned, shipwreck|s, sank, gas leak, blaze|s, hit a wall, hit a tree, plunged, skidded, veered off, ran off the road, road accident|s, ran over, went off accidentally, unintentionally',
    ),
    isAttack: false,
    says: ['A bus crash on the coast road left nine dead.'],
    not: ['The market surged.'],
    source: CONTRACT,
  },
  {
    id: 'en/disaster',
    type: 'natural disaster',
    weight: 3,
    words: forms(
      'earthquake|s, quake|s, flood|s, flooding, cyclone|s, hurricane|s, typhoon|s, tornado, tornadoes, landslide|s, mudslide|s, avalanche|s, tsunami|s, wildfire|s, volcano, eruption, lightning strike|s, heatwave, drought',
    ),
    isAttack: false,
    says: ['An earthquake struck before dawn.'],
    not: ['Donations came in from the coast.'],
    source: CONTRACT,
  },
  {
    id: 'en/arrest',
    type: 'arrests',
    weight: 1,
    words: forms('arrest|s|ed|ing, detain|ed|ing|s, rounded up, apprehended, nabbed, captured'),
    isAttack: false,
    says: ['Police arrested two suspects in Tarsin.'],
    not: ['The view was striking.'],
    source: ACLED,
  },
  {
    id: 'en/destruction',
    type: 'looting/property destruction',
    weight: 2,
    words: forms(
      'loot|ed|ing, torched, set ablaze, set on fire, set fire to, burned down, burnt down, arson, vandal(ised|ized|ism), ransacked, demolish|ed|ing, bulldozed, robbed, robbery, robberies, hijack|ed|ing|ings',
    ),
    isAttack: true,
    says: ['Men torched the clinic.'],
    not: ['She lit a candle.'],
    source: ACLED,
  },
  {
    id: 'en/sabotage',
    type: 'looting/property destruction',
    weight: 1,
    words: forms('sabotag(e|ed|ing)'),
    isAttack: true,
    says: ['Sabotage left the district of Sorn without power.'],
    not: ['The saboteur of the plan was his own party.'],
    source: ACLED,
  },
  {
    id: 'en/destroyed-by-somebody',
    type: 'looting/property destruction',
    weight: 1,
    words: forms(
      'destroy|ed|ing|s, damaged, burn|ed|ing|s, burnt, wrecked, fired at, fired on, fired upon, opened fire',
    ),
    isAttack: true,
    needsDoer: true,
    says: ['Rebels destroyed four power pylons near Tarsin.'],
    not: ['The flood destroyed four houses in Tarsin.'],
    source: ACLED,
  },
  {
    id: 'en/disrupted',
    type: 'disrupted weapons use',
    weight: 2,
    words: forms(
      'defused, deactivated, failed to explode, did not explode, intercepted a, bomb disposal, was found before it exploded',
    ),
    isAttack: true,
    says: ['Sappers defused a device under the bridge.'],
    not: ['He refused.'],
    source: ACLED,
  },
  {
    id: 'en/attack',
    type: 'attack',
    weight: 1,
    words: forms(
      'attack|s|ed|ing, assault|s|ed, raid|s|ed|ing, shooting|s, shot, gunfire, opened fire, open fire, gunned down, gunshot|s, gun attack|s, stabb(ed|ing|ings), hacked to death, massacre|s|d, slaying|s, murder|s|ed|ing, assassinat(e|ed|es|ing|ion|ions), homicide|s, killing|s, slaughter|ed, strangled, poisoned, poisoning, beaten to death, beheaded, bludgeoned, drive - by, ramming, rammed, machete|s, throats cut, throat slit, knife attack|s, strafed, machinegunned, machine - gunned',
    ),
    isAttack: true,
    says: ['Gunmen attacked a village near Orrin.', 'He was stabbed outside a bar.'],
    not: ['The runner won by a nose.'],
    source: ACLED,
  },
  {
    id: 'en/strike',
    type: 'air/drone strike',
    weight: 1,
    words: forms('strike|s, struck'),
    isAttack: false,
    says: ['The strike hit a clinic.'],
    not: ['She was tired.'],
    source: ACLED,
  },
];

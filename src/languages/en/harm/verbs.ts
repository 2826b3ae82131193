/** English verbs of harm with their forms. A verb that takes a particle stands without it; the rule names the particle. */
import type { VerbForms } from '../../../reading/harm/pack.ts';

const REGULAR =
  'kill assassinate murder martyr massacre execute behead decapitate lynch strangle slaughter butcher electrocute suffocate exterminate eliminate gun mow cut torch burn bomb blast crush trample bludgeon hack stone starve torture sustain suffer receive incur thrash axe knife spear slash club graze pierce beat batter kick poison wound injure maim hurt harm mutilate scald abduct kidnap capture arrest detain imprison jail apprehend displace evict uproot perish drown expire succumb starve die pass neutralise neutralize liquidate asphyxiate gas drag whip rape bury blow knock hospitalise hospitalize hospitalize impale disembowel dismember stab shell stampede choke riddle pump snatch hijack seize incinerate rob target';

const IRREGULAR = [
  'slay slays slaying slew slain',
  'shoot shoots shooting shot shot',
  'hurt hurts hurting hurt hurt',
  'cut cuts cutting cut cut',
  'beat beats beating beat beaten',
  'blow blows blowing blew blown',
  'die dies dying died died',
  'drag drags dragging dragged dragged',
  'gun guns gunning gunned gunned',
  'mow mows mowing mowed mown',
  'kidnap kidnaps kidnapping kidnapped kidnapped',
  'stab stabs stabbing stabbed stabbed',
  'bury buries burying buried buried',
  'burn burns burning burned burnt',
  'send sends sending sent sent',
  'take takes taking took taken',
  'hold holds holding held held',
  'fall falls falling fell fallen',
  'strike strikes striking struck struck',
  'hit hits hitting hit hit',
  'run runs running ran run',
  'whip whips whipping whipped whipped',
  'flee flees fleeing fled fled',
  'lose loses losing lost lost',
  'rob robs robbing robbed robbed',
  'gas gasses gassing gassed gassed',
];

function regular(base: string): VerbForms {
  if (base.endsWith('e')) return [base, `${base}s`, `${base.slice(0, -1)}ing`, `${base}d`, `${base}d`];
  const s = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, s, `${base}ing`, `${base}ed`, `${base}ed`];
}

export const HARM_VERBS: ReadonlyMap<string, VerbForms> = new Map([
  ...REGULAR.split(' ').map((base) => [base, regular(base)] as const),
  ...IRREGULAR.map((forms) => [forms.split(' ')[0]!, forms.split(' ') as unknown as VerbForms] as const),
]);

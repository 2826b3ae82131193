/** English words by which one mention of victims points back at another. */
import type { ClaimPack } from '../../../reading/claims/pack.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));
const phrases = (text: string) => text.split(',').map((phrase) => phrase.trim());

export const ENGLISH_CLAIMS: ClaimPack = {
  language: 'en',
  own: set('its our'),
  ownSide: phrases(
    'on our side, on its side, on their side, in our ranks, in its ranks, of ours, on our part',
  ),
  definite: set('the this that these those both all his her their its our my your such said'),
  another: set('another other others second third fourth fifth sixth more additional further also'),
  comparing: set('than'),
  also: set('also too'),
  hit: set(
    'shot shoot shoots shooting shootings struck hit gunshot gunshots stabbed stabbing stab stabs gunfire attacked beaten fired shots wound wounds gunned run bullet bullets grazed',
  ),
  diedLater: phrases(
    'died of his, died of her, died of their, died from his, died from her, died from their, succumbed, later died, died later, dies of, one of the injured, one of the wounded, of the injured died, of the wounded died, died of injuries, died of wounds, died from injuries, died at a hospital, died at the hospital, died in hospital, died in the hospital',
  ),
  inAll: phrases('in total, in all, a total of, altogether, all told'),
  victims: set(
    'dead deceased victim victims killed injured wounded casualties casualty body bodies fatalities fatality',
  ),
  received: set('received admitted brought arrived transferred'),
  early: set('initially initial originally preliminary'),
  earlier: set('earlier previous prior first'),
  tellings: set(
    'toll count figure figures number report reports statement statements estimate tally account announcement',
  ),
  growing: set(
    'rose risen rise rises rising climbed climbs climb climbing increased increases increase jumped jumps grew grown grows brought brings bring bringing raised raises raising reached reaches now updated higher',
  ),
  correcting: set('corrected correcting correction revised revising mistaken mistakenly erroneously'),
  asOf: phrases('as of, as at, by'),
};

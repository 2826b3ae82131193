/** Bulletins and notices as they are filled in day by day: the same words of other days, places and numbers. */
import { randomOf } from './random.ts';

const PLACES = 'Orlu Tamrin Corvo Veshna Port_Adren Lindow Seld Kasr_Amun Dova Upper_Mirel Beshan'
  .split(' ')
  .map((place) => place.replace('_', ' '));
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'March', 'May', 'July', 'August', 'October'];
const PEOPLE = ['Ilmar Tosk', 'Orla Venn', 'Tam Orel', 'Ines Maro', 'Hadi Kesh', 'Samir Dolan'];
const NUMBERS = ['two', 'three', 'five', 'nine', 'eleven', 'fourteen'];
const STREETS = ['Mill', 'Harbour', 'Church', 'Station'];

/** `[place]`, `[day]` … are filled in; `[n]` is a number in digits. */
export const FORMS = [
  'Karsian forces raided the town of [place] on [day], killing [n] people and wounding [n], the Orlu Monitoring Group said. Homes were searched and [n] men were taken away in lorries, residents said. The army did not answer questions about the raid.',
  'A raid on [place] on [day] left [n] people dead, police said.',
  'At least [number] people were killed when shells hit [place] on [day], [n] [month], the civil defence said. The wounded were taken to the hospital of [place]. The civil defence has counted [n] attacks this month.',
  'The coalition said it carried out [n] strikes near [place] on [day], destroying [n] vehicles and [n] fighting positions. Near [place], [n] strikes engaged a tactical unit and destroyed a bridge. The coalition takes all reports of civilian casualties seriously and assesses each of them.',
  'Police in [place] are investigating a shooting that killed a [n]-year-old man on [day] night. Officers were called to [n] [street] Street shortly before [n] p.m. and found the man with gunshot wounds. He was taken to [place] General Hospital, where he died. Anyone with information is asked to call the police. No arrests have been made.',
  'Daily report of the Veshna Observatory, [n] [month] 2031. Killed: [n], of them [n] children. Wounded: [n]. The dead were documented in [place], [place] and [place] by the members of the observatory.',
  "[person], [n], was shot dead in [place] on [day], the prosecutor's office said. The office has opened a case and asks witnesses to come forward.",
  'Gunmen killed [number] farmers in the village of [place] in the early hours of [day], a local official, [person], told Nordpress. The gunmen arrived on motorcycles and shot at random, he said. No group has said it was behind the attack.',
] as const;

/** One form filled in so many times; the same for the same seed. */
export function filledIn(form: string, times: number, seed = 1): string[] {
  const random = randomOf(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const lists: Readonly<Record<string, readonly string[]>> = {
    place: PLACES,
    day: DAYS,
    month: MONTHS,
    person: PEOPLE,
    number: NUMBERS,
    street: STREETS,
  };
  const fill = (_: string, what: string): string =>
    what === 'n' ? String(1 + Math.floor(random() * 40)) : pick(lists[what]!);
  return Array.from({ length: times }, () => form.replace(/\[(\w+)\]/g, fill));
}

/**
 * News agencies, whose texts papers and stations carry under a credit line. General knowledge: the names are those that
 * the agencies put on their own texts.
 */

export interface Agency {
  /** The normalised name. */
  readonly name: string;
  /** Further names, as printed in credit lines. */
  readonly others: readonly string[];
}

const agency = (name: string, ...others: string[]): Agency => ({ name, others });

export const AGENCIES: readonly Agency[] = [
  agency('The Associated Press', 'Associated Press', 'AP'),
  agency('Reuters', 'Thomson Reuters'),
  agency('Agence France-Presse', 'Agence France Presse', 'AFP'),
  agency('United Press International', 'UPI'),
  agency('Deutsche Presse-Agentur', 'dpa'),
  agency('EFE', 'Agencia EFE', 'EFE News'),
  agency('ANSA'),
  agency('Xinhua', 'Xinhua News Agency'),
  agency('Kyodo News', 'Kyodo'),
  agency('Yonhap', 'Yonhap News Agency'),
  agency('Press Trust of India', 'PTI'),
  agency('Asian News International', 'ANI'),
  agency('Indo-Asian News Service', 'IANS'),
  agency('Associated Press of Pakistan', 'APP'),
  agency('Bernama'),
  agency('Antara'),
  agency('Anadolu Agency', 'Anadolu', 'AA'),
  agency('Petra'),
  agency('SANA', 'Syrian Arab News Agency'),
  agency('Saudi Press Agency', 'SPA'),
  agency('WAM', 'Emirates News Agency'),
  agency('WAFA', 'Palestine News and Information Agency'),
  agency('IRNA', 'Islamic Republic News Agency'),
  agency('Fars News Agency', 'Fars'),
  agency('Tasnim News Agency', 'Tasnim'),
  agency('TASS', 'ITAR-TASS'),
  agency('RIA Novosti', 'RIA'),
  agency('Sputnik'),
  agency('Interfax', 'Interfax-Ukraine'),
  agency('Ukrinform'),
  agency('PA Media', 'Press Association', 'PA'),
  agency('The Canadian Press', 'Canadian Press'),
  agency('Australian Associated Press', 'AAP'),
  agency('News Agency of Nigeria', 'NAN'),
  agency('PANA', 'Panapress'),
  agency('Prensa Latina'),
  agency('CNN Wire', 'CNN Newsource'),
  agency('Tribune News Service', 'TNS', 'Tribune Content Agency'),
  agency('City News Service', 'CNS'),
  agency('Sun-Times Media Wire'),
];

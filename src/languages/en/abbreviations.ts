/**
 * English words that are written with a full stop. Forms are in lower case, without the stop.
 * Source: the abbreviations of the EWT and GUM training treebanks, with ranks and offices of news style.
 */

/** Titles, ranks and the like: a name or a figure follows, so they end no sentence. */
export const TITLES =
  'mr mrs ms mx messrs dr prof rev fr sr hon gov sen sens rep reps pres amb supt insp det sgt cpl pvt pfc lt col cols maj gen gens brig cmdr cdr capt adm adml vadm radm ens st ste mt ft fig figs no nos vol pp art sec dept op vs cf approx e.g i.e viz al-hajj sheik ayat jr.-gen lance mlle mme mgr msgr'.split(
    ' ',
  );

/** Others, which may end a sentence. */
export const ABBREVIATIONS = [
  ...TITLES,
  ...'jr esq cal ph.d phd inc ltd co corp bros llc plc assn dist etc al ave blvd rd hwy sq bldg apt ext tel jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m am.gov u.s u.k u.n u.s.a u.a.e d.c e.u b.c a.d n.y l.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo yr yrs hr hrs min mins lb lbs oz km kg cm sq.km c ed eds trans attn arrv p.s p.o m.d b.a m.a univ intl natl govt est max drs sts esp eg ps'.split(
    ' ',
  ),
];

/** Those that are abbreviations only before a figure: "No. 7", "c. 1818". */
export const BEFORE_FIGURES = 'no nos art sec pp fig figs vol c op approx est max min mins ext'.split(' ');

/** Those that are common words too, and abbreviations only with a capital: "Sun. 3 May", but "in the sun." */
export const CAPITALIZED =
  'sun sat mon wed mar ill miss mass ore wash del pa la mo ind cal ala fig art dept dist conn ark minn kan neb colo tex rep hon sec col gen sen cap cm assn'.split(
    ' ',
  );

/** Words that, written with a capital after an abbreviation, begin a new sentence. Source: EWT and GUM train. */
export const STARTERS =
  'the a an he she it they we i you this that these those there here but and so if when while in on at for from as after before since however meanwhile also his her its their our my your what who why how where one two some many most no not all another both each several then now by with to of officials police witnesses according although though because'.split(
    ' ',
  );

/** How English says that something is not known, not confirmed or held back, and that somebody would not answer. */
import type { GapPack, GapRow } from '../../../reading/gaps/pack.ts';

const BE = ['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s"];
const HAVE = ['has', 'have', 'had', 'having'];

const UNKNOWN = 'docs/annotation-guide.md#unknown';
const UNCONFIRMED = 'docs/annotation-guide.md#unconfirmed-gaps';
const WITHHELD = 'docs/annotation-guide.md#withheld';
const NO_COMMENT = 'docs/annotation-guide.md#no-comment';

const ROWS: readonly GapRow[] = [
  // Before "did not say": a party that will not say was asked.
  {
    id: 'en/would-not-say',
    kind: 'no comment',
    words:
      'would not say|would not tell|would not confirm|would not give|would not provide|would not specify|would not elaborate|declined/declines/declining/refused/refuses/refusing to say|declined/refused to confirm|declined/refused to explain|declined/refused to tell|will not say|AUX refusing to say',
    about: 'after',
    says: ['The mayor would not say who had fired the shots.', 'Police declined to say how many had died.'],
    not: ['He said that he would say more.'],
    source: NO_COMMENT,
  },
  {
    id: 'en/unclear',
    kind: 'unknown',
    words:
      "AUX unclear|remain/remains/remained/remaining unclear|AUX not clear|AUX not made clear|AUX unknown|remain/remains/remained unknown|BE not known|BE not determined|BE not established|remain/remains/remained uncertain|remain/remains/remained a mystery|AUX a mystery|AUX unexplained|AUX yet to be determined|AUX yet to be established|remains/remain to be determined|remains/remain to be established|remains/remain to be seen|AUX anyone 's guess",
    about: 'either',
    says: [
      'It remains unclear how many people were killed.',
      'The cause of the blast was not immediately known.',
      'The number of dead is unknown.',
      "It isn't clear who fired first.",
    ],
    not: ['The road was clear.', 'An unknown gunman fled.'],
    source: UNKNOWN,
  },
  {
    id: 'en/unclear-question',
    kind: 'unknown',
    words: 'unclear|unknown|unsure|uncertain|not sure|no idea|no clue|no telling',
    about: 'after',
    only: 'question',
    says: ['Unclear how many were hurt.', 'He had no idea who fired.'],
    not: ['An unclear picture emerged.'],
    source: UNKNOWN,
  },
  {
    id: 'en/do-not-know',
    kind: 'unknown',
    words:
      'AUX not know|AUX not say|AUX not tell|AUX not specify|HAVE not specified|AUX not explain|HAVE not determined|AUX not determine|HAVE not established|HAVE not known|HAVE not said|AUX unable to say|AUX unable to determine|trying to determine|trying to establish|working to determine|investigating|trying to find out|yet to determine|yet to establish',
    about: 'after',
    only: 'question',
    says: [
      '"I cannot say how many are gone," he said.',
      "We don't know who did it.",
      'Police are trying to determine who fired.',
    ],
    not: ['He does not know the town.'],
    source: UNKNOWN,
  },
  {
    id: 'en/could-not-determine',
    kind: 'unknown',
    words:
      'AUX not be determined|AUX not be established|AUX not be learned|AUX not be ascertained|AUX not been determined|AUX not been established|AUX not been ascertained',
    about: 'either',
    says: ['The cause could not immediately be determined.'],
    not: ['They were determined to fight.'],
    source: UNKNOWN,
  },
  {
    id: 'en/did-not-specify',
    kind: 'unknown',
    words:
      'AUX not specify|HAVE not specified|AUX not give|HAVE not given|AUX not provide|HAVE not provided|AUX not offer|AUX not say|AUX not mention|without specifying|without giving|without providing|without saying|without mentioning|gave/gives/give/giving no|provided/provides/provide/providing no|offered/offers/offering no|AUX not state|AUX not put a figure on|unable to give|unable to provide|unable to say',
    about: 'after',
    only: 'matter',
    says: [
      'The ministry did not specify a number.',
      'He spoke of deaths without giving a figure.',
      'The mayor gave no number.',
    ],
    not: ['They did not give him a coat.', 'He did not say grace.'],
    source: UNKNOWN,
  },
  {
    id: 'en/no-elaboration',
    kind: 'unknown',
    words:
      'AUX not elaborate|without elaborating|AUX not give details|AUX not give further details|AUX not provide details|without giving details|without giving further details|without providing details|without further details|gave no details|gave no further details|provided no details|provided no further details|offered no details|AUX not go into detail',
    about: 'after',
    field: 'circumstances',
    says: ['He said that guards had died but did not elaborate.'],
    not: ['The elaborate plan failed.'],
    source: UNKNOWN,
  },
  {
    id: 'en/no-details',
    kind: 'unknown',
    words:
      'no details|no further details|no other details|no more details|no additional details|no information|no further information|no other information|no more information|no word|no reports|no report|no indication|no sign of who|few details|little information|no figures|no figure|no official toll|no precise figures|no exact figures|no casualty figures|no breakdown|no count|no explanation|no motive|no known motive|no suspects|no description',
    about: 'after',
    says: [
      'There were no details of casualties.',
      'There was no immediate word on the condition of the wounded.',
    ],
    not: ['The word spread.', 'The details were grim.'],
    source: UNKNOWN,
  },
  {
    id: 'en/no-claim',
    kind: 'unknown',
    words:
      'no group/one/organisation/organization/party/side AUX claimed responsibility|no group/one/organisation/organization/party/side claimed responsibility|nobody AUX claimed responsibility|nobody claimed responsibility|no claim of responsibility|no claims of responsibility|no claim of|no responsibility was claimed|AUX not been claimed|no group/one AUX yet claimed|no group/one AUX taken responsibility|no group/one took responsibility',
    about: 'cue',
    field: 'responsibility',
    says: [
      'No group has claimed responsibility for the blast.',
      'There was no immediate claim of responsibility.',
    ],
    not: ['The Liberation Front claimed responsibility.'],
    source: UNKNOWN,
  },
  {
    id: 'en/not-identified',
    kind: 'unknown',
    words:
      'AUX not been identified|BE not identified|AUX yet to be identified|remain/remains/remained unidentified|BE unidentified|AUX not been named|AUX yet to be named|BE not named|AUX not been recovered|AUX yet to be recovered',
    about: 'before',
    field: 'identity',
    says: ['The dead have not been identified.', 'Two of the bodies remain unidentified.'],
    not: ['Police identified the dead.'],
    source: UNKNOWN,
  },
  {
    id: 'en/could-not-be-verified',
    kind: 'unconfirmed',
    words:
      'AUX not be verified|AUX not be confirmed|AUX not been verified|AUX not been confirmed|BE not verified|BE not confirmed|AUX yet to be confirmed|AUX yet to be verified|AUX not be substantiated|AUX not be corroborated|AUX not been corroborated|AUX impossible to verify|AUX impossible to confirm|AUX difficult to verify|BE unconfirmed|BE unverified|remain/remains/remained unconfirmed|remain/remains/remained unverified|AUX not be reached|AUX not be contacted',
    about: 'either',
    says: [
      'The claim could not be independently verified.',
      'The report has not been confirmed.',
      'The mayor could not be reached for comment.',
    ],
    not: ['The claim was verified.'],
    source: UNCONFIRMED,
  },
  {
    id: 'en/could-not-verify',
    kind: 'unconfirmed',
    words:
      'AUX not verify|AUX not confirm|HAVE not confirmed|AUX not corroborate|AUX not able to verify|AUX not able to confirm|AUX not able to reach|AUX unable to verify|AUX unable to confirm|AUX unable to reach|AUX unable to contact|AUX not in a position to confirm|AUX yet to confirm|AUX yet to verify|AUX not reach|unable to reach|unable to independently verify|no way of verifying|no way to verify',
    about: 'after',
    notBefore: ['agreement', 'agreements', 'an', 'a', 'consensus', 'it', 'out'],
    says: [
      'The Oren News could not verify the claim.',
      'Orbis was unable to confirm the number of dead.',
      'Police have not confirmed the deaths.',
    ],
    not: ['Police confirmed the deaths.'],
    source: UNCONFIRMED,
  },
  {
    id: 'en/no-confirmation',
    kind: 'unconfirmed',
    words:
      'no confirmation|no official confirmation|no independent confirmation|no immediate confirmation|no further confirmation|unconfirmed reports/report/accounts/account/claims/claim/figures|unverified reports/report/accounts/account/claims/claim/figures|without confirmation|no independent verification|no verification',
    about: 'after',
    says: ['There was no immediate confirmation of the deaths.', 'Unconfirmed reports spoke of more dead.'],
    not: ['The confirmation came late.'],
    source: UNCONFIRMED,
  },
  {
    id: 'en/not-released',
    kind: 'withheld',
    words:
      'BE not released|AUX not been released|AUX not being released|AUX not be released|BE not made public|AUX not been made public|BE not disclosed|AUX not been disclosed|AUX not be disclosed|BE not revealed|AUX not been revealed|BE withheld|AUX being withheld|AUX been withheld|BE not divulged|BE kept secret|BE not published|AUX not been published|BE not announced|AUX yet to be released|AUX not be identified|AUX not be named|whose identity was withheld|AUX not immediately released',
    about: 'before',
    only: 'matter',
    says: [
      'The names of the dead were not immediately released.',
      'The identities of the two dead are being withheld.',
    ],
    not: ['The hostages were not released.', 'The dog was released.'],
    source: WITHHELD,
  },
  {
    id: 'en/did-not-release',
    kind: 'withheld',
    words:
      'AUX not release|HAVE not released|AUX not releasing|AUX not disclose|HAVE not disclosed|AUX not disclosing|AUX not reveal|HAVE not revealed|AUX not divulge|AUX not identify|HAVE not identified|AUX not name|HAVE not named|AUX not publish|HAVE not published|AUX not make public|HAVE not made public|AUX not identifying|AUX not naming|AUX yet to release|AUX yet to identify|AUX yet to name|AUX withholding|withheld/withholding/withholds/withhold|without naming|without identifying|without releasing|without disclosing|declined to release|declined to give|declined to provide|declined to identify|declined to name|declined to disclose|declined to reveal|declined to specify|refused to release|refused to give|refused to provide|refused to identify|refused to name|refused to disclose|refused to reveal|declining to give|declining to identify|declining to name',
    about: 'after',
    only: 'matter',
    says: [
      'The authorities did not immediately release the names of those killed.',
      'Police declined to give details on the victims.',
      'Officials are withholding the identity of the dead man.',
    ],
    not: ['They did not release the hostages.', 'He refused to give up.'],
    source: WITHHELD,
  },
  {
    id: 'en/declined-to-comment',
    kind: 'no comment',
    words:
      'declined/declines/declining/decline/refused/refuses/refusing to comment|declined/refused comment|AUX not comment|AUX not commented|AUX not publicly commented|AUX yet to comment|AUX no comment|had/has/have no immediate comment|made no comment|no comment|no immediate comment|declined/refused to discuss|declined/refused to elaborate|declined/refused to answer|declined/refused to be interviewed|AUX not discuss|AUX not answer questions|AUX not answer a question|HAVE not answered|declined/refused to speculate|neither confirmed nor denied|neither confirm nor deny|AUX not return a call|AUX not return calls|AUX not return phone calls|AUX not returned calls|AUX not return messages|declined/declining to say anything|offered no comment',
    about: 'after',
    says: [
      'The army declined to comment on the strike.',
      'The mayor had no comment.',
      'The ministry would not comment.',
    ],
    not: ['The comment angered the mayor.'],
    source: NO_COMMENT,
  },
  {
    id: 'en/did-not-respond',
    kind: 'no comment',
    words:
      'AUX not respond to|AUX not responded to|AUX not reply to|AUX not replied to|no response to|no response from|no reply from|there was no response|AUX not reachable|went unanswered|AUX not answer calls|AUX not available for comment|AUX unavailable for comment',
    about: 'after',
    says: [
      'The ministry did not respond to a request for comment.',
      'The army has not responded to questions.',
    ],
    not: ['The ministry responded to a request.'],
    source: NO_COMMENT,
  },
];

const words = (text: string): readonly string[] => text.split('|');

export const ENGLISH_GAPS: GapPack = {
  language: 'en',
  rows: ROWS,
  // The first with a word in the gap decides. Names before numbers ("the names of the casualties"), then what is asked
  // for in so many words, then nouns that only hint at it; question words last.
  fields: [
    {
      field: 'identity',
      words: words('name|names|identity|identities|nationality|nationalities|whose|positions|ranks'),
    },
    {
      field: 'count',
      words: words(
        'how many|number|numbers|toll|tolls|figure|figures|count|extent|breakdown|total|amount|quantity',
      ),
    },
    {
      field: 'responsibility',
      words: words(
        'responsibility|responsible|perpetrator|perpetrators|attackers|attacker|assailants|assailant|culprits|suspect|suspects|gunman|gunmen|shooter|shooters|who fired|who shot|who carried|who planted|who placed|who killed|who was behind|who were behind|who is behind|who may be behind|who had fired|who had done|who had ordered|who did|who opened|who launched|who started|which side|who attacked|who bombed|who set|belligerent',
      ),
    },
    {
      field: 'identity',
      words: words("who was|who were|who is|who are|identified|victim's|victims'|ages|age"),
    },
    {
      field: 'status',
      words: words('condition|conditions|status|civilians|civilian|combatants|militants|alive|fate'),
    },
    { field: 'place', words: words('location|locations|whereabouts') },
    { field: 'date', words: words('time|date|dates|timing') },
    { field: 'count', words: words('casualties|casualty|deaths|injuries|fatalities') },
    {
      field: 'circumstances',
      words: words(
        'cause|causes|motive|motives|circumstances|reason|reasons|details|detail|information|led|sequence',
      ),
    },
    { field: 'place', weak: true, words: words('where') },
    { field: 'date', weak: true, words: words('when') },
    { field: 'circumstances', weak: true, words: words('why|how|what|which|who|whether|if') },
  ],
  harms: [
    {
      harm: 'killed or injured',
      words: words('casualties|casualty|victim|victims'),
    },
    {
      harm: 'killed',
      words: words(
        'killed|dead|death|deaths|died|fatalities|killing|killings|slain|bodies|deceased|murder|murders|die',
      ),
    },
    { harm: 'injured', words: words('injured|wounded|hurt|injuries|wounds|wounding|injury') },
    { harm: 'abducted', words: words('abducted|kidnapped|hostage|hostages|abduction|kidnapping|captives') },
    { harm: 'missing', words: words('missing|disappeared|trapped|unaccounted') },
    { harm: 'detained', words: words('arrested|detained|arrests|arrest|detainees|captured') },
    { harm: 'displaced', words: words('displaced|fled|homeless') },
  ],
  classes: new Map([
    [
      'AUX',
      new Set([...BE, ...HAVE, ...'do does did can could will would may might must shall should'.split(' ')]),
    ],
    ['BE', new Set(BE)],
    ['HAVE', new Set(HAVE)],
  ]),
  shortForms: new Map([
    ["n't", 'not'],
    ['ca', 'can'],
    ['wo', 'will'],
    ["'s", 'is'],
    ["'re", 'are'],
    ["'ve", 'have'],
  ]),
  skips: new Set(
    'immediately yet independently initially so far publicly officially currently still also been being further fully immediate official independent other additional more exactly clearly even ever formally entirely completely otherwise specifically readily directly repeatedly today'.split(
      ' ',
    ),
  ),
  questionWords: new Set('how who whom whose what which when where why whether if'.split(' ')),
  dummies: new Set(['it', 'there', 'this', 'that', 'which', 'he', 'she', 'they', 'who']),
  clauseBreaks: new Set(
    'but and while although though because as since adding saying said says told claiming instead who which after before however so or yet with including nor'.split(
      ' ',
    ),
  ),
  ownAffairs: new Set(['i', 'we', 'you', 'to']),
  relatives: new Set(['whose']),
  endings: [
    'at this time',
    'at the time',
    'at the moment',
    'at this point',
    'at present',
    'for now',
    'at this hour',
    'right now',
    'this time',
  ],
  links: new Set([
    'on',
    'of',
    'about',
    'as',
    'to',
    'regarding',
    'concerning',
    'for',
    'from',
    'with',
    'at',
    'that',
    'by',
  ]),
};

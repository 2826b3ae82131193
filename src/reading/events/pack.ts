/** What a language brings to `reading/events`: the words that tell of an attack or a disaster, and those that part one incident from the next. */

/** Words that tell that something happened, and what it was in ACLED's terms (or the contract's few beside them). */
export interface EventTrigger {
  readonly id: string;
  /** ACLED sub-event type in lower case, "accident", "natural disaster", "execution" or "self-harm". */
  readonly type: string;
  /** 3: the word alone settles the type ("air strike"); 2: most often ("explosion"); 1: it could be several ("attack"). */
  readonly weight: 1 | 2 | 3;
  /** Tells of an incident only where a party or attackers are said to have done it: "rebels destroyed", not "the flood destroyed". */
  readonly needsDoer?: true;
  /** Phrases in lower case, tokens apart by a space, every form written out. */
  readonly words: readonly string[];
  /** Whether the words tell of violence even where nobody is said to have come to harm. */
  readonly isAttack: boolean;
  readonly says: readonly string[];
  readonly not: readonly string[];
  readonly source: string;
}

export interface EventPack {
  readonly language: string;
  readonly triggers: readonly EventTrigger[];
  /** Words that open another incident than the one told of so far: "in a separate attack", "meanwhile". */
  readonly separate: readonly string[];
  /** Words that put an incident into the past of the report's own: "last year", "the previous attack". */
  readonly background: readonly string[];
  /** Words between two incidents of one sentence: "hours after". */
  readonly later: readonly string[];
  /** Words before a deed that the clause only refers to: "wanted for", "protesting against". */
  readonly deed: readonly string[];
  /** Weapons and ammunition, every form written out. */
  readonly weapons: ReadonlySet<string>;
  /** Words that name a weapon only beside an explosive: "dynamite charge". */
  readonly weaponsBesideExplosives: ReadonlySet<string>;
  readonly explosives: ReadonlySet<string>;
  /** Nouns that a weapon's name may stand before and still be the weapon used: "rifle fire", "bomb attack". */
  readonly firing: ReadonlySet<string>;
  /** Verbs of those who come upon a weapon, seize it or have it: it did nothing then. */
  readonly taking: ReadonlySet<string>;
  /** Things attacked that are no people: "market", "checkpoint". */
  readonly infrastructure: ReadonlySet<string>;
  /** Further things that are damaged rather than attacked: "windows", "power lines". */
  readonly damageable: ReadonlySet<string>;
  /** Verbs of damage, with what they leave: "blew" up, destroyed. */
  readonly damaging: ReadonlyMap<string, 'destroyed' | 'damaged' | 'burned'>;
  /** Words after which the thing attacked comes: "on", "against", "at". */
  readonly towards: ReadonlySet<string>;
  /** Of those, the words before people who are attacked: "fired on", "the attack against". */
  readonly aiming: ReadonlySet<string>;
  /** Sides of a thing that stand for it: "in front of the embassy". */
  readonly sides: ReadonlySet<string>;
  /** Words before a name that make its bearer the one who did it: "by", "from". */
  readonly byWords: ReadonlySet<string>;
  /** Of those, the ones that are no "of" or "from". */
  readonly agentWords: ReadonlySet<string>;
  /** Nouns for a body of attackers that a name may stand before, or that points back at one: "the group". */
  readonly bodyNouns: ReadonlySet<string>;
  /** "claimed responsibility", "admitted": the party before them owns up. */
  readonly claiming: readonly string[];
  /** "blamed", "accused": the party after them is accused. */
  readonly blaming: readonly string[];
  /** "no" of "no group has claimed responsibility". */
  readonly none: ReadonlySet<string>;
  /** "accused of", "charged with": whoever stands before them is accused of the deed that follows. */
  readonly charged: readonly string[];
  /** "suspected", "alleged", "believed to be": said of the party, not of the harm. */
  readonly suspected: ReadonlySet<string>;
  /** "denied", "rejected": the party before them denies. */
  readonly denying: ReadonlySet<string>;
  /** Nouns for those who attack, where no party is named, with the kind of party that they are. */
  readonly attackers: ReadonlyMap<string, 'individual' | 'armed group' | 'military' | 'police'>;
  /** Words of a phrase that are no part of a party's name: articles, numbers, "suspected". */
  readonly beforeAttackers: ReadonlySet<string>;
  /** Of these, what belongs to the name when it stands right before it: "armed men". */
  readonly keptBeforeAttackers: ReadonlySet<string>;
  /** Words that say the attack is only spoken of: "would", "plan to", "threatened". */
  readonly unreal: ReadonlySet<string>;
  /** Verbs by which the dead are found, some time after they died. */
  readonly finding: ReadonlySet<string>;
  /** The dead as things that are found: "body". */
  readonly bodies: ReadonlySet<string>;
  /** Words of an operation that several incidents belong to: "operation", "offensive". */
  readonly operations: ReadonlySet<string>;
}

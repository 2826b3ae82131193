/** Closed lists that the finding of speakers, hearers and channels rests on. All in lower case. By hand. */
import type { SpeakerWords } from '../../../reading/attribution/pack.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const phrases = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s*,\s*/)
      .filter(Boolean),
  );

export const WORDS: SpeakerWords = {
  determiners: words(
    "the a an this that these those its his her their our my some several many one two three four five six other another both all any 's",
  ),
  nobody: words('nobody no none neither'),
  putting: words('put puts putting estimated estimates'),
  indefinites: words('a an one two three four five six some several many another other'),
  possessives: words('its his her their'),
  bodyPossessives: words('its their our'),
  titles: words(
    `mr mrs ms miss dr prof professor sir lord lady state defence defense foreign interior dame president minister premier chancellor governor mayor senator sen rep
     representative secretary ambassador king queen prince princess pope bishop archbishop father sister brother imam sheikh ayatollah
     general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal brigadier brig admiral adm commander commodore
     marshal private officer detective inspector superintendent constable sheriff chief judge justice prosecutor attorney rabbi reverend
     rev congressman congresswoman councillor prime foreign health defence defense interior deputy vice rear us u.s. nurse director
     chairman trooper patrolman coroner examiner supt insp det cpl cmdr sp asp dsp ssp dig igp dgp ig spokesman spokeswoman spokesperson commissioner head leader former acting first-lady lawmaker survivor witness resident seismologist analyst lawyer professor coach engineer`,
  ),
  pronouns: new Map([
    ['he', 'male'],
    ['him', 'male'],
    ['she', 'female'],
    ['her', 'female'],
    ['it', 'body'],
    ['they', 'several'],
    ['them', 'several'],
    ['who', 'any'],
    ['which', 'body'],
    ['that', 'any'],
    ['others', 'several'],
    ['i', 'speaking'],
    ['we', 'speaking'],
    ['you', 'speaking'],
    ['this', 'body'],
  ]),
  gendered: new Map([
    ...[
      ...words(
        'mr sir lord king prince pope father brother son husband widower uncle grandfather nephew man boy spokesman policeman chairman businessman congressman fisherman bishop imam sheikh ayatollah archbishop priest monk gunman',
      ),
    ].map((word) => [word, 'male'] as const),
    ...[
      ...words(
        'mrs ms miss lady dame queen princess mother sister daughter wife widow aunt grandmother niece woman girl spokeswoman policewoman chairwoman congresswoman nun midwife businesswoman',
      ),
    ].map((word) => [word, 'female'] as const),
  ]),
  spokespeople: words('spokesman spokeswoman spokesperson spokespeople spokesmen representative'),
  documents: words(
    'statement report communique communiqué release bulletin list letter document tweet post rumour rumor message video note filing indictment study survey poll',
  ),
  hearsay: words('rumour rumor post tweet'),
  announcements: words('statement communique communiqué release bulletin'),
  impersonal: words(
    'fear believe think presume suspect expect report rumour rumor consider allege estimate know understand assume',
  ),
  passives: words('be get'),
  agents: words('by'),
  withholding: words('specify say give elaborate comment disclose provide identify name release'),
  bodyNouns: words(
    `ministry army military navy force forces government police front party movement brigade brigades council committee commission agency
     authority union university institute centre center hospital clinic court parliament senate congress mission office organisation
     organization group association federation network observatory watch foundation charity company bank department service corps guard
     guards command administration presidency embassy state republic militia league nations society club church school times post news
     herald gazette courier tribune radio television tv press agency star daily journal magazine house international defence forum crescent cross lines shield sons brothers lions hawks wolves martyrs group firm airline bureau fund council`,
  ),
  withheld: words(
    'commander soldier fighter militant rebel nurse agent investigator lawmaker executive guard policeman negotiator paramedic official officials diplomat diplomats officer source sources aide aides adviser advisers negotiator insider employee worker elder engineer person people man woman resident neighbour neighbor witness medic doctor activist',
  ),
  telling: words('tell inform brief assure warn remind advise notify'),
  hearers: words(
    'reporter journalist parliament lawmaker court police congress senate hearing committee investigator press media council mp rally crowd supporter nation newspaper agency radio television tv station channel magazine correspondent inquiry tribunal jury audience worker',
  ),
  hearerLeads: words('to with'),
  outlets: phrases(
    `reuters, afp, ap, the associated press, associated press, agence france-presse, bbc, the bbc, cnn, al jazeera, xinhua, tass, interfax, dpa, efe, ansa, upi,
     bloomberg, npr, abc, nbc, cbs, fox news, msnbc, sky news, itv, pbs, nhk, anadolu, ria novosti, axios, politico, the guardian, the economist, guardian, economist, vox, der spiegel, le monde, el país`,
  ),
  outletNouns: words(
    'times post news herald gazette courier tribune radio television tv press star daily journal magazine newspaper broadcaster channel agency chronicle mirror telegraph observer report today broadcasting network',
  ),
  citing: words('cite quote'),
  quotedAs: words('as'),
  negations: words("not n't never no neither nor n’t"),
  reasons: [
    'because',
    'for fear of',
    'out of fear',
    'fearing',
    'citing',
    'due to',
    'since',
    'as',
    'for security reasons',
    'for safety reasons',
    'in order to',
    'so as',
  ],
  ofWords: words('for of from at with in as'),
  joins: words('of'),
  possessiveMarks: words("'s '"),
  participles: words('VBN VBG'),
  government: 'government',
  issuing: words('from by of'),
  relatives: words('who which whose whom that where'),
  examples: words('such'),
  knownAs: words('as called named identified'),
  nameParticles: words('al el bin ben ibn van von der den de del della da di dos du la le abu ould y mac -'),
};

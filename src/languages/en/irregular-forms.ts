/**
 * English words whose forms no rule of endings gives. The lemma table is made from these, from the treebanks and from
 * the regular forms of a dictionary's words (training/train-lemmas.ts).
 */

/** Base, past, participle; two forms of one cell are divided by "/". */
export const IRREGULAR_VERBS = `
abide abode/abided abode/abided; arise arose arisen; awake awoke awoken; bear bore borne/born; beat beat beaten; become became become;
befall befell befallen; beget begot begotten; begin began begun; behold beheld beheld; bend bent bent; bereave bereft bereft; beseech besought besought;
beset beset beset; bet bet bet; bid bid/bade bid/bidden; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke broken;
breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built; burn burnt/burned burnt/burned; burst burst burst; buy bought bought;
cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut;
deal dealt dealt; dig dug dug; do did done; draw drew drawn; dream dreamt/dreamed dreamt/dreamed; drink drank drunk; drive drove driven; dwell dwelt dwelt;
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown;
forbid forbade/forbad forbidden; forecast forecast forecast; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
forsake forsook forsaken; freeze froze frozen; get got gotten/got; give gave given; go went gone; grind ground ground; grow grew grown; hang hung hung;
have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; kneel knelt knelt; know knew known; lay laid laid;
lead led led; lean leant/leaned leant/leaned; leap leapt/leaped leapt/leaped; learn learnt/learned learnt/learned; leave left left; lend lent lent; let let let;
lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled; mistake mistook mistaken;
misunderstand misunderstood misunderstood; offset offset offset; outdo outdid outdone; overcome overcame overcome; overhear overheard overheard; override overrode overridden;
overrun overran overrun; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; overturn overturned overturned; partake partook partaken; pay paid paid; plead pled/pleaded pled/pleaded;
put put put; quit quit quit; read read read; rebuild rebuilt rebuilt; redo redid redone; rend rent rent; repay repaid repaid; reset reset reset; rid rid rid; ride rode ridden; ring rang rung;
rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; sew sewed sewn; shake shook shaken;
shed shed shed; shine shone shone; shoot shot shot; show showed shown; shrink shrank/shrunk shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; slay slew slain;
sleep slept slept; slide slid slid; sling slung slung; slit slit slit; smell smelt/smelled smelt/smelled; sow sowed sown; speak spoke spoken; speed sped sped; spell spelt/spelled spelt/spelled;
spend spent spent; spill spilt/spilled spilt/spilled; spin spun spun; spit spat spat; split split split; spoil spoilt/spoiled spoilt/spoiled; spread spread spread; spring sprang sprung;
stand stood stood; steal stole stolen; stick stuck stuck; sting stung stung; stink stank stunk; strew strewed strewn; stride strode stridden; strike struck struck/stricken; string strung strung;
strive strove striven; swear swore sworn; sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told;
think thought thought; throw threw thrown; thrust thrust thrust; tread trod trodden; undergo underwent undergone; understand understood understood; undertake undertook undertaken; undo undid undone;
uphold upheld upheld; upset upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept wept; panic panicked panicked; mimic mimicked mimicked; traffic trafficked trafficked; win won won; wind wound wound; withdraw withdrew withdrawn;
withhold withheld withheld; withstand withstood withstood; wring wrung wrung; write wrote written`;

/** Singular and plural. */
export const IRREGULAR_NOUNS = `
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice; louse lice; ox oxen; wife wives; life lives; knife knives; half halves; leaf leaves; loaf loaves;
thief thieves; shelf shelves; self selves; wolf wolves; calf calves; hoof hooves; scarf scarves; elf elves; dwarf dwarves; wharf wharves; midwife midwives; housewife housewives; penknife penknives;
crisis crises; analysis analyses; basis bases; thesis theses; hypothesis hypotheses; oasis oases; diagnosis diagnoses; parenthesis parentheses; axis axes; phenomenon phenomena; criterion criteria;
datum data; medium media; bacterium bacteria; stratum strata; memorandum memoranda; curriculum curricula; alumnus alumni; fungus fungi; nucleus nuclei; radius radii; stimulus stimuli; cactus cacti; syllabus syllabi;
larva larvae; alga algae; antenna antennae; formula formulae; vertebra vertebrae; appendix appendices; index indices; matrix matrices; vertex vertices; bureau bureaux; plateau plateaux; tableau tableaux; chateau chateaux;
fireman firemen; policeman policemen; policewoman policewomen; gunman gunmen; spokesman spokesmen; spokeswoman spokeswomen; serviceman servicemen; servicewoman servicewomen; clergyman clergymen; countryman countrymen;
townsman townsmen; tribesman tribesmen; kinsman kinsmen; fisherman fishermen; militiaman militiamen; rifleman riflemen; bondsman bondsmen; congressman congressmen; congresswoman congresswomen; craftsman craftsmen;
businessman businessmen; businesswoman businesswomen; airman airmen; seaman seamen; infantryman infantrymen; guardsman guardsmen; cameraman cameramen; chairman chairmen; salesman salesmen; workman workmen; horseman horsemen;
grandchild grandchildren; schoolchild schoolchildren; stepchild stepchildren; godchild godchildren; mujahid mujahideen; passerby passersby; series series; species species; aircraft aircraft; means means; potato potatoes; tomato tomatoes; hero heroes; echo echoes;
torpedo torpedoes; embargo embargoes; veto vetoes; volcano volcanoes; mosquito mosquitoes; buffalo buffaloes; cargo cargoes; quiz quizzes; bus buses; gas gases; virus viruses; lens lenses; atlas atlases; chorus choruses; census censuses; campus campuses; bonus bonuses; corps corps`;

/** Names of months and days cut short, which their lemmas give whole; with a stop where the short form is a name too. */
export const SHORT_NAMES = `
jan. January; feb February; feb. February; mar. March; apr April; apr. April; aug August; aug. August; sep September; sep. September;
sept September; sept. September; oct October; oct. October; nov November; nov. November; dec December; dec. December;
mon. Monday; tue Tuesday; tue. Tuesday; tues Tuesday; tues. Tuesday; wed. Wednesday; thu Thursday; thu. Thursday; thur. Thursday;
thurs Thursday; thurs. Thursday; fri Friday; fri. Friday; sat. Saturday; sun. Sunday`;

/**
 * Words of English that are also names of places somewhere ("Bath", "Mobile", "Police"). Taken for a place only where the
 * context says so: after a preposition of place, or before a country. Gathered from words that the English treebanks of
 * Universal Dependencies write in small letters as a rule, where the gazetteer has them; some words of news added by hand.
 */
const WORDS = `
abu accord acre act ad add adn ads advance age agency ago aid aim air aka al all allah alliance alma alone
along alot alt altar alter am an and anew angels anger angered angle angles ans ant anthem any aol apples
april apt aquarium arc arch are area aren arena arenas arm army aromas arrest arsenal art as ask asp aspen
assumption at ate au august aura authorities awe ax axis ba bad bag bail bailing bake baling ball ballots
ban band bank banks banner banning bar bare bark barn barrage barren bars base basic basil bat bath battle
battlefield battleground be bean bear beaver bed beers beg began begun bells belt bent best bet betta
betting bias bid biding big bigger billed bin bio bites biting blacks blanco bland blast blessing blond
bluff blur bmc bn boil bona bond bone book boom boomer boon boos boot border bore born borne bottom bow box
boy brack brain brains branch brand brash brass bridge bright brilliant broke brush bta bu bucks bug bullet
bully bun bungalow burden bureau burrow burst bury bus bust busy but butts buy by bye cab cache cafe
calamity caller calo came camp camps can canal candor cannon canon cant cap capital captain car carbon care
cargo carpenter carry cars cascade cases cash casino casinos cast cat cave celebration cell cement center
central centre centres century chagrin chair chamber chambers champion chance change channel charge chase
cherry chinatown ching chipping chiro chop christian chung church cic circle cis cite citrus city clair
clarion clay clever clinch cloud coal coats cod coffee coin college colonel colony com combine come comet
comfort commissioner committee competition compound con concession concrete contention contest continental
conversion cool cooling cop cope cork corn corners corpus corral cotton couches council countryside county
course court crane crisp crooks cross crystal cue cut cutoff cuts cuz dad damp dare date day deal december
deep defiance degu del delay deli delta delve demo dent department deport deposit desk dial die dig din dip
dire discovery district div divide dnain do doc docking dodge dog dogs dole dollar don dongle doom door dot
downs downside drag drama dresser drew driver drone drug dry du dual due dug duh dusty ear early earth east
eastern eat echo eclectic economy edu ee effort eg egg ego el elk ellis em emblem empire energetic energy
enterprise equality er era eras erode err esp essay eve ever excel exchange experiment export ext eye ez
facebook faith fall falls fan far fare farmers farms fat fate february federal felicity felines fell ferret
ferry fertile finale fines fireworks fiscal flee fleet flesh fly fog for force forces fore forge forth
fortune fossil foster fountain four free freedom friday friend friendly friendship from front frontier fry
fully fun furnace gala gaming gamut gang gap garner garrison gas gateway gay gaze gee gel gem general genes
ger get gets gin give glad glide globe gob god goes going gold golden golf gone gonna goodwill gosh gossip
got government grab grabs grace grad grain grand grandson grant grants gras grass grave graves gray green
greens grenade grey grin grit groom gross guessing guide guinea gulf guns guru gut guy gym ha had halfway
hall halls ham hammer hand hang happy hard harden harm harvest has hat hav haven hawks hay hazard he
headquarters healing heard heel hell her hero hes hh hills hindu hinges hit hole holiday home homeland
hometown hone honey hop hope hose hospital hot hour hub hug huh human humble hunt hunting hurt id ie ill in
independence industry ink inning instagram institute ire iron is islam islamic island islands isn ive jab
jam january jar jaw jiu job joy july junction june junior jury just karma keen key keys kid kill kin king
kings kissing knees knock la lab label labor lack lamb lame landing landmark lane lap las laser latte law
lawn lax lay lazy lbs ld lead lean led leg lemon len lend lender lens lent let levy liberal liberty licking
lie lieutenant lignite lime limestone limit line ling lion lions lip liq list lit lively lives lo loan loans
lock logo lol lone long look loop loose los lot love lover loving low loyal lube luck lucky luna lure luring
lush luv ly mad made magazine magnet mailing main maize major make makes male males mall mama man manage
mango mano mansion many marathon marble march marches maritime mark market marks marshal masse mat mate
mater maverick max maximum may me means mechanic med media mega mei men mending mentor mercury mercy mere
merit mess messy metal meter metro metropolis mid midtown mile miles mill millet min mind mine mining
minister ministry minor mins minus mission mma mob mobile mod model modern mogul mojo mold monday monster
monument moon mop moral more mosque mosquito most mountain much muddy mug mush muslim muster name nat naval
nearest needle neo neon never new newborn newcomers news nice no noble nod nods noisy non none nor normal
north northeastern northern northwest not november ny oak occasion ocean october of off officer official
officials ol old olds ole on one op opportunity ops or oral orange our oust ousted out outer outing outlook
over oversee pace pack pact pad page paint painter pale pals pan panic paper par paradise paramount parent
park parks parole parse part pas passage pasta paste paw pdf peace peel peer pen pencil peninsula per perk
person pet petroleum pets pho phone php pies pigeon pile pill pin pinch pink pioneer pirate pit plain plan
planes plans plate plateau pleasant plenty plum plunge plus point pole police poll polling pool pop pope
popular port portal poses posing possession post pot pound power powers pray pre president press prey price
prison pristine pro progress propel prospect prosperity prosperous proven province psu pub pun punch pup
purchase pure purse put pyramid quarter quo race radio rage rain rainbow ran random rap rapid rash rat rate
raw rays rd re reach reading real recovery red reform rein reliance research reservoir rest retreat rich rid
rida ride rider riding ring ripe risen river road roam rock rode roles rom root rosario rose rot rote
roundup row rude rule rum run rush sad said sail sake sale sales salmon salon salt salute same samples san
sand sandwich sar sat saturday sauce save say scant school sci sea seaside secretary section sector see seen
sees sell sells semi send sent september sergeant servant serves set settle seven shaft shale shape shaping
share sharp she shell shields shiite shore shot shove shut shy sic side siding silly simmering sin since
sing sins sir sisal sisters sit situ six sixteen sky skyline slap slaughter slide slope snow so sober soften
sole solo son song sore sort sorts soul sour south southeastern southern sow spa spat split spoken spray
spring spur spy stall stamps staple staples star stark start state station steep steps stern still stock
stoke stone store story straw street strong sub success sue sued summer summit sun sunday sunni sunrise
sunset superior surprise swallow swamp sway swords tactic tag taker taking tale talent tall tame tank tap
tape taping tapping tat tavern tea tee telegram tell temple ten tent than the them thrall thursday thy tie
til till tilt tin tip tire tires tiring titan to toast toe toll ton tone tong tongue too tool top torn torso
toss totes tour tours tow town towns toy trail train trainer transit trap treasure tree trial trim trip
tritium triumph troublesome troupe try tuesday tug tumble tuna tune turn tw twin twist twitter uk un uni
union unity university up upi uptown ur us usa used uses usher vans var vary veteran veto via vice victor
victory vie villa village visa vogue vols voters wa waging wai waits wake walk wall walls walnut wang wanna
war warn warns warrior wary was wave wax ways we wedding wednesday weed week wel welcome well were west
western wheeling white whitehouse whites will willow win windfall wines wing wink winner winters wise wood
wool worms worth x xico xls yan yell yen yes yet yorkshire young youtube zero zone zoo
`;

export const COMMON_WORDS: readonly string[] = WORDS.trim().split(/\s+/);

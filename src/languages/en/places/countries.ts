/**
 * Countries in English: ISO 3166-1 alpha-2 code; names, the usual one first; adjectives and words for the people.
 * Codes follow ISO 3166; names and demonyms are the common ones of English-language news.
 */
const TABLE = `
AD|Andorra|Andorran Andorrans
AE|United Arab Emirates,UAE,Emirates|Emirati Emiratis
AF|Afghanistan|Afghan Afghans
AG|Antigua and Barbuda,Antigua|Antiguan Antiguans
AL|Albania|Albanian Albanians
AM|Armenia|Armenian Armenians
AO|Angola|Angolan Angolans
AR|Argentina|Argentine Argentinian Argentinean Argentines Argentinians
AT|Austria|Austrian Austrians
AU|Australia|Australian Australians
AZ|Azerbaijan|Azerbaijani Azeri Azerbaijanis Azeris
BA|Bosnia and Herzegovina,Bosnia-Herzegovina,Bosnia|Bosnian Bosnians
BB|Barbados|Barbadian Barbadians
BD|Bangladesh|Bangladeshi Bangladeshis
BE|Belgium|Belgian Belgians
BF|Burkina Faso,Burkina|Burkinabe Burkinabé
BG|Bulgaria|Bulgarian Bulgarians
BH|Bahrain|Bahraini Bahrainis
BI|Burundi|Burundian Burundians
BJ|Benin|Beninese
BN|Brunei|Bruneian Bruneians
BO|Bolivia|Bolivian Bolivians
BR|Brazil|Brazilian Brazilians
BS|Bahamas|Bahamian Bahamians
BT|Bhutan|Bhutanese
BW|Botswana|Botswanan
BY|Belarus|Belarusian Belarusians Belarussian
BZ|Belize|Belizean Belizeans
CA|Canada|Canadian Canadians
CD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo-Kinshasa,Congo,Zaire|Congolese Zairean
CF|Central African Republic,CAR|Central-African
CG|Republic of the Congo,Republic of Congo,Congo-Brazzaville|
CH|Switzerland|Swiss
CI|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian Ivorians
CL|Chile|Chilean Chileans
CM|Cameroon|Cameroonian Cameroonians
CN|China,People's Republic of China|Chinese
CO|Colombia|Colombian Colombians
CR|Costa Rica|Costa-Rican
CU|Cuba|Cuban Cubans
CV|Cape Verde|Cape-Verdean
CY|Cyprus|Cypriot Cypriots
CZ|Czech Republic,Czechia,Czechoslovakia|Czech Czechs
DE|Germany,West Germany,East Germany,FRG|German Germans
DJ|Djibouti|Djiboutian Djiboutians
DK|Denmark|Danish Dane Danes
DM|Dominica|
DO|Dominican Republic|Dominican Dominicans
DZ|Algeria|Algerian Algerians
EC|Ecuador|Ecuadorian Ecuadoran Ecuadorean Ecuadorians Ecuadorans
EE|Estonia|Estonian Estonians
EG|Egypt|Egyptian Egyptians
ER|Eritrea|Eritrean Eritreans
ES|Spain|Spanish Spaniard Spaniards
ET|Ethiopia|Ethiopian Ethiopians
FI|Finland|Finnish Finn Finns
FJ|Fiji|Fijian Fijians
FR|France|French Frenchman Frenchmen
GA|Gabon|Gabonese
GB|United Kingdom,UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|British Briton Britons English Scottish Welsh Northern-Irish
GD|Grenada|Grenadian Grenadians
GE|Georgia|Georgian Georgians
GH|Ghana|Ghanaian Ghanaians
GM|Gambia|Gambian Gambians
GN|Guinea|Guinean Guineans
GQ|Equatorial Guinea|Equatoguinean
GR|Greece|Greek Greeks
GT|Guatemala|Guatemalan Guatemalans
GW|Guinea-Bissau|
GY|Guyana|Guyanese
HK|Hong Kong|
HN|Honduras|Honduran Hondurans
HR|Croatia|Croatian Croat Croatians Croats
HT|Haiti|Haitian Haitians
HU|Hungary|Hungarian Hungarians
ID|Indonesia|Indonesian Indonesians
IE|Ireland,Republic of Ireland|Irish Irishman
IL|Israel|Israeli Israelis
IN|India|Indian Indians
IQ|Iraq|Iraqi Iraqis
IR|Iran|Iranian Iranians
IS|Iceland|Icelandic Icelander
IT|Italy|Italian Italians
JM|Jamaica|Jamaican Jamaicans
JO|Jordan|Jordanian Jordanians
JP|Japan|Japanese
KE|Kenya|Kenyan Kenyans
KG|Kyrgyzstan|Kyrgyz Kyrgyzstani
KH|Cambodia|Cambodian Cambodians
KM|Comoros|Comorian
KP|North Korea,DPRK|North-Korean
KR|South Korea,Republic of Korea|South-Korean
KW|Kuwait|Kuwaiti Kuwaitis
KZ|Kazakhstan|Kazakh Kazakhs Kazakhstani
LA|Laos|Laotian Lao
LB|Lebanon|Lebanese
LK|Sri Lanka|Sri-Lankan
LR|Liberia|Liberian Liberians
LS|Lesotho|
LT|Lithuania|Lithuanian Lithuanians
LU|Luxembourg|
LV|Latvia|Latvian Latvians
LY|Libya|Libyan Libyans
MA|Morocco|Moroccan Moroccans
MD|Moldova|Moldovan Moldovans
ME|Montenegro|Montenegrin Montenegrins
MG|Madagascar|Malagasy
MK|North Macedonia,Macedonia|Macedonian Macedonians
ML|Mali|Malian Malians
MM|Myanmar,Burma|Burmese
MN|Mongolia|Mongolian Mongolians
MR|Mauritania|Mauritanian Mauritanians
MT|Malta|Maltese
MU|Mauritius|Mauritian
MV|Maldives|Maldivian
MW|Malawi|Malawian Malawians
MX|Mexico|Mexican Mexicans
MY|Malaysia|Malaysian Malaysians
MZ|Mozambique|Mozambican Mozambicans
NA|Namibia|Namibian Namibians
NE|Niger|Nigerien Nigeriens
NG|Nigeria|Nigerian Nigerians
NI|Nicaragua|Nicaraguan Nicaraguans
NL|Netherlands,Holland|Dutch Dutchman
NO|Norway|Norwegian Norwegians
NP|Nepal|Nepalese Nepali Nepalis
NZ|New Zealand|New-Zealander
OM|Oman|Omani Omanis
PA|Panama|Panamanian Panamanians
PE|Peru|Peruvian Peruvians
PG|Papua New Guinea|
PH|Philippines|Philippine Filipino Filipinos
PK|Pakistan|Pakistani Pakistanis
PL|Poland|Polish Pole Poles
PR|Puerto Rico|Puerto-Rican
PS|Palestine,Palestinian territories,occupied Palestinian territory,State of Palestine|Palestinian Palestinians Gazan Gazans
PT|Portugal|Portuguese
PY|Paraguay|Paraguayan Paraguayans
QA|Qatar|Qatari Qataris
RO|Romania|Romanian Romanians
RS|Serbia,Yugoslavia|Serbian Serb Serbs Yugoslav
RU|Russia,Russian Federation,Soviet Union,USSR|Russian Russians Soviet Soviets
RW|Rwanda|Rwandan Rwandans
SA|Saudi Arabia|Saudi Saudis
SB|Solomon Islands|
SC|Seychelles|
SD|Sudan|Sudanese
SE|Sweden|Swedish Swede Swedes
SG|Singapore|Singaporean
SI|Slovenia|Slovenian Slovene
SK|Slovakia|Slovak Slovaks
SL|Sierra Leone|Sierra-Leonean
SN|Senegal|Senegalese
SO|Somalia|Somali Somalis Somalian
SR|Suriname|Surinamese
SS|South Sudan|South-Sudanese
SV|El Salvador|Salvadoran Salvadorean Salvadorian Salvadorans Salvadoreans Salvadorians
SY|Syria|Syrian Syrians
SZ|Eswatini,Swaziland|Swazi
TD|Chad|Chadian Chadians
TG|Togo|Togolese
TH|Thailand|Thai Thais
TJ|Tajikistan|Tajik Tajiks
TL|East Timor,Timor-Leste|Timorese
TM|Turkmenistan|Turkmen
TN|Tunisia|Tunisian Tunisians
TR|Turkey,Türkiye|Turkish Turk Turks
TT|Trinidad and Tobago,Trinidad|Trinidadian
TW|Taiwan|Taiwanese
TZ|Tanzania|Tanzanian Tanzanians
UA|Ukraine|Ukrainian Ukrainians
UG|Uganda|Ugandan Ugandans
US|United States,United States of America,US,U.S.,USA,U.S.A.,America|American Americans
UY|Uruguay|Uruguayan Uruguayans
UZ|Uzbekistan|Uzbek Uzbeks
VA|Vatican City,Vatican|
VE|Venezuela|Venezuelan Venezuelans
VN|Vietnam,Viet Nam|Vietnamese
XK|Kosovo|Kosovar Kosovan Kosovars
YE|Yemen|Yemeni Yemenis
ZA|South Africa|South-African
ZM|Zambia|Zambian Zambians
ZW|Zimbabwe|Zimbabwean Zimbabweans
`;

export interface EnglishCountry {
  readonly code: string;
  readonly names: readonly string[];
  /** "Cuban", "Cubans", "South African"; adjectives and people alike. */
  readonly demonyms: readonly string[];
}

export const COUNTRIES: readonly EnglishCountry[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code, names, demonyms] = line.split('|');
    const people = demonyms ? demonyms.split(' ').map((word) => word.replace('-', ' ')) : [];
    return {
      code: code!,
      names: names!.split(','),
      demonyms: people.flatMap((word) => (/ .*n$/.test(word) ? [word, `${word}s`] : [word])),
    };
  });

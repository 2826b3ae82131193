/** Invented news, from which the pages in kinds.ts are made: what an article of each should come out as is known. */

export interface Story {
  readonly title: string;
  readonly dek: string;
  readonly byline: string;
  readonly publisher: string;
  /** As the machine-readable parts of a page have it. */
  readonly published: string;
  readonly updated: string;
  readonly paragraphs: readonly string[];
  readonly caption: string;
  readonly subhead: string;
  readonly list: readonly string[];
  readonly table: readonly (readonly string[])[];
}

export const MARKET: Story = {
  title: 'Strike on Orlu market kills at least 14, hospital says',
  dek: 'Witnesses describe two explosions minutes apart as traders were opening their stalls.',
  byline: 'Ines Maro',
  publisher: 'The Morrow',
  published: '2025-03-10T09:30:00+02:00',
  updated: '2025-03-10T14:05:00+02:00',
  paragraphs: [
    'ORLU, Karsia (Reuters) - An air strike on the main market of Orlu killed at least 14 people on Monday, according to doctors at St. Alban’s hospital, in the deadliest attack on the town since October.',
    'The first explosion struck the fish hall shortly before eight in the morning, said Tam Orel, a trader. “We ran to pull people out, and then the second one came,” he told reporters by telephone.',
    'Karsia’s defence ministry said it had hit “a depot of the Northern Front” and denied that civilians were harmed. It gave no evidence for the depot.',
    'Dr. Mila Senn, who runs the emergency ward, said that nine of the dead were women and that three children were among some 40 wounded.',
    'The Free Lawyers’ Union put the toll at 17, and published the names of eleven of them. Neither figure could be verified independently.',
    'Port Adren, the nearest city, sent six ambulances; two were turned back at a checkpoint, the city council said.',
    'More than 1,300 people have been killed in the district since the fighting resumed last autumn, a monitoring group says.',
  ],
  caption: 'Rescuers search the fish hall of Orlu market on Monday.',
  subhead: 'A second blast',
  list: [
    'At least 14 people were killed, nine of them women, doctors say.',
    'Karsia says that it struck a depot and harmed no civilian.',
    'Two of six ambulances were turned back.',
  ],
  table: [
    ['Source', 'Killed', 'Injured'],
    ['St. Alban’s hospital', '14', '40'],
    ['Free Lawyers’ Union', '17', 'not given'],
    ['Karsian defence ministry', '0', '0'],
  ],
};

export const BUS: Story = {
  title: 'Eight miners die as bus leaves road in Amsel valley',
  dek: 'The vehicle was carrying the night shift home when its brakes failed, the operator says.',
  byline: 'Jorun Falk and Petra Lindow',
  publisher: 'Amsel Courier',
  published: '2024-11-02T18:20:00Z',
  updated: '2024-11-03T07:00:00Z',
  paragraphs: [
    'Eight miners were killed and 21 others injured when a bus ran off the road below the Amsel pass on Saturday evening, police said.',
    'The bus, which belongs to the Kelm mining company, had 31 people on board. It fell some 60 metres into the river bed and came to rest on its roof.',
    'A spokeswoman for the company, Greta Holm, said the driver had reported trouble with the brakes by radio two minutes before. He is among the dead.',
    'Four of the injured were in a critical condition on Sunday, the regional clinic said, and two people were still missing.',
    'The miners’ union had warned in June that the company’s fleet was “a row of coffins on wheels”. The company did not answer questions about it.',
    'The valley’s last accident of this kind, in 1998, cost 12 lives.',
  ],
  caption: 'The wreck below the Amsel pass, seen on Sunday morning.',
  subhead: 'Warning in June',
  list: [
    'Four people are in a critical condition.',
    'Two people are missing since Saturday.',
    'The driver reported trouble with the brakes.',
  ],
  table: [
    ['Year', 'Place', 'Dead'],
    ['1998', 'Amsel pass', '12'],
    ['2011', 'Kelm tunnel', '5'],
    ['2024', 'Amsel pass', '8'],
  ],
};

export const SQUARE: Story = {
  title: 'Three dead, say police; eleven, say lawyers: the night on Ferry Square',
  dek: 'Accounts differ on how protesters died in the centre of Velstad, and on how many.',
  byline: 'Tam Orel',
  publisher: 'Velstad Post',
  published: '2025-01-23T07:15:00+01:00',
  updated: '2025-01-23T11:40:00+01:00',
  paragraphs: [
    'Police in Velstad said on Thursday that three people were killed when officers cleared Ferry Square of protesters on Wednesday night. Lawyers said that they had the names of eleven dead.',
    '“Our officers fired into the air. Three persons died in the crush that followed,” the city’s police chief, Anton Greil, said at a news conference. He said that 27 officers were injured.',
    'The lawyers’ chairwoman, Mara Ostin, said all eleven had gunshot wounds, and that the youngest was a schoolgirl of 15.',
    'Dozens of people were treated at two hospitals, according to a doctor who asked not to be named for fear of losing his post.',
    'At least 60 were detained, state radio reported. The lawyers put the number of arrests between 200 and 250.',
    'The interior ministry did not answer questions. Mobile networks in the centre were down until morning.',
  ],
  caption: 'Barricades on Ferry Square early on Thursday.',
  subhead: 'Two accounts',
  list: [
    'Police: three dead in a crush, 27 officers injured.',
    'Lawyers: eleven dead, all shot, the youngest 15.',
    'State radio: at least 60 people detained.',
  ],
  table: [
    ['Account', 'Dead', 'Detained'],
    ['Police', '3', '60'],
    ['Lawyers', '11', '200 to 250'],
  ],
};

export const ARABIC: Story = {
  title: 'مقتل تسعة أشخاص في غارة على سوق بلدة أورلو',
  dek: 'شهود عيان يتحدثون عن انفجارين متتاليين بينما كان التجار يفتحون محالهم.',
  byline: 'إيناس مارو',
  publisher: 'صحيفة الغد',
  published: '2025-03-10T08:00:00+03:00',
  updated: '2025-03-10T12:00:00+03:00',
  paragraphs: [
    'قتل تسعة أشخاص على الأقل وأصيب نحو أربعين آخرين بجروح، اليوم الاثنين، في غارة جوية استهدفت السوق الرئيسية في بلدة أورلو، وفق ما أفاد به أطباء في مستشفى البلدة.',
    'وقال التاجر تام أوريل إن الانفجار الأول وقع قبيل الساعة الثامنة صباحا في قسم السمك، ثم تلاه انفجار ثان بعد دقائق قليلة بينما كان الناس يحاولون إسعاف المصابين.',
    'ونفت وزارة الدفاع سقوط مدنيين، وقالت إنها قصفت مستودعا تابعا للجبهة الشمالية، من دون أن تقدم دليلا على ذلك.',
    'وأكدت الطبيبة ميلا سين أن ستة من القتلى نساء، وأن ثلاثة أطفال بين الجرحى، مشيرة إلى نقص حاد في الأدوية.',
    'ولم يتسن التحقق من الحصيلة من مصدر مستقل، فيما تحدث اتحاد المحامين عن أحد عشر قتيلا.',
  ],
  caption: 'رجال الإنقاذ في سوق أورلو صباح الاثنين.',
  subhead: 'انفجار ثان',
  list: ['ستة من القتلى نساء بحسب الأطباء.', 'ثلاثة أطفال بين الجرحى.', 'الوزارة تنفي سقوط مدنيين.'],
  table: [
    ['المصدر', 'القتلى', 'الجرحى'],
    ['المستشفى', '9', '40'],
    ['اتحاد المحامين', '11', 'غير معروف'],
  ],
};

export const HEBREW: Story = {
  title: 'תשעה הרוגים בתקיפה בשוק העיירה אורלו',
  dek: 'עדי ראייה מספרים על שני פיצוצים בהפרש של דקות ספורות, כשהסוחרים פתחו את הדוכנים.',
  byline: 'אינס מארו',
  publisher: 'עיתון המחר',
  published: '2025-03-10T08:00:00+02:00',
  updated: '2025-03-10T12:00:00+02:00',
  paragraphs: [
    'לפחות תשעה בני אדם נהרגו וכארבעים נפצעו היום (שני) בתקיפה אווירית על השוק הראשי של העיירה אורלו, כך מסרו רופאים בבית החולים המקומי.',
    'הפיצוץ הראשון אירע מעט לפני השעה שמונה בבוקר באולם הדגים, סיפר הסוחר תם אורל. לדבריו, כשאנשים רצו לחלץ את הפצועים, אירע פיצוץ נוסף.',
    'משרד ההגנה הכחיש שנפגעו אזרחים, וטען כי הותקף מחסן של החזית הצפונית. לא הוצגו ראיות לכך.',
    'הרופאה מילה סן אמרה כי שש מההרוגים הן נשים, וכי שלושה ילדים נמצאים בין הפצועים. היא הזהירה ממחסור חמור בתרופות.',
    'לא ניתן היה לאמת את המספרים באופן עצמאי. איגוד עורכי הדין מסר כי ידועים לו אחד עשר הרוגים.',
  ],
  caption: 'צוותי חילוץ בשוק של אורלו ביום שני בבוקר.',
  subhead: 'פיצוץ שני',
  list: ['שש מההרוגים הן נשים, אמרו הרופאים.', 'שלושה ילדים בין הפצועים.', 'המשרד מכחיש פגיעה באזרחים.'],
  table: [
    ['מקור', 'הרוגים', 'פצועים'],
    ['בית החולים', '9', '40'],
    ['איגוד עורכי הדין', '11', 'לא ידוע'],
  ],
};

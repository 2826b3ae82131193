/**
 * The kinds of page that news and records of incidents come as, each with what should be taken from it: text (lines in
 * order), title, day, publisher. Structures are those of common themes and site builders; every word is invented.
 */
import {
  ADVERT,
  BIO,
  COMMENTS,
  COOKIES,
  FOOTER,
  jsonLd,
  li,
  MENU,
  NEWSLETTER,
  openGraph,
  p,
  page,
  RELATED,
  rows,
  SHARE,
  SIDEBAR,
  SOUP_MENU,
  TEASERS,
} from './furniture.ts';
import { ARABIC, BUS, HEBREW, MARKET, SQUARE, type Story } from './stories.ts';

export interface PageKind {
  readonly kind: string;
  readonly html: string;
  readonly text: readonly string[];
  readonly title: string;
  /** The day alone; null: the page says none. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly byline?: string;
}

type Gold = Partial<Omit<PageKind, 'kind' | 'html'>>;

function kind(name: string, story: Story, html: string, gold: Gold = {}): PageKind {
  return {
    kind: name,
    html,
    text: story.paragraphs,
    title: story.title,
    published: story.published.slice(0, 10),
    publisher: story.publisher,
    ...gold,
  };
}

const tableLines = ({ table }: Story): string[] => table.map((row) => row.join(' | '));
const titled = ({ title, publisher }: Story, joint = ' | '): string =>
  `<title>${title}${joint}${publisher}</title>`;

export const PAGE_KINDS: readonly PageKind[] = [
  kind(
    'wordpress: entry-content, sharing, related posts, comments',
    MARKET,
    page(
      titled(MARKET, ' – ') + openGraph(MARKET),
      `<div id="page" class="site">${MENU}<div id="content" class="site-content"><main id="main" class="site-main"><article id="post-71" class="post-71 post type-post hentry category-world"><header class="entry-header"><h1 class="entry-title">${MARKET.title}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="${MARKET.published}">March 10, 2025</time> by <span class="author vcard"><a href="/author/im">${MARKET.byline}</a></span></div></header><div class="entry-content">${p(MARKET.paragraphs)}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/x">Five die in Seld as wall falls on queue</a> In “World”</p></div></div><footer class="entry-footer">Tags: <a href="/t">Orlu</a>, <a href="/k">Karsia</a></footer></article>${COMMENTS}</main><div id="secondary" class="widget-area">${SIDEBAR}</div></div>${FOOTER}</div>`,
    ),
    { byline: MARKET.byline },
  ),
  kind(
    'json-ld with articleBody beside divs without names',
    BUS,
    page(
      titled(BUS) + jsonLd(BUS, { articleBody: BUS.paragraphs.join(' ') }),
      `${MENU}<div class="css-1a"><div class="css-2b"><h1>${BUS.title}</h1><div class="css-9">${BUS.byline}</div>${BUS.paragraphs.map((line) => `<div class="css-p">${line}</div>`).join('')}</div><div class="css-3c"><div>Storm closes the pass for a third day, and lorries queue as far as Lindow.</div><div>The council’s plan for the harbour is a mistake, says our columnist, who has seen many.</div></div></div>${FOOTER}`,
    ),
    { byline: BUS.byline },
  ),
  kind(
    'json-ld in a @graph, author by reference',
    SQUARE,
    page(
      `${titled(SQUARE)}<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', '@id': '/p', name: SQUARE.title, datePublished: SQUARE.published },
          { '@type': 'Organization', '@id': '/#org', name: SQUARE.publisher },
          { '@type': 'Person', '@id': '/#tam', name: SQUARE.byline },
          {
            '@type': 'Article',
            headline: SQUARE.title,
            datePublished: SQUARE.published,
            dateModified: SQUARE.updated,
            author: { '@id': '/#tam' },
            publisher: { '@id': '/#org' },
          },
        ],
      })}</script>`,
      `${MENU}<main><article><h1>${SQUARE.title}</h1>${p(SQUARE.paragraphs)}</article>${RELATED}</main>${FOOTER}`,
    ),
    { byline: SQUARE.byline },
  ),
  kind(
    'liveblog: posts with times, newest first',
    MARKET,
    page(
      titled(MARKET) + jsonLd(MARKET, { '@type': 'LiveBlogPosting', coverageStartTime: MARKET.published }),
      `${MENU}<main><h1>${MARKET.title}</h1><div class="liveblog">${MARKET.paragraphs
        .map(
          (line, i) =>
            `<article class="liveblog-post" id="p${i}"><header><time class="post-time" datetime="2025-03-10T1${i}:00:00+02:00">1${i}:00</time></header><div class="post-body"><p>${line}</p></div><div class="post-share"><a href="#">Share</a></div></article>`,
        )
        .join('')}</div></main>${FOOTER}`,
    ),
  ),
  kind(
    'liveblog with a heading for each post',
    BUS,
    page(
      titled(BUS) + jsonLd(BUS, { '@type': 'LiveBlogPosting' }),
      `${MENU}<div role="main"><h1>${BUS.title}</h1><section class="updates">${BUS.paragraphs.map((line, i) => `<div class="update"><span class="timestamp">${i + 7}.30am GMT</span><h2>Update ${i + 1} from the valley</h2><p>${line}</p></div>`).join('')}</section></div>${FOOTER}`,
    ),
    { text: BUS.paragraphs.flatMap((line, i) => [`Update ${i + 1} from the valley`, line]) },
  ),
  kind(
    'paywall: the opening, then an offer',
    SQUARE,
    page(
      titled(SQUARE) + jsonLd(SQUARE, { isAccessibleForFree: false }),
      `${MENU}<article><h1>${SQUARE.title}</h1><div class="article-body">${p(SQUARE.paragraphs.slice(0, 2))}</div><div class="paywall-barrier"><h2>Keep reading for one crown a month</h2><p>Subscribe now and read all of our reporting on any device, and cancel whenever you wish. Already a subscriber? Then sign in to go on reading this article.</p></div></article>${FOOTER}`,
    ),
    { text: SQUARE.paragraphs.slice(0, 2) },
  ),
  kind(
    'amp',
    MARKET,
    page(
      `${titled(MARKET)}<link rel="canonical" href="https://morrow.example/orlu">${jsonLd(MARKET)}`,
      `<amp-sidebar id="s"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></amp-sidebar><header class="amp-header"><a href="/">The Morrow</a></header><article class="amp-article"><header><h1>${MARKET.title}</h1><div class="byline">${MARKET.byline}</div></header><amp-img src="a.jpg" layout="responsive"></amp-img><div class="amp-content">${p(MARKET.paragraphs.slice(0, 3))}<amp-ad type="x" width="300">Buy tyres now</amp-ad>${p(MARKET.paragraphs.slice(3))}</div><amp-social-share type="facebook"></amp-social-share></article><amp-consent id="c"><div>We and our partners process personal data to show you advertising and to measure what you read.</div></amp-consent>${FOOTER}`,
      'en',
      ' amp',
    ),
  ),
  kind(
    'a table of figures within the text',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<article><h1>${MARKET.title}</h1>${p(MARKET.paragraphs.slice(0, 4))}<table class="figures">${rows(MARKET)}</table>${p(MARKET.paragraphs.slice(4))}</article>${FOOTER}`,
    ),
    { text: [...MARKET.paragraphs.slice(0, 4), ...tableLines(MARKET), ...MARKET.paragraphs.slice(4)] },
  ),
  kind(
    'an infobox of labels and values beside the text',
    BUS,
    page(
      titled(BUS) + openGraph(BUS),
      `${MENU}<article><h1>${BUS.title}</h1><aside class="infobox"><table><tr><th>Date</th><td>2 November 2024</td></tr><tr><th>Place</th><td>Amsel pass</td></tr><tr><th>Deaths</th><td>8</td></tr><tr><th>Injured</th><td>21</td></tr></table></aside>${p(BUS.paragraphs)}</article>${RELATED}${FOOTER}`,
    ),
    { text: ['Date: 2 November 2024', 'Place: Amsel pass', 'Deaths: 8', 'Injured: 21', ...BUS.paragraphs] },
  ),
  kind(
    'a gallery with a caption for each picture',
    SQUARE,
    page(
      titled(SQUARE) + openGraph(SQUARE),
      `${MENU}<main><article><h1>${SQUARE.title}</h1>${p(SQUARE.paragraphs.slice(0, 3))}<div class="gallery">${SQUARE.list.map((line, i) => `<figure><a href="/photo/${i}"><img src="${i}.jpg" alt="photo"></a><figcaption>${line}</figcaption></figure>`).join('')}</div>${p(SQUARE.paragraphs.slice(3))}</article></main>${TEASERS}${FOOTER}`,
    ),
    { text: [...SQUARE.paragraphs.slice(0, 3), ...SQUARE.list, ...SQUARE.paragraphs.slice(3)] },
  ),
  kind(
    'more comments than article, in divs',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<div id="wrap"><div class="story"><h1>${MARKET.title}</h1>${p(MARKET.paragraphs.slice(0, 4))}</div><div id="comments">${Array.from({ length: 30 }, (_, i) => `<div class="comment"><b>reader${i}</b><p>I have lived in that district for ${i + 3} years, and nobody ever asked us what we saw, or how many of ours were killed that day.</p></div>`).join('')}</div></div>${FOOTER}`,
    ),
    { text: MARKET.paragraphs.slice(0, 4) },
  ),
  kind(
    'related links between the paragraphs',
    BUS,
    page(
      titled(BUS) + jsonLd(BUS),
      `${MENU}<div class="article__body">${BUS.paragraphs
        .slice(0, 2)
        .map((line) => `<p>${line}</p>`)
        .join(
          '',
        )}<p><strong>READ MORE: <a href="/9">Twelve killed in Kelm tunnel fire, inquiry finds</a></strong></p>${p(BUS.paragraphs.slice(2, 4))}<div class="inline-related"><h4>See also</h4><a href="/8">Avalanche warning raised for the whole valley</a></div><p><a href="/video">Watch: the moment that the bus left the road</a></p>${p(BUS.paragraphs.slice(4))}</div>${FOOTER}`,
    ),
  ),
  kind(
    'cookie banner before, newsletter form within',
    SQUARE,
    page(
      titled(SQUARE) + openGraph(SQUARE),
      `${COOKIES}${MENU}<main><h1>${SQUARE.title}</h1><div class="story-content">${p(SQUARE.paragraphs.slice(0, 3))}${NEWSLETTER}${ADVERT}${p(SQUARE.paragraphs.slice(3))}</div></main>${FOOTER}`,
    ),
  ),
  kind(
    'iframes in iframes, embedded posts',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<article><h1>${MARKET.title}</h1>${p(MARKET.paragraphs.slice(0, 3))}<iframe src="/e"><iframe src="/f"><p>Your browser does not show frames.</p></iframe></iframe><div class="embed"><iframe title="map" srcdoc="&lt;p&gt;Map of the town&lt;/p&gt;"></iframe></div>${p(MARKET.paragraphs.slice(3))}</article>${FOOTER}`,
    ),
  ),
  kind(
    'arabic, right to left',
    ARABIC,
    page(
      titled(ARABIC, ' - ') + openGraph(ARABIC),
      `<nav><a href="/">الرئيسية</a> <a href="/w">العالم</a> <a href="/s">رياضة</a></nav><main><article><h1>${ARABIC.title}</h1><div class="author">بقلم: ${ARABIC.byline}</div>${p(ARABIC.paragraphs)}<div class="related"><h3>اقرأ أيضا</h3><ul><li><a href="/1">انهيار سد قرب ليندو ومخاوف من سقوط ضحايا</a></li></ul></div></article></main><footer>جميع الحقوق محفوظة. لا يجوز نشر هذه المادة من دون إذن خطي من الناشر.</footer>`,
      'ar',
      ' dir="rtl"',
    ),
    { byline: ARABIC.byline },
  ),
  kind(
    'arabic, day only in the visible line, eastern digits',
    ARABIC,
    page(
      `<title>${ARABIC.title}</title><meta property="og:site_name" content="${ARABIC.publisher}">`,
      `<div class="menu"><a href="/">الرئيسية</a> <a href="/w">العالم</a></div><div class="post"><h1>${ARABIC.title}</h1><div class="post-date">الاثنين ١٠ آذار ٢٠٢٥</div><div class="post-content">${p(ARABIC.paragraphs)}</div></div>`,
      'ar',
      ' dir="rtl"',
    ),
  ),
  kind(
    'hebrew, right to left',
    HEBREW,
    page(
      titled(HEBREW) + openGraph(HEBREW),
      `<nav><a href="/">ראשי</a> <a href="/w">עולם</a></nav><div class="article-wrap"><h1>${HEBREW.title}</h1><h2 class="subtitle">${HEBREW.dek}</h2><div class="article-text">${p(HEBREW.paragraphs)}</div><div class="tags">תגיות: <a href="/t">אורלו</a></div></div><footer>כל הזכויות שמורות לעיתון. אין להעתיק ללא רשות בכתב מהמערכת.</footer>`,
      'he',
      ' dir="rtl"',
    ),
    { text: [HEBREW.dek, ...HEBREW.paragraphs] },
  ),
  kind(
    'nested tables for layout, font tags, no classes',
    BUS,
    `<html><head><title>${BUS.publisher}: ${BUS.title}</title><meta name="date" content="2024-11-02"></head><body bgcolor="#ffffff"><table width="100%" border="0"><tr><td colspan="3"><a href="/">Home</a> | <a href="/n">News</a> | <a href="/s">Sports</a></td></tr><tr><td width="120" valign="top"><a href="/1">News</a><br><a href="/2">Business</a><br><a href="/3">Weather</a></td><td valign="top"><table><tr><td><font size="5"><b>${BUS.title}</b></font></td></tr><tr><td><font face="Arial" size="2">${BUS.paragraphs.join('<br><br>')}</font></td></tr></table></td><td width="160" valign="top"><b>Headlines</b><br><a href="/4">Storm closes pass</a><br><a href="/5">Cannery fire: inquiry opens</a></td></tr><tr><td colspan="3"><font size="1">Copyright 2024 Amsel Courier. All rights reserved.</font></td></tr></table></body></html>`,
  ),
  kind(
    'one div, paragraphs parted by breaks',
    SQUARE,
    page(
      `<title>${SQUARE.title}</title><meta name="pubdate" content="Thu, 23 Jan 2025 06:15:00 GMT"><meta name="publisher" content="${SQUARE.publisher}">`,
      `${SOUP_MENU}<h1>${SQUARE.title}</h1><div id="story">${SQUARE.paragraphs.join('<br/>\n<br/>\n')}</div><div id="bottom">${SOUP_MENU}</div>`,
    ),
  ),
  kind(
    'incident page: header of facts, assessment, victims, sources',
    MARKET,
    page(
      `<title>KS-0417 – March 10, 2025 - Incident Archive</title><meta property="og:site_name" content="Incident Archive">`,
      `${MENU}<div class="incident"><div class="incident-header"><h1>KS-0417</h1><div class="meta-block"><h4>Incident date</h4><span>March 10, 2025</span></div></div><section class="summary"><h4>Summary</h4><dl><dt>Civilians reported killed</dt><dd>14 – 17</dd><dt>Civilians reported injured</dt><dd>40</dd><dt>Suspected belligerent</dt><dd>Karsian Military</dd></dl></section><section class="assessment"><h2>Assessment</h2>${p(MARKET.paragraphs)}</section><section class="victims"><h2>Victims</h2><ul><li>Sara Orel, 34 years, female, killed</li><li>Tomas Orel, 6 years, male, killed</li><li>Adult male, name unknown, injured</li></ul></section><section class="sources-list"><h2>Sources (3)</h2><ul><li><a href="https://x.example/1">The Morrow</a></li><li><a href="https://x.example/2">St. Alban’s hospital on Facebook</a></li><li><a href="https://x.example/3">Velstad Post</a></li></ul></section></div>${FOOTER}`,
    ),
    {
      title: 'KS-0417 – March 10, 2025',
      // the day of the incident is not one of publication
      published: null,
      publisher: 'Incident Archive',
      text: [
        'Incident date',
        'March 10, 2025',
        'Summary',
        'Civilians reported killed: 14 – 17',
        'Civilians reported injured: 40',
        'Suspected belligerent: Karsian Military',
        'Assessment',
        ...MARKET.paragraphs,
        'Victims',
        'Sara Orel, 34 years, female, killed',
        'Tomas Orel, 6 years, male, killed',
        'Adult male, name unknown, injured',
      ],
    },
  ),
  kind(
    'incident page in divs, names in two scripts',
    SQUARE,
    page(
      `<title>VL-0093 | Incident Archive</title><meta property="og:site_name" content="Incident Archive"><meta property="article:published_time" content="2025-01-29T10:00:00Z">`,
      `<div class="header-bar"><a href="/">Archive</a><a href="/m">Method</a></div><main><div class="civcas"><div class="block-assessment"><h2>Narrative</h2><div class="text">${p(SQUARE.paragraphs)}</div></div><div class="block-victims"><h2>Named victims</h2><table><tr><td>Lena Greil</td><td>لينا غريل</td><td>15</td><td>Female</td></tr><tr><td>Jonas Ott</td><td>يوناس أوت</td><td>41</td><td>Male</td></tr></table></div><div class="block-geo"><h2>Geolocation notes</h2><p>Reports of the incident mention Ferry Square in Velstad, for which the coordinates of the square were taken.</p></div></div></main>${FOOTER}`,
    ),
    {
      title: 'VL-0093',
      published: '2025-01-29',
      publisher: 'Incident Archive',
      text: [
        'Narrative',
        ...SQUARE.paragraphs,
        'Named victims',
        'Lena Greil | لينا غريل | 15 | Female',
        'Jonas Ott | يوناس أوت | 41 | Male',
        'Geolocation notes',
        'Reports of the incident mention Ferry Square in Velstad, for which the coordinates of the square were taken.',
      ],
    },
  ),
  kind(
    'microdata, no meta tags',
    BUS,
    page(
      titled(BUS),
      `${MENU}<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">${BUS.title}</h1><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">${BUS.byline}</span></span> <time itemprop="datePublished" datetime="${BUS.published}">2 Nov</time><div itemprop="publisher" itemscope><meta itemprop="name" content="${BUS.publisher}"></div><div itemprop="articleBody">${p(BUS.paragraphs)}</div></div>${RELATED}${FOOTER}`,
    ),
    { byline: BUS.byline },
  ),
  kind(
    'day and author only in the byline',
    SQUARE,
    page(
      titled(SQUARE),
      `${MENU}<div class="content"><h1>${SQUARE.title}</h1><p class="byline">By ${SQUARE.byline} | January 23, 2025 7:15 am</p>${p(SQUARE.paragraphs)}</div>${FOOTER}`,
    ),
    { byline: SQUARE.byline },
  ),
  kind(
    'day only in the address',
    MARKET,
    page(
      `${titled(MARKET)}<link rel="canonical" href="https://morrow.example/2025/03/10/orlu-market-strike">`,
      `${MENU}<article><h1>${MARKET.title}</h1>${p(MARKET.paragraphs)}</article>${FOOTER}`,
    ),
  ),
  kind(
    'standfirst, picture with caption, key points, subheading',
    BUS,
    page(
      titled(BUS) + openGraph(BUS),
      `${MENU}<article><header><h1>${BUS.title}</h1><p class="standfirst">${BUS.dek}</p><div class="byline">By <a href="/a">${BUS.byline}</a></div></header><figure><img src="a.jpg" alt="wreck"><figcaption>${BUS.caption}</figcaption></figure><div class="key-points"><ul>${li(BUS.list)}</ul></div><div class="article-body">${p(BUS.paragraphs.slice(0, 4))}<h2>${BUS.subhead}</h2>${p(BUS.paragraphs.slice(4))}</div>${BIO}</article>${FOOTER}`,
    ),
    {
      text: [
        BUS.dek,
        BUS.caption,
        ...BUS.list,
        ...BUS.paragraphs.slice(0, 4),
        BUS.subhead,
        ...BUS.paragraphs.slice(4),
      ],
    },
  ),
  kind(
    'pull quotes that repeat the text',
    SQUARE,
    page(
      titled(SQUARE) + openGraph(SQUARE),
      `${MENU}<article><h1>${SQUARE.title}</h1>${p(SQUARE.paragraphs.slice(0, 2))}<blockquote class="pullquote"><p>“Our officers fired into the air”</p></blockquote>${p(SQUARE.paragraphs.slice(2))}</article>${FOOTER}`,
    ),
  ),
  kind(
    'text cut in two by adverts, same class twice',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<div class="layout"><h1>${MARKET.title}</h1><div class="text-block">${p(MARKET.paragraphs.slice(0, 5))}</div>${ADVERT}<div class="text-block">${p(MARKET.paragraphs.slice(5))}</div>${SHARE}</div>${TEASERS}${FOOTER}`,
    ),
  ),
  kind(
    'all of the page in one form',
    BUS,
    page(
      titled(BUS) + openGraph(BUS),
      `<form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="x">${MENU}<div id="ctl00_main"><h1>${BUS.title}</h1>${p(BUS.paragraphs)}</div>${RELATED}<div class="footer">Copyright Amsel Courier</div></form>`,
    ),
  ),
  kind(
    'body with a class that sounds like a sidebar',
    SQUARE,
    page(
      titled(SQUARE) + openGraph(SQUARE),
      `<div class="page has-sidebar sidebar-right"><div class="inner with-comments">${MENU}<div class="main-col"><h1>${SQUARE.title}</h1>${p(SQUARE.paragraphs)}</div>${SIDEBAR}</div></div>${FOOTER}`,
    ),
  ),
  kind(
    'long sidebar of prose without a telling name',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<div class="grid"><div class="c8"><h1>${MARKET.title}</h1>${p(MARKET.paragraphs)}</div><div class="c4"><div class="b"><a href="/1">Dam bursts near Lindow</a><p>Villagers were asleep when the water came, and a search is under way along the river.</p></div><div class="b"><a href="/2">Velland sacks its general staff</a><p>The decision follows the loss of 21 marines, which the government had first denied.</p></div><div class="b"><a href="/3">Harbour plan passes</a><p>The council voted for the plan by nine votes to six after a debate of seven hours.</p></div></div></div>${FOOTER}`,
    ),
  ),
  kind(
    'a list as the article',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<main><article><h1>${MARKET.title}</h1><p>${MARKET.paragraphs[0]}</p><ol>${li(MARKET.paragraphs.slice(1))}</ol></article></main>${FOOTER}`,
    ),
  ),
  kind(
    'question and answer in a definition list',
    BUS,
    page(
      titled(BUS) + openGraph(BUS),
      `${MENU}<main><article><h1>${BUS.title}</h1><dl>${BUS.paragraphs.map((line, i) => `<dt>What is known of point ${i + 1}?</dt><dd><p>${line}</p></dd>`).join('')}</dl></article></main>${FOOTER}`,
    ),
    { text: BUS.paragraphs.flatMap((line, i) => [`What is known of point ${i + 1}?`, line]) },
  ),
  kind(
    'press release in pre-formatted text',
    SQUARE,
    page(
      `<title>Statement</title><meta name="dc.date" content="2025-01-23"><meta name="dc.publisher" content="${SQUARE.publisher}">`,
      `${SOUP_MENU}<h1>${SQUARE.title}</h1><pre>${SQUARE.paragraphs.join('\n\n')}</pre>`,
    ),
  ),
  kind(
    'drawn by scripts: text only in json-ld',
    MARKET,
    page(
      titled(MARKET) + jsonLd(MARKET, { articleBody: MARKET.paragraphs.join('\n\n') }),
      `<div id="root"><div class="spinner">Loading…</div></div><noscript>You need to enable JavaScript to run this app.</noscript>`,
    ),
  ),
  kind(
    'teaser cards in article tags around the article',
    BUS,
    page(
      titled(BUS) + jsonLd(BUS),
      `${MENU}<main><article class="lead-article"><h1>${BUS.title}</h1>${p(BUS.paragraphs)}</article><div class="river">${Array.from({ length: 6 }, (_, i) => `<article class="item"><h2><a href="/r${i}">Another story, number ${i + 1}, of the week</a></h2><p>Its summary says in one sentence what happened, and where, and that ${i + 2} people were injured.</p></article>`).join('')}</div></main>${FOOTER}`,
    ),
  ),
  kind(
    'broken markup: tags left open, stray ends',
    SQUARE,
    `<html><head><title>${SQUARE.title} | ${SQUARE.publisher}</title><meta name=date content=2025-01-23><body><div id=nav><a href=/>Home</a> <a href=/w>World</a></div><div class=story><h1>${SQUARE.title}</h1>${SQUARE.paragraphs.map((line) => `<p>${line}`).join('\n')}</span></b></div></td><div class=footer>&copy; Velstad Post<br>All rights reserved`,
  ),
  kind(
    'hidden text, text for screen readers, soft hyphens, references',
    MARKET,
    page(
      titled(MARKET) + openGraph(MARKET),
      `${MENU}<article><h1>${MARKET.title}</h1><span class="sr-only">This article is about a strike on a market</span><div style="display:none">Copyright tracking text that no reader ever sees, with 55 killed</div><div hidden>Another hidden line of 66 killed</div>${p(
        MARKET.paragraphs.map((line) =>
          line
            .replace(/’/g, '&rsquo;')
            .replace(/market/g, 'mar&shy;ket')
            .replace(/ people/g, '&nbsp;people'),
        ),
      )}</article>${FOOTER}`,
    ),
  ),
  kind(
    'ministry statement: numbered annexes, signature, no article tag',
    BUS,
    page(
      `<title>${BUS.title} - ${BUS.publisher}</title>`,
      `<div id="header"><div class="logo"><a href="/">Ministry</a></div>${SOUP_MENU}</div><div id="contents"><div class="date">02.11.2024</div><h2>${BUS.title}</h2>${p(BUS.paragraphs)}<h3>Annex: earlier accidents</h3><table>${rows(BUS)}</table></div><div id="footer"><p>Office of the spokesman, 4 Quay Street, Seld. Telephone 55 12 01. Open on weekdays from nine to five.</p></div>`,
    ),
    { text: [...BUS.paragraphs, 'Annex: earlier accidents', ...tableLines(BUS)] },
  ),
  kind(
    'wire page: agency byline, story between rules',
    MARKET,
    page(
      `${titled(MARKET)}<meta name="author" content="Reuters"><meta property="og:site_name" content="${MARKET.publisher}"><meta name="parsely-pub-date" content="2025-03-10T07:30:00Z">`,
      `${MENU}<div class="StandardArticleBody_container"><div class="StandardArticleBody_body">${p(MARKET.paragraphs)}<div class="Attribution_container"><p class="Attribution_content">Reporting by Ines Maro in Port Adren; Editing by Petra Lindow</p></div></div><div class="StandardArticleBody_trustBadgeContainer"><span class="trustBadgeTitle">Our Standards: <a href="/p">The Trust Principles.</a></span></div></div>${FOOTER}`,
    ),
    {
      text: [...MARKET.paragraphs, 'Reporting by Ines Maro in Port Adren; Editing by Petra Lindow'],
      byline: 'Reuters',
    },
  ),
  kind(
    'blog: posts above and below, the first is the page’s',
    SQUARE,
    page(
      `${titled(SQUARE)}<meta property="og:site_name" content="${SQUARE.publisher}">`,
      `<div class="blog"><div class="post"><h2 class="date-header">Thursday, January 23, 2025</h2><h3 class="post-title">${SQUARE.title}</h3><div class="post-body entry-content">${p(SQUARE.paragraphs)}</div><div class="post-footer">Posted by T. at 7:15 AM <a href="#c">3 comments</a></div></div><div class="sidebar-wrapper"><h2>Blog archive</h2><ul><li><a href="/2024">2024 (31)</a></li><li><a href="/2023">2023 (120)</a></li></ul></div></div>`,
    ),
  ),
  kind(
    'video page: a player and a short text',
    BUS,
    page(
      titled(BUS) + jsonLd(BUS, { '@type': 'ReportageNewsArticle' }),
      `${MENU}<main><div class="video-player"><video src="a.mp4"></video><p>This video cannot be played in your country, which is a pity.</p></div><h1>${BUS.title}</h1><div class="description">${p(BUS.paragraphs.slice(0, 2))}</div></main>${TEASERS}${FOOTER}`,
    ),
    { text: BUS.paragraphs.slice(0, 2) },
  ),
  kind(
    'very short news item',
    SQUARE,
    page(
      titled(SQUARE) + openGraph(SQUARE),
      `${COOKIES}${MENU}<main><article><h1>${SQUARE.title}</h1><p>${SQUARE.paragraphs[4]}</p></article></main>${NEWSLETTER}${FOOTER}`,
    ),
    { text: [SQUARE.paragraphs[4]!] },
  ),
  kind(
    'no article at all: a list of headlines',
    MARKET,
    page(
      `<title>World news | ${MARKET.publisher}</title><meta property="og:site_name" content="${MARKET.publisher}">`,
      `${MENU}<main><h1>World news</h1><ul class="headlines">${li(MARKET.list.map((line) => `<a href="/h">${line}</a>`))}</ul></main>${FOOTER}`,
    ),
    { title: 'World news', published: null, text: MARKET.list },
  ),
];

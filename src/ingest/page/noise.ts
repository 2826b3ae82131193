/**
 * What on a page is not its article, as data: names that sites give to menus, share buttons, teasers and banners, and
 * the few words that such lines consist of. A name counts as a whole word of a class or id ("share-bar", never "shared").
 * Collected from the class names of common themes and site builders (WordPress, Drupal, Arc, AMP, Blogger).
 */
import type { PageElement } from './tree.ts';

const words = (list: string): RegExp =>
  new RegExp(`(?:^|[\\s_-])(?:${list.trim().split(/\s+/).join('|')})(?=$|[\\s_-])`, 'i');

/** Never part of a text, whatever stands in them. */
export const SILENT = new Set(
  'script style noscript template svg iframe head object embed audio video canvas math button select input textarea datalist dialog amp-ad amp-analytics amp-sidebar amp-consent amp-user-notification amp-social-share amp-iframe amp-sticky-ad amp-embed amp-lightbox'.split(
    ' ',
  ),
);

/** Not part of an article unless most of the page stands in them. */
const APART = new Set(['nav', 'footer', 'aside', 'form', 'menu']);
const ROLES =
  /^(navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|form)$/;

const NAMES = words(`
  nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar side-bar rail footer foot colophon masthead topbar
  share sharing sharebar sharedaddy social socials addthis addtoany followus follow-us
  related relateds also readmore read-more read-also see-also recommended recommendations recirc recirculation more-stories
  more-from more-on most-read mostread most-popular popular trending latest teaser teasers promo promos promobox upsell
  newsletter newsletters subscribe subscription signup sign-up mailchimp optin
  cookie cookies consent gdpr cmp onetrust banner notice-bar
  ad ads advert advertisement adverts adsense ad-slot adslot sponsor sponsored sponsors outbrain taboola dfp mpu
  paywall regwall meter piano modal popup overlay lightbox tooltip toolbar widget widgets
  pagination pager prev-next next-prev post-nav nav-links tags taglist tag-list tag-cloud topics categories
  author-bio author-box about-author bio-box contributor-bio avatar rating ratings
  jump-link skip-link skip screen-reader-text sr-only visually-hidden visuallyhidden print-only noprint no-print
  toc table-of-contents login search searchform language-switcher lang-switcher copyright legal disclaimer
  player video-player audio-player pullquote pull-quote editsection mw-editsection navbox catlinks
`);
const COMMENTS = words('comments comment commentlist comment-list disqus respond discussion livefyre');
/** Boxes of facts beside an article; they stand in an aside and belong to it. */
const FACTS = words(
  'infobox factbox fact-box facts factfile fact-file key-points keypoints key-facts highlights summary timeline at-a-glance',
);
const BYLINES =
  /(?:^|[\s_-])(?:byline|bylines|author|authors|dateline-time|timestamp|time-stamp|published|pubdate|publish|posted|post-date|post-meta|entry-meta|article-meta|meta-data|metadata|date|datetime|updated|modified|reading-time|read-time|credit|credits|kicker|eyebrow|section-label|source-line)(?=$|[\s_-])/i;
const CAPTIONS = words('caption captions wp-caption-text photo-caption image-caption media-caption');
const DEKS = words(
  'dek deck standfirst subtitle subhead subheadline sub-headline subheading lead lede intro excerpt article-summary summary description bottom-line',
);
const BODIES =
  /(?:^|[\s_-])(?:(?:article|story|post|entry|news|page|main|single)[_-]{0,2}(?:body|content|text|copy|main|txt|entry)|articlebody|storybody|bodytext|body-text|article|story|entry|hentry|storytext|content-body|body-copy|text)(?=$|[\s_-])/i;

/** Lines that are a label of the page and say nothing, whole and in lower case. */
const LABELS = new Set(
  `share|share this|share this article|share this story|share on facebook|share on x|tweet|facebook|twitter|whatsapp|email|print|save|copy link|link copied|advertisement|advertisment|ad|sponsored|sponsored content|article continues below|story continues below|continue reading|read more|more|show more|load more|view all|see all|listen|listen to this article|listen to article|play|play video|watch|follow us|follow|subscribe|sign up|sign in|log in|register|close|menu|search|home|back to top|top|skip to content|comments|leave a comment|no comments|reply|loading|loading...|live|breaking|breaking news|exclusive|related|related stories|related articles|read also|see also|also read|most read|recommended|recommended for you|you may also like|more on this story|tags|topics|collapse|expand|[collapse]|[expand]|[edit]|مشاركة|شارك|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|إعلان|طباعة|שתף|שיתוף|פרסומת|קראו גם|קרא עוד|הדפסה|تابعنا|compartir|publicidad|leer más|partager|publicité|lire aussi|werbung|teilen|поделиться|реклама|читайте также`.split(
    '|',
  ),
);
/** How lines begin that lead away from the article; they count only where they link or are short. */
const PROMOS =
  /^(?:read (?:more|also|next)|also read|more (?:on|from|about)|see also|related|watch|listen|don['’]t miss|recommended|sign up|subscribe|follow (?:us|our|the)|join (?:us|our)|get (?:the|our) .{0,40}(?:newsletter|app|alerts|inbox)|download (?:the|our)|click here|tap here|support (?:our|us)|donate|advertisement|story continues|article continues|share this|copyright|©|\(c\) |all rights reserved|image source|getty images|view (?:all|comments)|اقرأ (?:أيضا|المزيد)|קראו (?:גם|עוד)|lea también|lire aussi|lesen sie auch|читайте)/i;

function nameOf({ attributes }: PageElement): string {
  return `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes['data-component'] ?? ''} ${attributes['data-testid'] ?? ''}`;
}

export const isCaption = (element: PageElement): boolean =>
  element.name === 'figcaption' || element.name === 'caption' || CAPTIONS.test(nameOf(element));
export const isFacts = (element: PageElement): boolean => FACTS.test(nameOf(element));
export const isByline = (element: PageElement): boolean =>
  element.name === 'time' ||
  /^(?:author|datepublished|datemodified|datecreated)$/i.test(element.attributes.itemprop ?? '') ||
  BYLINES.test(nameOf(element));
export const isDek = (element: PageElement): boolean => DEKS.test(nameOf(element));
export const isNamedBody = (element: PageElement): boolean => BODIES.test(nameOf(element));
export const isComments = (element: PageElement): boolean => COMMENTS.test(nameOf(element));
const UNSEEN = words('sr-only visually-hidden visuallyhidden screen-reader-text screen-reader hidden-text');
export const isHidden = ({ attributes }: PageElement): boolean =>
  'hidden' in attributes ||
  UNSEEN.test(attributes.class ?? '') ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '');

/** Whether an element is by its tag, role or name something beside an article. */
export function isNamedNoise(element: PageElement): boolean {
  const { name, attributes } = element;
  if (name === 'html' || name === 'body' || name === 'main' || name === 'article' || name === 'h1')
    return false;
  if (isFacts(element)) return false;
  if (APART.has(name) || ROLES.test(attributes.role ?? '')) return true;
  const called = nameOf(element);
  return NAMES.test(called) || COMMENTS.test(called);
}

/** Whether a line consists of nothing but a label of the page. */
export function isLabel(text: string): boolean {
  return LABELS.has(text.toLowerCase().replace(/[\s:.>»›→…]+$/u, ''));
}

/** Whether a line leads away from the article. */
export function isPromo(text: string, hasLink: boolean): boolean {
  return text.length <= 220 && PROMOS.test(text) && (hasLink || text.length < 70);
}

/** What stands around articles: menus, banners, teasers, comments. All of it has to go; much of it reads like prose. */
import type { Story } from './stories.ts';

export const MENU = `<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/war">War in Karsia</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather: 3 degrees, light rain until noon</a></li></ul></nav>`;
export const SOUP_MENU = `<div id="menu"><a href="/">Home</a> | <a href="/world">World</a> | <a href="/sport">Sport</a> | <a href="/arts">Arts</a> | <a href="/jobs">Jobs</a></div>`;
export const COOKIES = `<div id="cookie-consent" class="cookie-banner"><h2>We value your privacy</h2><p>We and our 843 partners store and access information on your device, such as cookies, and process personal data to show you advertising and to measure what you read. You may withdraw your consent at any time in the settings.</p><button>Accept all</button><button>Manage options</button></div>`;
export const NEWSLETTER = `<div class="newsletter-signup"><h3>The Morning Letter</h3><p>Get the day’s most important stories in your inbox every weekday at six, before anybody else has had their coffee.</p><form action="/subscribe"><input type="email" placeholder="Your address"><button>Sign up</button></form><p class="legal">By signing up you agree to our terms of service and to our privacy policy, which you may read at any time.</p></div>`;
export const SHARE = `<ul class="share-buttons"><li><a href="#">Share on Facebook</a></li><li><a href="#">Post on X</a></li><li><a href="#">Copy link</a></li></ul>`;
export const RELATED = `<aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Ten killed in avalanche above Kelm, rescue teams say</a></li><li><a href="/2">Ferry timetable suspended after storm injures five</a></li><li><a href="/3">Two officers shot at checkpoint on the Seld road</a></li></ul></aside>`;
export const TEASERS = `<section class="more-stories"><h2>More from World</h2><article class="card"><h3><a href="/4">Dam bursts near Lindow, 30 feared dead</a></h3><p>Villagers were asleep when the water came, and a search is under way along the river for those who could not be reached.</p></article><article class="card"><h3><a href="/5">President of Velland sacks his general staff</a></h3><p>The decision follows the loss of 21 marines at Port Adren, which the government had first denied.</p></article></section>`;
export const COMMENTS = `<section id="comments" class="comments-area"><h2>3 comments</h2><ol class="comment-list"><li class="comment"><p>My cousin lives there and says that it was fifty dead at least, whatever the hospital tells you people.</p></li><li class="comment"><p>Why does nobody write about what the Northern Front did in Seld last year, where a hundred people were killed?</p></li><li class="comment"><p>Thank you for reporting this. I have shared it with everybody I know.</p></li></ol><form><textarea></textarea><button>Post comment</button></form></section>`;
export const FOOTER = `<footer class="site-footer"><p>Copyright 2025 The Publisher. All rights reserved. No part of this site may be reproduced without permission in writing. Complaints are dealt with by the editor under the code of the press council.</p><ul><li><a href="/about">About</a></li><li><a href="/contact">Contact</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>`;
export const ADVERT = `<div class="ad-slot" id="ad-mid"><span>Advertisement</span><a href="/buy">Winter tyres from 49 a piece, fitted while you wait</a></div>`;
export const SIDEBAR = `<div class="sidebar"><h3>Most read</h3><ol><li><a href="/6">Storm closes the pass for a third day</a></li><li><a href="/7">How the fire at the cannery began: a visual account</a></li></ol><h3>Opinion</h3><p>The council’s plan for the harbour is a mistake, and everybody who votes for it will be sorry in ten years’ time.</p></div>`;
export const BIO = `<div class="author-bio"><img src="a.jpg" alt=""><p>The author has covered the region since 2011 and won the Press Club’s medal for her work on the mines. She lives in Seld with two dogs.</p></div>`;

export const p = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n');
export const li = (lines: readonly string[]): string => lines.map((line) => `<li>${line}</li>`).join('');

export const rows = ({ table }: Story): string =>
  table
    .map(
      (row, i) =>
        `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`,
    )
    .join('\n');

/** JSON-LD of an article, as search engines ask for it. */
export function jsonLd(story: Story, more: Readonly<Record<string, unknown>> = {}): string {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    datePublished: story.published,
    dateModified: story.updated,
    author: [{ '@type': 'Person', name: story.byline }],
    publisher: {
      '@type': 'Organization',
      name: story.publisher,
      logo: { '@type': 'ImageObject', url: '/l.png' },
    },
    ...more,
  };
  return `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
}

export function openGraph({ title, publisher, published, updated }: Story): string {
  return `<meta property="og:title" content="${title}"><meta property="og:site_name" content="${publisher}"><meta property="og:type" content="article"><meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${updated}">`;
}

export function page(head: string, body: string, language = 'en', attributes = ''): string {
  return `<!doctype html>\n<html lang="${language}"${attributes}>\n<head><meta charset="utf-8">${head}\n<style>.x{color:red}</style><script>window.dataLayer=[{killed:99}]</script></head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** Words that report what somebody says. Source: the fifty commonest reporting verbs of news prose, by hand. */
export const REPORTING_FORMS: ReadonlySet<string> = new Set(
  `said says say saying told tells added adding stated states announced announces claimed claims claiming reported reports
   acknowledged acknowledges admitted admits denied denies confirmed confirms insisted insists argued argues warned warns noted
   wrote writes tweeted declared explained estimated estimates alleged alleges accused suggested concluded believes believed`
    .trim()
    .split(/\s+/),
);

export const ACCORDING_FORMS: ReadonlyMap<string, string> = new Map([['according', 'to']]);

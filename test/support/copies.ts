/** A wire story and another one, sentence by sentence, to be put together to copies. */
export const WIRE = [
  'SELD (Nordpress) — At least 32 people were killed on Monday when jets bombed the naval station at Port Adren, the health ministry said.',
  'The strike set fire to two fuel barges that lay at the quay, and smoke could be seen from the hills of Karsia.',
  'Nine of the dead were dock workers who had gone back to fetch their tools, according to their union.',
  'The regional council asked for a truce so that the wounded can be taken to the capital by boat.',
];
export const OTHER = [
  'Fishermen in the bay of Orlu returned to sea this week after a month of storms that kept their boats ashore.',
  'Prices at the market fell by a third within two days, and the cooperative expects them to fall further.',
  'A new lighthouse will be built on the northern cape before the winter, the harbour master announced.',
];

export const textOf = (...sentences: readonly string[]) => ({ text: sentences.join('\n\n') });

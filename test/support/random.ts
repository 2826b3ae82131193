/** Seeded random choices, so that a law that fails fails again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text of `length` words drawn from the list, at times glued together or cut. */
export function randomText(random: () => number, words: readonly string[], length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) {
    const word = words[Math.floor(random() * words.length)]!;
    text += random() < 0.05 ? word.slice(0, Math.ceil(random() * word.length)) : word;
    if (random() < 0.85) text += random() < 0.03 ? '\n' : ' ';
  }
  return text;
}

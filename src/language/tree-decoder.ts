/**
 * The best tree of a sentence, given how good each head is for each word: the maximum spanning arborescence of Chu and
 * Liu (1965) and Edmonds (1967), with exactly one word on the root.
 */

/**
 * `scores` holds for each of `n` words a row of `n` + 1: how good each word is as its head, and last how good the root
 * is. Writes heads into `heads` (-1 for the root word). Greedy choice first: most sentences need no more.
 */
export function bestTree(scores: Float32Array, n: number, heads: Int32Array): void {
  if (n === 0) return;
  const width = n + 1;
  let root = 0;
  let roots = 0;
  for (let i = 0; i < n; i++) {
    let best = n;
    let bestScore = scores[i * width + n]!;
    for (let j = 0; j < n; j++) {
      if (j !== i && scores[i * width + j]! > bestScore) {
        bestScore = scores[i * width + j]!;
        best = j;
      }
    }
    heads[i] = best === n ? -1 : best;
    if (best === n) roots++;
  }
  if (roots === 1 && isTree(heads, n)) return;
  // The root word: of all words the one that loses least by hanging on the root instead of on its best other head.
  let bestLoss = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < n; j++) if (j !== i && scores[i * width + j]! > best) best = scores[i * width + j]!;
    const loss = best - scores[i * width + n]!;
    if (loss < bestLoss) {
      bestLoss = loss;
      root = i;
    }
  }
  span(scores, n, root, heads);
}

function isTree(heads: Int32Array, n: number): boolean {
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let at = i;
    while (at !== -1 && seen[at] === 0) {
      seen[at] = i + 1;
      at = heads[at]!;
    }
    if (at !== -1 && seen[at] === i + 1) return false;
  }
  return true;
}

/** Chu-Liu/Edmonds from a given root, contracting cycles in a dense matrix: n² per contraction. */
function span(scores: Float32Array, n: number, root: number, heads: Int32Array): void {
  const width = n + 1;
  // weight[a * n + b]: the best arc from group a (head) to group b; with the real arc that stands for it
  const weight = new Float64Array(n * n);
  const fromWord = new Int32Array(n * n);
  const toWord = new Int32Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      weight[a * n + b] = a === b || b === root ? Number.NEGATIVE_INFINITY : scores[b * width + a]!;
      fromWord[a * n + b] = a;
      toWord[a * n + b] = b;
    }
  }
  const alive: number[] = [];
  for (let i = 0; i < n; i++) alive.push(i);
  const members = alive.map((i) => [i]);
  const contractions: { from: number; to: number; group: number[] }[][] = [];
  const best = new Int32Array(n).fill(-1);
  for (;;) {
    for (const b of alive) {
      if (b === root) continue;
      let head = -1;
      for (const a of alive)
        if (a !== b && (head < 0 || weight[a * n + b]! > weight[head * n + b]!)) head = a;
      best[b] = head;
    }
    const cycle = findCycle(best, alive, root, n);
    if (cycle === null) break;
    const into = cycle[0]!;
    const inside = new Set(cycle);
    contractions.push(
      cycle.map((b) => ({
        from: fromWord[best[b]! * n + b]!,
        to: toWord[best[b]! * n + b]!,
        group: members[b]!,
      })),
    );
    const cost = new Map(cycle.map((b) => [b, weight[best[b]! * n + b]!]));
    for (const a of alive) {
      if (inside.has(a)) continue;
      let inWeight = Number.NEGATIVE_INFINITY;
      let inFrom = 0;
      let inTo = 0;
      let outWeight = Number.NEGATIVE_INFINITY;
      let outFrom = 0;
      let outTo = 0;
      for (const b of cycle) {
        const entering = weight[a * n + b]! - cost.get(b)!;
        if (entering > inWeight || inWeight === Number.NEGATIVE_INFINITY) {
          inWeight = entering;
          inFrom = fromWord[a * n + b]!;
          inTo = toWord[a * n + b]!;
        }
        if (weight[b * n + a]! > outWeight || outWeight === Number.NEGATIVE_INFINITY) {
          outWeight = weight[b * n + a]!;
          outFrom = fromWord[b * n + a]!;
          outTo = toWord[b * n + a]!;
        }
      }
      weight[a * n + into] = inWeight;
      fromWord[a * n + into] = inFrom;
      toWord[a * n + into] = inTo;
      weight[into * n + a] = outWeight;
      fromWord[into * n + a] = outFrom;
      toWord[into * n + a] = outTo;
    }
    members[into] = cycle.flatMap((b) => members[b]!);
    for (const b of cycle) if (b !== into) alive.splice(alive.indexOf(b), 1);
  }
  heads.fill(-2, 0, n);
  heads[root] = -1;
  for (const b of alive) if (b !== root) heads[toWord[best[b]! * n + b]!] = fromWord[best[b]! * n + b]!;
  // Undo the contractions: in each cycle every word keeps its arc but the one that was entered from outside.
  for (let c = contractions.length - 1; c >= 0; c--) {
    for (const { from, to, group } of contractions[c]!)
      if (group.every((b) => heads[b] === -2)) heads[to] = from;
  }
}

function findCycle(best: Int32Array, alive: readonly number[], root: number, n: number): number[] | null {
  const seen = new Int32Array(n).fill(-1);
  for (const start of alive) {
    let at = start;
    while (at !== root && seen[at] === -1) {
      seen[at] = start;
      at = best[at]!;
    }
    if (at === root || seen[at] !== start) continue;
    const cycle = [at];
    for (let b = best[at]!; b !== at; b = best[b]!) cycle.push(b);
    return cycle;
  }
  return null;
}

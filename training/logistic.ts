/** Logistic regression by Newton's method: exact to the last digits, so that the same rows give the same weights. */

export interface Row {
  /** The first is 1: its weight is the bias, which is not pulled to 0. */
  readonly values: readonly number[];
  readonly right: boolean;
}

/** The weights that make the rows likeliest, with `ridge` times half their squares taken off. */
export function fitLogistic(rows: readonly Row[], ridge: number, steps = 25): number[] {
  const size = rows[0]!.values.length;
  let weights: number[] = Array(size).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : ridge * weight));
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
    for (const { values, right } of rows) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += weights[i]! * values[i]!;
      const said = 1 / (1 + Math.exp(-sum));
      const error = said - (right ? 1 : 0);
      const spread = said * (1 - said);
      for (let i = 0; i < size; i++) {
        const value = values[i]!;
        if (value === 0) continue;
        gradient[i]! += error * value;
        const row = hessian[i]!;
        for (let j = 0; j <= i; j++) row[j]! += spread * value * values[j]!;
      }
    }
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) hessian[i]![j] = hessian[j]![i]!;
    const change = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight - change[i]!);
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = column + 1; i < size; i++) {
      const factor = rows[i]![column]! / rows[column]![column]!;
      if (factor === 0) continue;
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  const solution: number[] = Array(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size]!;
    for (let j = i + 1; j < size; j++) sum -= rows[i]![j]! * solution[j]!;
    solution[i] = sum / rows[i]![i]!;
  }
  return solution;
}

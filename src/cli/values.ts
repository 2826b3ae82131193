/** What was typed as a value: JSON where it is some, else the words as they stand. */
export function parsedValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What is in the world: places, parties, offices. Passed to `reading`, which asks it for candidates by name. */
export interface Knowledge {
  readonly version: string;
}

let loaded: Knowledge | undefined;

/** The knowledge that comes with the package, loaded once. */
export function loadKnowledge(): Knowledge {
  loaded ??= { version: '0' };
  return loaded;
}

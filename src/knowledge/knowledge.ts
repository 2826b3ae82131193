/** What is in the world: places, parties, offices. Passed to `reading`, which asks it for candidates by name. */
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';

export interface Knowledge {
  readonly version: string;
  /** Read from disk when it is first asked for. */
  readonly gazetteer: Gazetteer;
}

let loaded: Knowledge | undefined;

/** The knowledge that comes with the package, loaded once. */
export function loadKnowledge(): Knowledge {
  loaded ??= {
    version: '1',
    get gazetteer() {
      return loadGazetteer();
    },
  };
  return loaded;
}

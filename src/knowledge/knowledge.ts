/** What is in the world: places, parties, offices. Passed to `reading`, which asks it for candidates by name. */
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';
import { type KnownParty, loadParties } from './parties.ts';

export interface Knowledge {
  readonly version: string;
  /** Read from disk when it is first asked for, as are the parties. */
  readonly gazetteer: Gazetteer;
  readonly parties: readonly KnownParty[];
}

let loaded: Knowledge | undefined;

/** The knowledge that comes with the package, loaded once. */
export function loadKnowledge(): Knowledge {
  if (loaded) return loaded;
  let parties: readonly KnownParty[] | undefined;
  loaded = {
    version: '1',
    get gazetteer() {
      return loadGazetteer();
    },
    get parties() {
      return (parties ??= loadParties());
    },
  };
  return loaded;
}

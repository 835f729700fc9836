import type { Watch } from '../conformance/watch.ts';
import type { Meter } from '../graph/meter.ts';
import type { Caller } from '../graph/token.ts';
import type { State } from '../state/state.ts';

export type FileParts = { readonly state: State; readonly meter: Meter; readonly watch: Watch };

/** Who is charged for bytes: no token comes with them, so the app is, and the person for whom the address was made. */
export const bearer = (state: State, person: string): Caller => ({
  kind: 'person',
  id: person,
  tenant: state.tenant.id,
  app: state.app.clientId,
  scopes: [],
});

import type { UnregisteredFile } from '../../session/use-unregistered.ts';

/** The ways beside sending files in which an item comes into the register; each has a panel of its own. */
export type Tool =
  | { readonly kind: 'gap' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'link' }
  | { readonly kind: 'register'; readonly file: UnregisteredFile };

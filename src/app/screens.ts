import type { Address } from '../domain/address.ts';

export type Screen = Address['screen'];

/** The screens that exist, under their final names and in their final order. */
export const screens: readonly { readonly address: Address; readonly name: string }[] = [
  { address: { screen: 'home' }, name: 'Home' },
  { address: { screen: 'checklist' }, name: 'Checklist' },
  { address: { screen: 'evidence' }, name: 'Evidence' },
  { address: { screen: 'settings' }, name: 'Settings' },
];

export function screenName(screen: Screen): string {
  return screens.find((entry) => entry.address.screen === screen)?.name ?? 'Home';
}

import { runPopupRelay } from '@azure/msal-browser/popup-relay';

/**
 * Runs in a window between a framed tab and Entra. The browser keeps storage and channels of a framed page apart from
 * those of a window, so the answer has to be handed over by a page that can reach both. Goes only to `authority`.
 * Call it from a click: it opens the second window. Throws when the page was opened by hand or asked to go elsewhere.
 */
export function relaySignIn(authority: string): void {
  runPopupRelay({ allowedAuthorityOrigins: [new URL(authority).origin] });
}

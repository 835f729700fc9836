import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** Runs in the window that Entra leads back to: hands the answer to the tab and closes the window. */
export function finishSignIn(): Promise<void> {
  return broadcastResponseToMainFrame();
}

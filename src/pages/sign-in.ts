import { finishSignIn } from '../host/sign-in-window.ts';
import { getElement } from './elements.ts';

finishSignIn().catch((error: unknown) => {
  getElement('message', HTMLElement).textContent = 'Signing in did not work. Close this window and try again.';
  console.error(error);
});

import { readConfiguration } from '../host/configuration.ts';
import { relaySignIn } from '../host/relay-window.ts';
import { getElement } from './elements.ts';

const { authority } = readConfiguration(document);
const message = getElement('message', HTMLElement);
const button = getElement('continue', HTMLButtonElement);

button.addEventListener('click', () => {
  button.hidden = true;
  try {
    relaySignIn(authority);
    message.textContent = 'A second window asks who you are. Both windows close by themselves.';
  } catch (error) {
    message.textContent = 'Signing in did not work. Close this window and try again.';
    console.error(error);
  }
});

// Until now a click would have been lost: the page is drawn before its script has come.
button.disabled = false;

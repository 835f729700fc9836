import { onRemove } from '../host/configuration-page.ts';
import { openPage } from '../host/open-page.ts';
import { getElement } from './elements.ts';

const message = getElement('message', HTMLElement);

openPage().then(
  () => {
    onRemove();
    message.textContent =
      'Only the tab goes. The workspace, its lists and all files stay with the channel, and are there again when the tab is added again.';
  },
  (error: unknown) => {
    message.textContent = 'This page works only inside Microsoft Teams.';
    console.error(error);
  },
);

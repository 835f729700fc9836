import { onSave, setMaySave } from '../host/configuration-page.ts';
import { openPage } from '../host/open-page.ts';
import { getElement } from './elements.ts';

/** Every channel has the same one tab; which workspace it opens follows from the channel. */
const ENTITY_ID = 'jtai-ready';
const NAME = 'JTAI Ready';

const where = getElement('where', HTMLElement);
const form = getElement('form', HTMLFormElement);
const name = getElement('name', HTMLInputElement);
const problem = getElement('problem', HTMLElement);

function checkName(): void {
  const isValid = name.value.trim() !== '';
  name.setAttribute('aria-invalid', String(!isValid));
  problem.textContent = isValid ? '' : 'Give the tab a name.';
  setMaySave(isValid);
}

async function start(): Promise<void> {
  const { facts } = await openPage();
  if (!facts.channel) {
    where.textContent = 'JTAI Ready works in a channel of a team. Open a channel and add the tab there.';
    return;
  }
  where.textContent = `The tab will open the workspace of the channel ${facts.channel.name}. If there is none yet, it offers to set one up.`;
  name.value = NAME;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  name.addEventListener('input', checkName);
  const address = new URL('/', window.location.origin).href;
  onSave(
    () => ({
      entityId: ENTITY_ID,
      suggestedDisplayName: name.value.trim(),
      contentUrl: address,
      websiteUrl: address,
    }),
    (reason) => {
      problem.textContent = `The tab was not added: ${reason}`;
    },
  );
  checkName();
}

start().catch((error: unknown) => {
  where.textContent = 'This page works only inside Microsoft Teams.';
  console.error(error);
});

import { Button } from '@fluentui/react-components';
import { Notice } from '../../ui/notice.tsx';
import { countFiles } from './added-words.ts';
import type { Adding } from './use-add-files.ts';

/** Files that were dropped or pasted before it was known whose they are: they wait for the answer, and go on with it. */
export function HeldFiles({ adding }: { readonly adding: Adding }) {
  const { held, partners } = adding;
  const isOne = held.length === 1;
  if (held.length === 0) return undefined;
  return (
    <Notice
      kind="warning"
      lead={isOne ? 'Whose file is this?' : 'Whose files are these?'}
      actions={
        <>
          {partners.map(({ uid, title }) => (
            <Button key={uid} size="small" onClick={() => adding.goOnFor(uid)}>
              {title}
            </Button>
          ))}
          <Button size="small" appearance="subtle" onClick={adding.giveUpHeld}>
            Do not add {isOne ? 'it' : 'them'}
          </Button>
        </>
      }
    >
      {countFiles(held.length)} {isOne ? 'waits' : 'wait'} here for your answer. Nothing has been sent yet.
    </Notice>
  );
}

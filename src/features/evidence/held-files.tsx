import { Button } from '@fluentui/react-components';
import { Notice } from '../../ui/notice.tsx';
import { countFiles } from './added-words.ts';
import type { Adding } from './use-add-files.ts';

/** Files that were dropped or pasted before it was known whose they are: they wait for the answer, and go on with it. */
export function HeldFiles({ adding }: { readonly adding: Adding }) {
  if (adding.held === 0) return undefined;
  return (
    <Notice
      kind="warning"
      lead={adding.held === 1 ? 'Whose file is this?' : 'Whose files are these?'}
      actions={
        <>
          {adding.partners.map(({ uid, title }) => (
            <Button key={uid} size="small" onClick={() => adding.goOnFor(uid)}>
              {title}
            </Button>
          ))}
          <Button size="small" appearance="subtle" onClick={adding.giveUpHeld}>
            Do not add {adding.held === 1 ? 'it' : 'them'}
          </Button>
        </>
      }
    >
      {countFiles(adding.held)} {adding.held === 1 ? 'waits' : 'wait'} here for your answer. Nothing has been sent yet.
    </Notice>
  );
}

import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { londonDay } from '../../domain/calendar/london.ts';
import { checkFileName, offerFileName, questionFileName } from '../../domain/evidence/file-name.ts';
import type { QueuedFile } from '../../services/file-queue/file-queue.ts';
import { useSession } from '../../session/session.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';

const useStyles = makeStyles({
  offer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  words: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
});

type Props = {
  readonly entry: QueuedFile;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
};

/** Another name for a file before it is sent. The file on the person's device keeps its own. */
export function RenameDialog({ entry, onName, onClose }: Props) {
  const styles = useStyles();
  const form = useId();
  const { today } = useSession();
  const { standing, place, marks } = entry;
  const proposal = standing.is === 'asks' && standing.question.is === 'name' ? standing.question.proposal : entry.name;
  const [name, setName] = useState(proposal);
  const day = londonDay(new Date(marks.changed).toISOString());
  const offered = offerFileName(name, {
    partner: place.partnerTitle,
    prompt: place.prompt?.split('.').at(-1),
    day,
    today: today(),
  });
  const faults = checkFileName(name);
  const question = faults.length > 0 ? faults.join(' ') : questionFileName(name, today());

  const input = useRef<HTMLInputElement>(null);
  // Whoever comes here has a name to type; its ending stays as it is.
  useEffect(() => {
    const { current } = input;
    const stem = current?.value.replace(/\.[^.]{1,10}$/, '').length ?? 0;
    current?.focus();
    current?.setSelectionRange(0, stem);
  }, []);

  function send(event: FormEvent) {
    event.preventDefault();
    if (faults.length > 0) return;
    onName(name);
    onClose();
  }

  return (
    <BigDialog
      title="Send it under another name"
      detail={`On your device it is called ${marks.name}, and keeps that name.`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button appearance="primary" type="submit" form={form} disabled={faults.length > 0}>
            Use this name
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send}>
        <Field
          label="Name in the library"
          validationState={question === undefined ? 'none' : faults.length > 0 ? 'error' : 'warning'}
          validationMessage={question ?? null}
        >
          <Input input={{ ref: input }} value={name} onChange={(_, { value }) => setName(value)} />
        </Field>
      </form>
      {offered !== name && questionFileName(offered, today()) === undefined && (
        <div className={styles.offer}>
          <p className={styles.words}>By partner, title and date it would be {offered}.</p>
          <Button size="small" onClick={() => setName(offered)}>
            Take that
          </Button>
        </div>
      )}
    </BigDialog>
  );
}

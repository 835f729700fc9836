import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatShortDay } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { registerFound } from '../../services/register-file.ts';
import { toSentence } from '../../session/sentence.ts';
import { type UnregisteredFile, useUnregistered } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, margin: 0 },
  box: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalS },
  // As wide as the panel, however long the longest name is.
  field: { width: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
});

/** What an item waits for may lie in the partner's folder already, where nobody has said what it is. */
export function LooseFiles({ item }: { readonly item: Evidence }) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const loose = useUnregistered();
  const [chosen, setChosen] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const files = loose.state === 'ready' ? loose.files.filter(({ partner }) => partner === item.partner) : [];
  if (files.length === 0) return null;
  const file = files.find((each) => each.item.id === chosen);

  async function use({ item: found, partner, theme }: UnregisteredFile) {
    setBusy(true);
    setProblem(undefined);
    try {
      await registerFound(workspace, { item: found, partner, theme, fills: item.uid });
      announce(`${item.title} has its file now.`);
    } catch (error) {
      setProblem(toSentence(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={styles.box}>
      <h3 className={styles.label}>
        {files.length === 1 ? '1 file' : `${files.length} files`} in the folder, not registered
      </h3>
      {problem !== undefined && (
        <Notice kind="danger" lead="The file was not taken.">
          {problem}
        </Notice>
      )}
      <Field label="Is it one of them?" className={styles.field}>
        <Select select={{ className: styles.select }} value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value="">Choose a file</option>
          {files.map((each) => (
            <option key={each.item.id} value={each.item.id}>
              {each.item.name}, {formatShortDay(londonDay(each.item.changed.at))}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={file === undefined || isBusy} onClick={() => file !== undefined && use(file)}>
        Use this file
      </Button>
    </section>
  );
}

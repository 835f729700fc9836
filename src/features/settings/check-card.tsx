import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useEffect } from 'react';
import { findOwnOrPlannedPack } from '../../services/planned-packs.ts';
import { type Check, type Found, useCheck } from '../../session/use-check.ts';
import { Card } from '../../ui/card.tsx';
import { MakingList } from '../../ui/making-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { FindingList } from './finding-list.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalM },
  text: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: '20px' },
});

type Info = Extract<Check, { state: 'mended' }>['info'];

/** Says first what is not as it was made and what can be done about it; then, at one press, does that. */
export function CheckCard({ onRepaired }: { readonly onRepaired: (info: Info) => void }) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const findPack = useCallback(
    (id: string, version?: string) => findOwnOrPlannedPack(workspace, id, version),
    [workspace],
  );
  const { check, pauseSeconds, look, mend } = useCheck(findPack);
  const isBusy = check.state === 'looking' || check.state === 'mending';
  const inspection = check.state === 'found' || check.state === 'stopped' ? check.inspection : undefined;
  const isMendable = inspection?.findings.some((finding) => finding.answer === 'mend') === true;

  return (
    <Card title="Is it healthy?">
      <div className={styles.column}>
        <p className={styles.text}>
          Checks every list, column and folder, and says what it finds. Nothing is changed before you have read it.
        </p>
        {check.state === 'looking' && (
          <p className={styles.text} role="status">
            Looking at every list and folder.
          </p>
        )}
        {check.state === 'found' && (
          <>
            <Verdict findings={check.inspection.findings} checked={check.inspection.checked} />
            <FindingList findings={check.inspection.findings} />
          </>
        )}
        {check.state === 'mending' && check.progress !== undefined && (
          <MakingList steps={check.progress.steps} pauseSeconds={pauseSeconds} />
        )}
        {check.state === 'mended' && <Mended check={check} onRepaired={onRepaired} />}
        {check.state === 'stopped' && (
          <Notice kind="danger" lead={inspection === undefined ? 'The check stopped.' : 'Mending stopped.'}>
            {check.sentence} {inspection === undefined ? 'Nothing was changed.' : 'What has been made stays.'}
          </Notice>
        )}
        <div className={styles.actions}>
          {inspection !== undefined && isMendable && (
            <Button appearance="primary" onClick={() => mend(inspection)}>
              {check.state === 'stopped' ? 'Carry on' : 'Mend this'}
            </Button>
          )}
          <Button disabledFocusable={isBusy} onClick={look}>
            {check.state === 'looking' ? 'Checking' : check.state === 'mending' ? 'Mending' : 'Check and repair'}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Verdict({ findings, checked }: { readonly findings: readonly Found[]; readonly checked: number }) {
  const open = findings.filter((finding) => finding.answer !== 'leave').length;
  const looked = `${checked} things were checked.`;
  if (open > 0) {
    return (
      <Notice
        kind="warning"
        lead={open === 1 ? 'One thing is not as it was made.' : `${open} things are not as they were made.`}
      >
        {looked} Nothing has been changed yet.
      </Notice>
    );
  }
  return (
    <Notice kind="done" lead="Everything is there.">
      {looked}
      {findings.length > 0 && ' What people have changed themselves is listed below, and stays so.'}
    </Notice>
  );
}

type MendedProps = {
  readonly check: Extract<Check, { state: 'mended' }>;
  readonly onRepaired: (info: Info) => void;
};

function Mended({ check, onRepaired }: MendedProps) {
  const styles = useStyles();
  const { info } = check;
  // Whoever goes to another screen without pressing anything finds there what was mended.
  useEffect(() => () => onRepaired(info), [onRepaired, info]);
  const { made } = check.report;
  const left = check.inspection.findings.filter((finding) => finding.answer === 'person');
  return (
    <>
      <Notice
        kind="done"
        lead="Repaired."
        actions={
          <Button size="small" onClick={() => onRepaired(info)}>
            Use it now
          </Button>
        }
      >
        {made.length === 0 && 'Somebody else had done it already.'}
        {made.length > 0 && (
          <ul className={styles.list}>
            {made.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Notice>
      <FindingList findings={left} />
    </>
  );
}

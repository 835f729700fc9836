import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
import { useRef } from 'react';
import { type EvidenceStanding, hasOtherBytes, isOutOfSight } from '../../domain/evidence/standing.ts';
import { type Move, type MovedItem, mayMove } from '../../domain/evidence/state.ts';
import type { QueuedFile } from '../../services/file-queue/file-queue.ts';
import { useSession } from '../../session/session.ts';
import type { FileFacts } from '../../session/use-file.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { FillNews } from './fill-news.tsx';
import { findFaults } from './item-fields.ts';
import { formatSize } from './size.ts';
import type { Give } from './use-give-file.ts';
import type { Check } from './use-item-check.ts';
import type { ItemForm } from './use-item-form.ts';
import type { ItemMove } from './use-item-move.ts';
import { versionNumber } from './version-number.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, width: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (max-width: 639px)': { flexGrow: 1 } },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});

type Props = {
  readonly partnership: Partnership;
  readonly item: Evidence;
  readonly standing: EvidenceStanding;
  /** SharePoint's number of the version that lies there, where it waits for a check. */
  readonly version: string | undefined;
  readonly file: FileFacts['file'];
  readonly form: ItemForm;
  readonly moving: ItemMove;
  readonly check: Check;
  /** A file that was given to this item and is not its file yet. */
  readonly fill: QueuedFile | undefined;
  /** How it gets a file now. */
  readonly give: Give | undefined;
  /** Leads to the list of files, where questions are answered. */
  readonly onAnswer: () => void;
};

/** What can be done with the item now, by this person; while facts are being changed, saving them. */
export function ItemFoot(props: Props) {
  const { item, standing, version, file, form, moving, check, fill, give, onAnswer } = props;
  const { state, news, broughtBy } = standing;
  const styles = useStyles();
  const { me } = useSession();
  const { memberships } = useRights();
  if (form.isUnsaved) return <SaveRow form={form} />;

  const may = (move: Move) => {
    const counts = move === 'expire' || move === 'add new version' ? item.state : state;
    return mayMove(move, { ...(item as MovedItem), state: counts, broughtBy }, { id: me.id, memberships }).allowed;
  };
  const isChanged = hasOtherBytes(news);
  // What nobody can look at is neither submitted nor approved: its file comes first.
  const isLost = isOutOfSight(news);
  const hasSubject = !isLost && (item.file !== undefined || item.address !== undefined);

  function approve() {
    if (!check.isComplete) {
      moving.tell({ kind: 'warning', sentence: 'Tick the three checks first. They are what an approval says.' });
      check.section.current?.querySelector<HTMLElement>('input:not(:checked)')?.focus();
      return;
    }
    void moving.move('approve', { file }).then((isDone) => isDone && check.clear());
  }

  function giveBack() {
    if (check.reason.trim() === '') {
      moving.tell({ kind: 'warning', sentence: 'Say what would make it right, so that it can be put right.' });
      check.section.current?.querySelector('textarea')?.focus();
      return;
    }
    void moving.move('return', { reason: check.reason }).then((isDone) => isDone && check.clear());
  }

  const isReading = moving.busy === 'approve' && moving.read > 0;
  return (
    <div className={styles.foot}>
      {moving.news !== undefined && <Notice kind={moving.news.kind}>{moving.news.sentence}</Notice>}
      {fill !== undefined && <FillNews entry={fill} onAnswer={onAnswer} />}
      <div className={styles.row}>
        {state === 'submitted' && !isLost && may('approve') && (
          <Button
            appearance="primary"
            icon={<Checkmark20Regular />}
            className={styles.button}
            disabledFocusable={moving.busy !== undefined}
            onClick={approve}
          >
            {isReading
              ? `Reading, ${formatSize(moving.read)}`
              : moving.busy === 'approve'
                ? 'Approving'
                : `Approve${version === undefined ? '' : ` version ${versionNumber(version)}`}`}
          </Button>
        )}
        {may('submit') && hasSubject && (
          <Button appearance="primary" className={styles.button} onClick={() => moving.move('submit')}>
            Submit for checking
          </Button>
        )}
        {isChanged && may('add new version') && (
          <Button className={styles.button} onClick={() => moving.move('add new version')}>
            Submit the new version
          </Button>
        )}
        {give !== undefined && <GiveButton give={give} title={item.title} />}
        {may('return') && (
          <Button
            icon={<ArrowUndo20Regular />}
            className={styles.button}
            disabledFocusable={moving.busy !== undefined}
            onClick={giveBack}
          >
            Return
          </Button>
        )}
      </div>
    </div>
  );
}

function GiveButton({ give, title }: { readonly give: Give; readonly title: string }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label={`The file for ${title}`}
        className={styles.hidden}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (chosen) give.give(chosen);
        }}
      />
      <Button
        appearance={give.isFirst ? 'primary' : 'secondary'}
        className={styles.button}
        onClick={() => input.current?.click()}
      >
        {give.name}
      </Button>
    </>
  );
}

function SaveRow({ form }: { readonly form: ItemForm }) {
  const styles = useStyles();
  const faults = Object.values(findFaults(form.draft.fields, form.draft.seen));
  const { problem } = form.draft;
  return (
    <div className={styles.foot}>
      {problem?.kind === 'failed' && (
        <Notice kind="danger" lead="Not saved.">
          {problem.sentence} What you typed is still here.
        </Notice>
      )}
      {problem?.kind === 'gone' && (
        <Notice kind="danger" lead="Somebody removed this item.">
          What you typed is still here, but there is nothing to save it to.
        </Notice>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={form.isSending || faults.length > 0}
          onClick={() => form.save()}
        >
          {form.isSending ? 'Saving' : problem?.kind === 'failed' ? 'Try again' : 'Save'}
        </Button>
        {!form.isSending && (
          <Button appearance="subtle" icon={<ArrowUndo20Regular />} className={styles.button} onClick={form.giveUp}>
            Undo my changes
          </Button>
        )}
      </div>
    </div>
  );
}

import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { useState } from 'react';
import { type Asked, askedDocuments } from '../../domain/evidence/asked.ts';
import { addAsked } from '../../services/evidence-items.ts';
import { toSentence } from '../../session/sentence.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { useMyPartners } from './tool-fields.tsx';
import { allDocuments, kindsIn, usePack } from './use-kinds.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: '2px 0',
  },
  // In line with the words beside a box.
  beside: { paddingLeft: '36px' },
  there: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

type Props = { readonly partnership: Partnership; readonly onClose: () => void };

/** The pack's list of documents: which of them are not there yet, and those that are ticked as gaps at one press. */
export function AskedPanel({ partnership, onClose }: Props) {
  const { theme, partners, people, evidence } = partnership;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const mine = useMyPartners(partnership);
  const pack = usePack(theme);
  const [dueOn, setDue] = useState('');
  /** Those that the person has unticked. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<{ readonly kind: 'done' | 'danger'; readonly sentence: string } | undefined>();
  const asked =
    theme !== undefined && pack.state === 'ready'
      ? askedDocuments(theme.uid, allDocuments(pack, partners), { partners, people, held: evidence })
      : [];
  const { isCoordinator } = useRights();
  const isMine = ({ partner, isOfAll }: Asked) => (isOfAll ? isCoordinator : mine.some(({ uid }) => uid === partner));
  const missing = asked.filter((document) => !document.isThere && isMine(document));
  const chosen = missing.filter(({ uid }) => !left.has(uid));
  const ticks: Ticks = {
    may: new Set(missing.map(({ uid }) => uid)),
    left,
    isBusy,
    onTick: (uids, isTicked) =>
      setLeft((before) => new Set(isTicked ? [...before].filter((uid) => !uids.includes(uid)) : [...before, ...uids])),
  };

  const ofAll = asked.filter((document) => document.isOfAll);
  const isNothingMissing = pack.state === 'ready' && missing.length === 0 && !isBusy;

  async function add() {
    if (theme === undefined) return;
    setBusy(true);
    setNews(undefined);
    const untilReview = new Set(kindsIn(pack).flatMap((kind) => (kind.untilReview ? [kind.name] : [])));
    try {
      const count = await addAsked(workspace, {
        theme: theme.uid,
        asked: chosen,
        dueOn: dueOn || undefined,
        untilReview,
      });
      const sentence = count === 1 ? '1 document is needed now.' : `${count} documents are needed now.`;
      setNews({ kind: 'done', sentence });
      announce(sentence);
    } catch (error) {
      const sentence = `Not all were added. ${toSentence(error)} Press again: none is added twice.`;
      setNews({ kind: 'danger', sentence });
    } finally {
      setBusy(false);
    }
  }

  return (
    <SidePanel
      above={theme?.title ?? 'Evidence'}
      title="Documents usually asked for"
      onClose={onClose}
      foot={
        mine.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={isBusy || pack.state !== 'ready' || (chosen.length === 0 && !isNothingMissing)}
            onClick={isNothingMissing ? onClose : add}
          >
            {isNothingMissing
              ? 'Done'
              : isBusy
                ? 'Adding'
                : chosen.length === 1
                  ? 'Add 1 document'
                  : `Add ${chosen.length} documents`}
          </Button>
        )
      }
    >
      <span>
        What partnerships have usually been asked for. It is not the inspectorates' list: load that from the live
        guidance.
      </span>
      {news !== undefined && <Notice kind={news.kind}>{news.sentence}</Notice>}
      {pack.state === 'failed' && <Notice kind="danger">The pack could not be read. Close this and try again.</Notice>}
      {pack.state === 'none' && <Notice kind="info">The pack of this theme is not known here.</Notice>}
      {missing.length > 0 && (
        <Field label="Due" hint="For all that are added now. Each can be changed.">
          <Input type="date" value={dueOn} onChange={(_, { value }) => setDue(value)} />
        </Field>
      )}
      {partners.map((partner) => (
        <AskedList
          key={partner.uid}
          title={partner.title}
          ticks={ticks}
          asked={asked.filter((document) => document.partner === partner.uid && !document.isOfAll)}
        />
      ))}
      <AskedList
        title="The partnership as a whole"
        ticks={ticks}
        detail={`The coordinator brings these. They lie with ${partners.find(({ uid }) => uid === ofAll[0]?.partner)?.title}.`}
        asked={ofAll}
      />
    </SidePanel>
  );
}

type Ticks = {
  /** Those that this person can add. */
  readonly may: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly onTick: (uids: readonly string[], isTicked: boolean) => void;
};

type ListProps = {
  readonly title: string;
  readonly detail?: string;
  readonly asked: readonly Asked[];
  readonly ticks: Ticks;
};

function AskedList({ title, detail, asked, ticks }: ListProps) {
  const styles = useStyles();
  if (asked.length === 0) return undefined;
  const { may, left, isBusy, onTick } = ticks;
  const uids = asked.flatMap(({ uid }) => (may.has(uid) ? uid : []));
  const ticked = uids.filter((uid) => !left.has(uid)).length;
  return (
    <section>
      <h3 className={styles.label}>
        {title}, {asked.filter((document) => document.isThere).length} of {asked.length} in the list
      </h3>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      {uids.length > 1 && (
        <Checkbox
          label={`All of ${title}`}
          checked={ticked === uids.length ? true : ticked === 0 ? false : 'mixed'}
          disabled={isBusy}
          onChange={() => onTick(uids, ticked < uids.length)}
        />
      )}
      <ul className={styles.list}>
        {asked.map((document) => (
          <li key={document.uid} className={styles.line}>
            {may.has(document.uid) ? (
              <Checkbox
                label={document.title}
                checked={!left.has(document.uid)}
                disabled={isBusy}
                onChange={(_, { checked }) => onTick([document.uid], checked === true)}
              />
            ) : (
              <span className={mergeClasses(uids.length > 0 && styles.beside)}>{document.title}</span>
            )}
            <span className={styles.there}>
              {document.isThere ? (
                <>
                  <Checkmark16Regular aria-hidden="true" /> In the list
                </>
              ) : (
                'Not there'
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

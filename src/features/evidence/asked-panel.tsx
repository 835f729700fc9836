import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
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
    columnGap: tokens.spacingHorizontalM,
    padding: '2px 0',
  },
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

/** The pack's list of documents: which of them are not there yet, and all of those as gaps at one press. */
export function AskedPanel({ partnership, onClose }: Props) {
  const { theme, partners, people, evidence } = partnership;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const mine = useMyPartners(partnership);
  const pack = usePack(theme);
  const [dueOn, setDue] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<{ readonly kind: 'done' | 'danger'; readonly sentence: string } | undefined>();
  const asked =
    theme !== undefined && pack.state === 'ready'
      ? askedDocuments(theme.uid, allDocuments(pack, partners), { partners, people, held: evidence })
      : [];
  const { isCoordinator } = useRights();
  const isMine = ({ partner, isOfAll }: Asked) => (isOfAll ? isCoordinator : mine.some(({ uid }) => uid === partner));
  const missing = asked.filter((document) => !document.isThere && isMine(document));

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
        asked: missing,
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
            disabledFocusable={isBusy || pack.state !== 'ready'}
            onClick={isNothingMissing ? onClose : add}
          >
            {isNothingMissing
              ? 'Done'
              : isBusy
                ? 'Adding'
                : missing.length === 1
                  ? 'Add 1 document'
                  : `Add ${missing.length} documents`}
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
          asked={asked.filter((document) => document.partner === partner.uid && !document.isOfAll)}
        />
      ))}
      <AskedList
        title="The partnership as a whole"
        detail={`The coordinator brings these. They lie with ${partners.find(({ uid }) => uid === ofAll[0]?.partner)?.title}.`}
        asked={ofAll}
      />
    </SidePanel>
  );
}

type ListProps = { readonly title: string; readonly detail?: string; readonly asked: readonly Asked[] };

function AskedList({ title, detail, asked }: ListProps) {
  const styles = useStyles();
  if (asked.length === 0) return undefined;
  return (
    <section>
      <h3 className={styles.label}>
        {title}, {asked.filter((document) => document.isThere).length} of {asked.length} in the list
      </h3>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      <ul className={styles.list}>
        {asked.map((document) => (
          <li key={document.uid} className={styles.line}>
            <span>{document.title}</span>
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

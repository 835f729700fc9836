import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { useMemo } from 'react';
import { hasOtherBytes } from '../../domain/evidence/standing.ts';
import { useSession } from '../../session/session.ts';
import { useFile } from '../../session/use-file.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useStanding } from '../../session/use-standing.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { isRow, type Line } from './arrange.ts';
import { DropZone } from './drop-zone.tsx';
import { findFill } from './fill-news.tsx';
import { ItemBody } from './item-body.tsx';
import { settleItem } from './item-fields.ts';
import { ItemFoot } from './item-foot.tsx';
import { OtherMoves } from './other-moves.tsx';
import { useFileQueue } from './use-file-queue.ts';
import { giveDropped, type OnFill, useGiveFile } from './use-give-file.ts';
import { useItemCheck } from './use-item-check.ts';
import { useItemForm } from './use-item-form.ts';
import { useItemMove } from './use-item-move.ts';
import { useNewestVersion } from './use-newest-version.ts';
import { YourCheck } from './your-check.tsx';

// Two people seldom change one item at once: the dialog comes when it is needed.
const loadItemClash = async () => (await import('./item-clash.tsx')).ItemClash;

const useStyles = makeStyles({
  body: { flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

type Props = {
  readonly partnership: Partnership;
  readonly uid: string;
  /** The list beside it, for the way up and down. */
  readonly lines: readonly Line[];
  readonly onFill: OnFill;
  readonly onAnswer: () => void;
  readonly onClose: () => void;
};

/** One evidence item: its facts, what it supports, where it stands, and the way to the document itself. */
export function EvidencePanel(props: Props) {
  const item = props.partnership.evidence.find((entry) => entry.uid === props.uid);
  if (item === undefined) {
    return (
      <SidePanel title="This item is not here" onClose={props.onClose}>
        The link names an evidence item that the register does not hold any more. Its file, if there was one, is still
        in the library.
      </SidePanel>
    );
  }
  return <ItemPanel {...props} item={item} />;
}

function ItemPanel({ partnership, item, lines, onFill, onAnswer, onClose }: Props & { readonly item: Evidence }) {
  const styles = useStyles();
  const { open, openOutside } = useSession();
  const width = useWidth();
  const { file, folders } = useFile(item.drive === undefined ? item.file : undefined);
  const { snapshot } = useFileQueue();
  const form = useItemForm(item, partnership.people);
  const moving = useItemMove(item);
  const held = useStanding()(item);
  const newest = useNewestVersion(item, held.state === 'submitted' ? file : undefined);
  // The version itself knows who brought it; the file only who changed anything of it last.
  const standing = newest !== undefined && hasOtherBytes(held.news) ? { ...held, broughtBy: newest.by } : held;
  const check = useItemCheck(item, file);
  const fill = findFill(snapshot?.files, item.uid);
  const give = useGiveFile({ item, standing, file, isBusy: fill !== undefined, onFill });
  const partner = partnership.partners.find((entry) => entry.uid === item.partner);
  const list = useMemo(() => lines.flatMap((line) => (isRow(line) ? (line.item ?? []) : [])), [lines]);
  const clash = form.draft.problem?.kind === 'clash' ? form.draft.problem : undefined;
  const address = file?.webUrl ?? item.address?.url;

  const question = clash !== undefined && (
    <LazyPart
      load={loadItemClash}
      props={{
        draft: form.draft,
        clash,
        people: partnership.people,
        partners: partnership.partners,
        onSettle: (keepMine) => form.save(settleItem(form.draft, keepMine)),
        onLater: onClose,
      }}
      frame={SidePanel}
      onClose={onClose}
    />
  );
  // Where the panel lies over the list itself, the question takes its place: never a dialog over a dialog.
  if (question && width !== 'wide') return question;

  const at = list.findIndex((each) => each.uid === item.uid);
  const step = (by: number) => {
    const next = at < 0 ? undefined : list[at + by];
    return next === undefined ? undefined : () => open({ screen: 'evidence', item: next.uid });
  };
  const [up, down] = [step(-1), step(1)];
  const yourCheck = clash === undefined && !form.isUnsaved && (
    <YourCheck item={item} standing={standing} check={check} />
  );

  return (
    <>
      {question}
      <SidePanel
        above={`${partner?.title ?? item.partner} · Evidence`}
        title={item.title}
        onClose={onClose}
        tools={
          <>
            <Button
              appearance="subtle"
              icon={<ArrowUp20Regular />}
              aria-label="Previous item"
              disabledFocusable={up === undefined}
              onClick={up}
            />
            <Button
              appearance="subtle"
              icon={<ArrowDown20Regular />}
              aria-label="Next item"
              disabledFocusable={down === undefined}
              onClick={down}
            />
            {address !== undefined && (
              <Button
                appearance="subtle"
                icon={<Open20Regular />}
                aria-label={file === undefined ? 'Open where it is' : 'Open in the library'}
                onClick={() => openOutside(address)}
              />
            )}
          </>
        }
        foot={
          clash === undefined && (
            <ItemFoot
              partnership={partnership}
              item={item}
              standing={standing}
              version={newest?.id}
              file={file}
              form={form}
              moving={moving}
              check={check}
              fill={fill}
              give={give}
              onAnswer={onAnswer}
            />
          )
        }
      >
        <DropZone
          words={give === undefined ? 'This item gets no file now' : `${give.name}: drop it here`}
          className={styles.body}
          onFiles={(chosen) => {
            const why = giveDropped(give, chosen);
            if (why !== undefined) moving.tell({ kind: 'warning', sentence: why });
          }}
        >
          <ItemBody {...{ partnership, item, standing, file, folders, form }} list={list}>
            {yourCheck}
          </ItemBody>
          {!form.isUnsaved && <OtherMoves item={item} state={standing.state} moving={moving} />}
        </DropZone>
      </SidePanel>
    </>
  );
}

import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { FullScreenMaximize20Regular } from '@fluentui/react-icons/svg/full-screen-maximize';
import { FullScreenMinimize20Regular } from '@fluentui/react-icons/svg/full-screen-minimize';
import { type ReactNode, useId, useRef, useState } from 'react';
import { isLinkToConfirm } from '../../domain/checklist/brought.ts';
import { mayCheck } from '../../domain/roles.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { trustWords } from '../../themes/pack-prompts.ts';
import { originWords } from '../../themes/packs.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type PanelFocus, SidePanel } from '../../ui/side-panel.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { Prompt, Theme } from '../../workspace/schema/lists.ts';
import { ActionRow } from './action-row.tsx';
import { whyOnlyRead } from './answer-view.ts';
import { AskedNotice } from './asked-notice.tsx';
import { Comments } from './comments.tsx';
import { peopleOf } from './people-of.ts';
import { PromptAnswers } from './prompt-answers.tsx';
import { PromptParagraph } from './prompt-paragraph.tsx';
import { StandingWords } from './standing-words.tsx';
import { usePackPrompt } from './use-pack-prompt.ts';

const useStyles = makeStyles({
  columns: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  wide: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    alignItems: 'start',
  },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  label: { ...typographyStyles.caption1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3, flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly prompt: Prompt;
  readonly focus: PanelFocus;
  readonly onClose: () => void;
};

/** One prompt: what each partner answers, what proves it, what was promised, where it comes from, what is said. */
export function PromptPanel({ partnership, theme, prompt, focus, onClose }: Props) {
  const styles = useStyles();
  const width = useWidth();
  const { memberships, isCoordinator } = useRights();
  const [isFull, setFull] = useState(false);
  const people = peopleOf(partnership.people);
  const href = toHref({ screen: 'checklist', prompt: prompt.uid });
  const actions = partnership.actions.filter((action) => action.prompt === prompt.uid);
  const mayDo = mayCheck(memberships);
  const whyNot = whyOnlyRead(prompt);
  const box = useRef<HTMLTextAreaElement>(null);
  const inPack = usePackPrompt(theme, prompt.code);
  return (
    <SidePanel
      above={`${prompt.code} · ${prompt.group}`}
      title={prompt.title}
      focus={focus}
      onClose={onClose}
      isFull={isFull}
      tools={
        width !== 'narrow' && (
          <Button
            appearance="subtle"
            icon={isFull ? <FullScreenMinimize20Regular /> : <FullScreenMaximize20Regular />}
            aria-label={isFull ? 'Make it a side panel' : 'Make it a full page'}
            onClick={() => setFull(!isFull)}
          />
        )
      }
    >
      {whyNot !== undefined && <Notice kind="info">{whyNot}</Notice>}
      <AskedNotice
        record={prompt.uid}
        onAnswer={mayDo && whyNot === undefined ? () => box.current?.focus() : undefined}
      />
      <div className={mergeClasses(styles.columns, isFull && width !== 'narrow' && styles.wide)}>
        <PromptAnswers partnership={partnership} prompt={prompt} />
        <div className={styles.columns}>
          <Part title="Evidence">
            <PromptEvidence partnership={partnership} prompt={prompt} />
          </Part>
          <Part title="Actions">
            {actions.length === 0 ? (
              <p className={styles.none}>No partner has an action here.</p>
            ) : (
              <ul className={styles.list}>
                {actions.map((action) => (
                  <ActionRow
                    key={action.uid}
                    action={action}
                    answers={partnership.assessments}
                    partner={partnership.partners.find(({ uid }) => uid === action.partner)?.title}
                    people={people}
                    mayChange={mayDo}
                    href={href}
                  />
                ))}
              </ul>
            )}
          </Part>
          <Part title="Where it comes from">
            <p className={styles.text}>{originWords(theme)}</p>
            {prompt.basis !== undefined && <p className={styles.text}>{prompt.basis}.</p>}
            {inPack !== undefined && trustWords(inPack.trust) !== prompt.basis && (
              <p className={styles.text}>How sure we are: {trustWords(inPack.trust)}.</p>
            )}
            {prompt.source !== undefined && (
              <p className={styles.text}>
                <Link inline href={prompt.source.url} target="_blank" rel="noreferrer">
                  {prompt.source.text || prompt.source.url}
                </Link>
              </p>
            )}
          </Part>
          <PromptParagraph prompt={prompt} mayChange={isCoordinator && whyNot === undefined} />
          <Comments
            about={{ record: prompt.uid, name: prompt.code, href }}
            people={people}
            mayWrite={mayDo && whyNot === undefined}
            box={box}
          />
        </div>
      </div>
    </SidePanel>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 id={id} className={styles.label}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** What stands behind any partner's answer to this prompt. */
function PromptEvidence({ partnership, prompt }: Pick<Props, 'partnership' | 'prompt'>) {
  const styles = useStyles();
  const links = partnership.links.filter((link) => link.prompt === prompt.uid);
  const linked = new Set(links.map((link) => link.evidence));
  const toConfirm = new Set(
    links
      .filter((link) => isLinkToConfirm({ ...link, code: prompt.code }, partnership.assessments, partnership.links))
      .map((link) => link.evidence),
  );
  const items = partnership.evidence.filter(({ uid }) => linked.has(uid));
  if (items.length === 0) return <p className={styles.none}>No document is linked yet.</p>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.uid} className={styles.item}>
          <span className={styles.icon}>
            <FileIcon name={item.fileName} />
          </span>
          <span className={styles.words}>
            <Link href={toHref({ screen: 'evidence', item: item.uid })}>{item.title}</Link>
            <span className={styles.small}>
              {partnership.partners.find(({ uid }) => uid === item.partner)?.title ?? 'A partner that has left'}
              {toConfirm.has(item.uid) && ', brought forward, not confirmed'}
            </span>
          </span>
          <StandingWords item={item} />
        </li>
      ))}
    </ul>
  );
}

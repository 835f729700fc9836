import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { isLinkToConfirm } from '../../domain/checklist/brought.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { linkEvidence, linkToAction, unlinkEvidence, unlinkFromAction } from '../../services/evidence-links.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { actionEvidence } from '../../workspace/schema/actions.ts';
import { type Evidence, prompts as promptList } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  link: {
    ...typographyStyles.body1,
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  code: { ...typographyStyles.caption1, minWidth: '48px', flexShrink: 0, paddingTop: '2px' },
  words: { color: tokens.colorBrandForegroundLink, minWidth: 0, overflowWrap: 'anywhere' },
  plain: { ...typographyStyles.body1, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  add: { marginTop: tokens.spacingVerticalS },
  // As wide as the panel, however long the longest of the choices is.
  field: { marginTop: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
});

type Props = { readonly partnership: Partnership; readonly item: Evidence; readonly mayChange: boolean };

/** The prompts that an item supports, in any theme, and the actions that it shows the work of. */
export function ItemLinks({ partnership, item, mayChange }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string | undefined>();
  const allPrompts = useRows(promptList);
  const allShown = useRows(actionEvidence);
  const prompts = allPrompts.state === 'ready' ? allPrompts.rows : partnership.prompts;
  const links = partnership.links.filter((link) => link.evidence === item.uid);
  const shown = allShown.state === 'ready' ? allShown.rows.filter((link) => link.evidence === item.uid) : [];

  async function attempt(work: () => Promise<unknown>, done: string) {
    setProblem(undefined);
    try {
      await work();
      announce(done);
    } catch (error) {
      setProblem(toSentence(error));
    }
  }

  return (
    <>
      <section>
        <h3 className={styles.label}>Supports {links.length === 1 ? '1 prompt' : `${links.length} prompts`}</h3>
        {problem !== undefined && (
          <Notice kind="danger" lead="The link was not changed.">
            {problem}
          </Notice>
        )}
        {links.length === 0 && <p className={styles.none}>No prompt yet. What supports nothing is not counted.</p>}
        <ul className={styles.list}>
          {links.map((link) => {
            const prompt = prompts.find((entry) => entry.uid === link.prompt);
            const href = toHref({ screen: 'checklist', assessment: assessmentKey(link.prompt, link.partner) });
            const code = prompt?.code ?? link.prompt;
            return (
              <li key={link.uid} className={styles.line}>
                <a href={href} className={styles.link}>
                  <span className={styles.code}>{code}</span>
                  <span className={styles.words}>
                    {prompt?.title ?? 'A prompt that is not in the list any more'}
                    {prompt?.withdrawnOn !== undefined && ' (withdrawn)'}
                    {isLinkToConfirm({ ...link, code }, partnership.assessments, partnership.links) &&
                      ' (brought forward, not confirmed)'}
                  </span>
                </a>
                {mayChange && (
                  <RemoveButton
                    name={`Unlink ${code}`}
                    onPress={() => attempt(() => unlinkEvidence(workspace, link), `${code} is not linked any more.`)}
                  />
                )}
              </li>
            );
          })}
        </ul>
        {mayChange && (
          <AddLink
            label="Link a prompt"
            groups={partnership.themes.map((theme) => ({
              name: theme.title,
              options: prompts
                .filter((prompt) => prompt.theme === theme.uid && prompt.withdrawnOn === undefined)
                .filter((prompt) => !links.some((link) => link.prompt === prompt.uid))
                .toSorted((one, other) => one.position - other.position)
                .map((prompt) => ({ value: prompt.uid, words: `${prompt.code} ${prompt.title}` })),
            }))}
            onAdd={(prompt) =>
              attempt(
                () => linkEvidence(workspace, { evidence: item.uid, prompt, partner: item.partner }),
                'The prompt is linked.',
              )
            }
          />
        )}
      </section>
      {(shown.length > 0 || (mayChange && partnership.actions.length > 0 && allShown.state === 'ready')) && (
        <section>
          <h3 className={styles.label}>Shows {shown.length === 1 ? '1 action' : `${shown.length} actions`}</h3>
          <ul className={styles.list}>
            {shown.map((link) => {
              const title = partnership.actions.find((entry) => entry.uid === link.action)?.title ?? 'An action';
              return (
                <li key={link.uid} className={styles.line}>
                  <span className={styles.plain}>{title}</span>
                  {mayChange && (
                    <RemoveButton
                      name={`Unlink ${title}`}
                      onPress={() =>
                        attempt(() => unlinkFromAction(workspace, link), 'The action is not linked any more.')
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
          {mayChange && (
            <AddLink
              label="Link an action"
              groups={[
                {
                  name: 'Actions',
                  options: partnership.actions
                    .filter((action) => !shown.some((link) => link.action === action.uid))
                    .map((action) => ({ value: action.uid, words: action.title })),
                },
              ]}
              onAdd={(action) =>
                attempt(() => linkToAction(workspace, { evidence: item.uid, action }), 'The action is linked.')
              }
            />
          )}
        </section>
      )}
    </>
  );
}

type Option = { readonly value: string; readonly words: string };
type AddProps = {
  readonly label: string;
  readonly groups: readonly { readonly name: string; readonly options: readonly Option[] }[];
  readonly onAdd: (value: string) => void;
};

function AddLink({ label, groups, onAdd }: AddProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button size="small" className={styles.add} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Field label={label} className={styles.field}>
      <Select
        autoFocus
        select={{ className: styles.select }}
        value=""
        onChange={(_, { value }) => value !== '' && onAdd(value)}
      >
        <option value="">Choose</option>
        {groups.map(({ name, options }) => (
          <optgroup key={name} label={name}>
            {options.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}

function RemoveButton({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  return <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={name} onClick={onPress} />;
}

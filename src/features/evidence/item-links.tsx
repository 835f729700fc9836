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
import { PartAct, PartHead } from '../../ui/part-head.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { actionEvidence } from '../../workspace/schema/actions.ts';
import { type Evidence, type Prompt, prompts as promptList } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
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
  add: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    '& > button': { alignSelf: 'flex-start' },
  },
});

type Props = { readonly partnership: Partnership; readonly item: Evidence; readonly mayChange: boolean };

/** The prompts that an item supports, in any theme, and the actions that it shows the work of. */
export function ItemLinks({ partnership, item, mayChange }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string | undefined>();
  const [adding, setAdding] = useState<'prompt' | 'action' | undefined>();
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

  const begin = (what: 'prompt' | 'action', words: string) => (
    <PartAct isOpen={adding === what} onClick={() => setAdding(adding === what ? undefined : what)}>
      {adding === what ? 'Close the list' : words}
    </PartAct>
  );

  return (
    <>
      <section>
        <PartHead
          title={`Supports ${links.length === 1 ? '1 prompt' : `${links.length} prompts`}`}
          act={mayChange && begin('prompt', 'Link a prompt')}
        />
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
                    {otherTheme(partnership, prompt)}
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
        {mayChange && adding === 'prompt' && (
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
          <PartHead title="Actions" detail={shown.length} act={mayChange && begin('action', 'Link an action')} />
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
          {mayChange && adding === 'action' && (
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

/** `, Front door 2025`: two cycles of one theme ask the same. */
function otherTheme({ theme: shown, themes }: Partnership, prompt: Prompt | undefined): string {
  const theme = themes.find(({ uid }) => uid === prompt?.theme);
  return theme === undefined || theme.uid === shown?.uid ? '' : `, ${theme.title} ${theme.year}`;
}

type Option = { readonly value: string; readonly words: string };
type AddProps = {
  readonly label: string;
  readonly groups: readonly { readonly name: string; readonly options: readonly Option[] }[];
  readonly onAdd: (value: string) => void;
};

/** The arrows of a keyboard choose in passing: what is chosen is linked when it is said so. */
function AddLink({ label, groups, onAdd }: AddProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState('');
  return (
    <div className={styles.add}>
      <Field label={label}>
        <Select autoFocus value={chosen} onChange={(_, { value }) => setChosen(value)}>
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
      <Button
        size="small"
        disabledFocusable={chosen === ''}
        onClick={() => {
          onAdd(chosen);
          setChosen('');
        }}
      >
        Link it
      </Button>
    </div>
  );
}

function RemoveButton({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  return <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={name} onClick={onPress} />;
}

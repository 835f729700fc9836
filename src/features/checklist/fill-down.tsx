import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { type Verdict, verdictName, verdicts } from '../../domain/checklist/verdict.ts';
import { rateAssessment } from '../../services/ratings.ts';
import { type RatingStep, toStep } from '../../services/undo-rating.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { smallLabel } from './small-label.ts';
import { WordsField } from './words-field.tsx';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0 },
  boxes: {
    display: 'flex',
    flexDirection: 'column',
    '@media (max-width: 639px)': { '& > span': { minHeight: '44px', alignItems: 'center' } },
  },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
});

/** Each red asks for an action of its own, so it is given one by one. */
const filled = verdicts.filter((verdict) => verdict !== 'red');

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly cells: Cells;
  readonly partner: Partner;
  /** The picked ones, the first of which is filled from; or the one that the keyboard is in. */
  readonly prompts: readonly Prompt[];
  readonly onSaved: (step: readonly RatingStep[]) => void;
  readonly onClose: () => void;
};

/** The same verdict and reason for several prompts of one partner. It asks first, and overwrites nothing. */
export function FillDown({ partnership, theme, cells, partner, prompts, onSaved, onClose }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { toLink } = useSession();
  const announce = useAnnounce();
  const [source] = prompts;
  const from = source && cells.get(assessmentKey(source.uid, partner.uid))?.row;
  // The list is what was asked about, whatever others rate in the meantime; each save looks again.
  const [open] = useState(() => findOpen(partnership.prompts, cells, partner, source));
  // A phone cannot pick cells first: there each is ticked by hand, or all of them with one press.
  const isNarrow = useWidth() === 'narrow';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const picked = prompts.length > 1 ? prompts : isNarrow ? [] : open;
    return new Set(picked.filter((one) => open.includes(one)).map((one) => one.uid));
  });
  const [verdict, setVerdict] = useState<Verdict | undefined>(from?.verdict === 'red' ? undefined : from?.verdict);
  const [reason, setReason] = useState(from?.reason ?? '');
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly filled: number; readonly left: readonly string[] } | undefined>();
  const wanted = useMemo(() => open.filter((one) => chosen.has(one.uid)), [open, chosen]);
  const count = `${wanted.length} ${wanted.length === 1 ? 'prompt' : 'prompts'}`;

  async function fill(): Promise<void> {
    if (verdict === undefined || verdict === 'red') return;
    setSending(true);
    const steps: RatingStep[] = [];
    const left: string[] = [];
    for (const prompt of wanted) {
      const key = assessmentKey(prompt.uid, partner.uid);
      const link = toLink({ screen: 'checklist', assessment: key }, `${prompt.code}, ${partner.title}`);
      const seen = cells.get(key)?.row;
      if (seen?.verdict !== undefined) {
        left.push(`${prompt.code}: it has a verdict now.`);
        continue;
      }
      try {
        const subject = { theme, prompt, partner, link };
        const rated = await rateAssessment(workspace, { ...subject, verdict, reason, seen });
        const step = toStep(subject, seen, rated);
        if (step !== undefined) steps.push(step);
        else left.push(`${prompt.code}: somebody has changed it in the meantime.`);
      } catch (error) {
        left.push(`${prompt.code}: ${toSentence(error)}`);
      }
    }
    setSending(false);
    if (steps.length > 0) onSaved(steps);
    setOutcome({ filled: steps.length, left });
    announce(`${steps.length} filled${left.length > 0 ? `, ${left.length} not` : ''}.`);
  }

  const foot =
    outcome !== undefined ? (
      <Button appearance="primary" onClick={onClose}>
        Close
      </Button>
    ) : (
      <>
        <Button
          appearance="primary"
          disabledFocusable={isSending || verdict === undefined || wanted.length === 0}
          onClick={fill}
        >
          {isSending
            ? 'Saving'
            : wanted.length === 0
              ? 'Tick a prompt first'
              : `Give ${count} ${verdict === undefined ? 'a verdict' : verdictName(verdict).toLowerCase()}`}
        </Button>
        <Button onClick={onClose}>Change nothing</Button>
      </>
    );
  return (
    <SidePanel
      isOver
      above={`${partner.title} · ${source?.group ?? ''}`}
      title="Fill down"
      onClose={onClose}
      foot={foot}
    >
      {outcome !== undefined ? (
        <>
          <Notice kind="done">{outcome.filled} filled. Undo takes all of them back.</Notice>
          {outcome.left.length > 0 && (
            <Notice kind="warning" lead={`${outcome.left.length} not filled.`}>
              {outcome.left.join(' ')}
            </Notice>
          )}
        </>
      ) : (
        <>
          <p className={styles.text}>
            The prompts below have no verdict of {partner.title} yet. Those that you tick get the same verdict and
            reason. Nothing that is there is changed. Red is given one by one, because each red asks for an action.
          </p>
          <Field label={smallLabel('Verdict')}>
            <RadioGroup
              layout="horizontal"
              value={verdict ?? ''}
              disabled={isSending}
              onChange={(_, { value }) => setVerdict(filled.find((one) => one === value))}
            >
              {filled.map((one) => (
                <Radio key={one} value={one} label={verdictName(one)} />
              ))}
            </RadioGroup>
          </Field>
          <WordsField
            label="Reason"
            hint="It must be true for each of them. No names of children."
            rows={3}
            text={reason}
            isReadOnly={isSending}
            onChange={setReason}
          />
          {open.length === 0 ? (
            <p className={styles.none}>Every prompt of this group has a verdict already.</p>
          ) : (
            <div className={styles.boxes}>
              {open.length > 1 && (
                <Checkbox
                  label={`All ${open.length}`}
                  checked={wanted.length === open.length || (wanted.length > 0 && 'mixed')}
                  disabled={isSending}
                  onChange={(_, { checked }) => setChosen(new Set(checked === true ? open.map(({ uid }) => uid) : []))}
                />
              )}
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be laid out */}
              <div role="group" aria-label="Prompts without a verdict" className={styles.boxes}>
                {open.map((prompt) => (
                  <Checkbox
                    key={prompt.uid}
                    label={`${prompt.code} ${prompt.title}`}
                    checked={chosen.has(prompt.uid)}
                    disabled={isSending}
                    onChange={(_, { checked }) =>
                      setChosen(
                        new Set(
                          open.map((one) => one.uid).filter((uid) => (uid === prompt.uid ? checked : chosen.has(uid))),
                        ),
                      )
                    }
                  />
                ))}
              </div>
            </div>
          )}
        </>
      )}
    </SidePanel>
  );
}

/** Prompts of the same group that the partner has not rated. */
function findOpen(
  prompts: readonly Prompt[],
  cells: Cells,
  partner: Partner,
  source: Prompt | undefined,
): readonly Prompt[] {
  return prompts.filter(
    (prompt) =>
      prompt.group === source?.group && cells.get(assessmentKey(prompt.uid, partner.uid))?.facts.standing === undefined,
  );
}

import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { type Confidence, confidenceNames } from '../../domain/checklist/progress.ts';
import type { AnswerFields } from './answer.ts';
import { ReadOnly } from './read-only.tsx';
import { smallLabel } from './small-label.ts';
import { WordsField } from './words-field.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '32px' },
  label: { ...typographyStyles.caption1Strong, margin: 0, flexShrink: 0 },
  state: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: 'auto' },
  toggle: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightRegular, flexShrink: 0 },
});

const confidences = Object.keys(confidenceNames) as readonly Confidence[];

type Props = {
  readonly fields: AnswerFields;
  readonly mayChange: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (change: Partial<AnswerFields>) => void;
};

/** What is strong, what needs to improve and how sure the partner is: folded, with its state in words. */
export function MoreWords({ fields, mayChange, isReadOnly, onChange }: Props) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { strengths, improve, confidence } = fields;
  return (
    <section aria-labelledby={id} className={styles.part}>
      <div className={styles.head}>
        <h3 id={id} className={styles.label}>
          More
        </h3>
        <span className={styles.state}>{toState(fields)}</span>
        <Button
          size="small"
          appearance="transparent"
          className={styles.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Show less' : 'Show more'}
        </Button>
      </div>
      {isOpen && !mayChange && (
        <>
          <ReadOnly label="Strengths" text={strengths} />
          <ReadOnly label="What needs to improve" text={improve} />
          <ReadOnly label="Confidence" text={confidence && confidenceNames[confidence]} />
        </>
      )}
      {isOpen && mayChange && (
        <>
          <WordsField
            label="Strengths"
            rows={2}
            text={strengths}
            isReadOnly={isReadOnly}
            onChange={(text) => onChange({ strengths: text })}
          />
          <WordsField
            label="What needs to improve"
            rows={2}
            text={improve}
            isReadOnly={isReadOnly}
            onChange={(text) => onChange({ improve: text })}
          />
          <Field label={smallLabel('Confidence')} hint="How sure you are of this verdict.">
            <Select
              value={confidence ?? ''}
              disabled={isReadOnly}
              onChange={(_, { value }) => onChange({ confidence: confidences.find((one) => one === value) })}
            >
              <option value="">Not said</option>
              {confidences.map((one) => (
                <option key={one} value={one}>
                  {confidenceNames[one]}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </section>
  );
}

/** `Strengths and what needs to improve written, medium confidence`; `Nothing written yet`. */
function toState({ strengths, improve, confidence }: AnswerFields): string {
  const written = [...(strengths === '' ? [] : ['strengths']), ...(improve === '' ? [] : ['what needs to improve'])];
  const sure = confidence && `${confidenceNames[confidence].toLowerCase()} confidence`;
  const words = [...(written.length === 0 ? [] : [`${written.join(' and ')} written`]), ...(sure ? [sure] : [])].join(
    ', ',
  );
  return words === '' ? 'Nothing written yet' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { type Confidence, confidenceNames } from '../../domain/checklist/progress.ts';
import { PartAct, PartHead } from '../../ui/part-head.tsx';
import type { AnswerFields } from './answer.ts';
import { ReadOnly } from './read-only.tsx';
import { smallLabel } from './small-label.ts';
import { WordsField } from './words-field.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
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
      <PartHead
        id={id}
        title="More"
        detail={toState(fields)}
        act={
          <PartAct isOpen={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Show less' : 'Show more'}
          </PartAct>
        }
      />
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

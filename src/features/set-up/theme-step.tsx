import { makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { loadPack, offeredPacks, type PackId } from '../../themes/packs.ts';
import type { Choices } from './choices.ts';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.caption1, margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly choices: Choices;
  readonly year: number;
  readonly onChange: (choices: Choices) => void;
};

export function ThemeStep({ choices, year, onChange }: Props) {
  const styles = useStyles();
  const [facts, setFacts] = useState<
    { readonly prompts: number; readonly notVerified: readonly string[] } | undefined
  >();
  useEffect(() => {
    let isCurrent = true;
    loadPack(choices.pack as PackId).then(
      (pack) => isCurrent && setFacts({ prompts: pack.prompts.length, notVerified: pack.notVerified }),
      // Without the facts the choice still stands; making the workspace says what is wrong with the pack.
      () => isCurrent && setFacts(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [choices.pack]);
  return (
    <>
      <RadioGroup
        aria-label="Theme"
        value={choices.pack}
        onChange={(_, { value }) => onChange({ ...choices, pack: value })}
      >
        {offeredPacks.map((pack) => (
          <Radio key={pack.id} value={pack.id} label={pack.title} />
        ))}
      </RadioGroup>
      {facts !== undefined && (
        <>
          <p className={styles.text}>
            {facts.prompts} benchmark prompts for {year}. They are this product's own words, not the inspectorates', and
            you can change them.
          </p>
          {facts.notVerified.length > 0 && (
            <ul className={styles.list} aria-label="Not verified">
              {facts.notVerified.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

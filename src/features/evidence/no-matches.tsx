import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Partnership } from '../../session/use-partnership.ts';
import { StateMessage } from '../../ui/state-message.tsx';
import { type Choice, stateName } from './arrange.ts';
import type { Near } from './use-near.ts';
import { viewOf } from './views.ts';

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly choice: Choice;
  readonly partnership: Partnership;
  readonly near: Near;
  readonly shown: number;
  readonly all: number;
  readonly onClear: () => void;
};

/** Says that what is shown only comes close, or that nothing does. */
export function NoMatches({ choice, partnership, near, shown, all, onClear }: Props) {
  const styles = useStyles();
  if (shown > 0) {
    return (
      near.state === 'found' && (
        <p role="status" className={styles.words}>
          Nothing matches '{choice.find.trim()}' exactly. Close to it:
        </p>
      )
    );
  }
  if (near.state === 'looking') {
    return (
      <p role="status" className={styles.words}>
        Nothing matches '{choice.find.trim()}' exactly. Looking for what comes close.
      </p>
    );
  }
  return (
    <StateMessage
      kind="no-matches"
      title="Nothing matches these filters"
      actions={<Button onClick={onClear}>Clear the filters</Button>}
    >
      {filterWords(choice, partnership)} There are {all} items without filters.
      {near.state === 'failed' && ' What comes close could not be looked for, because a part of the page did not load.'}
    </StateMessage>
  );
}

function filterWords({ find, partner, state, view }: Choice, { partners }: Partnership): string {
  const words: string[] = [];
  if (view !== 'all') words.push(`the list is ${viewOf(view).name}`);
  if (find.trim() !== '') words.push(`the text holds "${find.trim()}"`);
  if (partner !== '') words.push(`partner is ${partners.find((entry) => entry.uid === partner)?.title ?? partner}`);
  if (state !== '') words.push(`state is ${stateName(state)}`);
  const sentence = `${words.join(', ')}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

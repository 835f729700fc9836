import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Comment20Regular } from '@fluentui/react-icons/svg/comment';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';

const useStyles = makeStyles({
  comments: {
    marginLeft: 'auto',
    // Its mark stands where the panel ends.
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = {
  /** The verdict that a press would agree; missing where there is nothing to agree now. */
  readonly agrees: Verdict | undefined;
  readonly maySave: boolean;
  readonly isSending: boolean;
  readonly isUnsaved: boolean;
  readonly mayAsk: boolean;
  readonly comments: number;
  readonly onAgree: (verdict: Verdict) => void;
  readonly onSave: () => void;
  readonly onGiveUp: () => void;
  readonly onAsk: () => void;
  readonly onComments: () => void;
};

/** The one decision that the panel is about, and the way to ask instead. */
export function AnswerFoot(props: Props) {
  const styles = useStyles();
  const { agrees, maySave, isSending, isUnsaved, mayAsk, comments } = props;
  return (
    <>
      {agrees !== undefined ? (
        <Button appearance="primary" disabledFocusable={isSending} onClick={() => props.onAgree(agrees)}>
          {isSending ? 'Saving' : `Agree ${verdictName(agrees)}`}
        </Button>
      ) : (
        maySave && (
          <Button appearance="primary" disabledFocusable={isSending} onClick={props.onSave}>
            {isSending ? 'Saving' : 'Save'}
          </Button>
        )
      )}
      {mayAsk && <Button onClick={props.onAsk}>Ask a question</Button>}
      {isUnsaved && !isSending && (
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          aria-label="Undo my changes"
          onClick={props.onGiveUp}
        />
      )}
      <Button
        appearance="subtle"
        className={styles.comments}
        icon={<Comment20Regular />}
        aria-label={comments === 1 ? 'See 1 comment' : `See ${comments} comments`}
        onClick={props.onComments}
      >
        {comments}
      </Button>
    </>
  );
}

import { Button } from '@fluentui/react-components';
import { Notice } from './notice.tsx';

type Props = {
  /** Why, where it is not a permission. */
  readonly sentence: string;
  /** The permission that is missing, by Microsoft's name. */
  readonly missing: string | undefined;
  readonly onAsk: () => void;
};

/** The people of the team cannot be read, and what to do instead. */
export function MembersUnread({ sentence, missing, onAsk }: Props) {
  return (
    <Notice
      kind="warning"
      lead="The team's members cannot be read."
      actions={
        missing !== undefined && (
          <Button size="small" onClick={onAsk}>
            Ask Microsoft again
          </Button>
        )
      }
    >
      {missing === undefined ? sentence : `An administrator has not agreed to ${missing} for JTAI Ready.`} Type the
      names by hand; everything else works.
    </Notice>
  );
}

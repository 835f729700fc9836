import { Button } from '@fluentui/react-components';
import { findPackBeforeOpening } from '../../services/planned-packs.ts';
import { useSession } from '../../session/session.ts';
import { useSetUp } from '../../session/use-set-up.ts';
import { StateMessage } from '../../ui/state-message.tsx';
import { MakingStep } from './making-step.tsx';

type Info = Awaited<ReturnType<ReturnType<typeof useSetUp>['join']>>;

type Props = { readonly info: Info; readonly onDone: (info: Info) => void };

const steps = [{ title: 'Make the workspace' }];

/** Set-up was begun, here or by somebody else, and never ended: it carries on with what was decided then. */
export function Unfinished({ info, onDone }: Props) {
  const setUp = useSetUp();
  const { graph } = useSession();
  const carryOn = () => setUp.repair(info, findPackBeforeOpening(graph, info));
  if (setUp.run.state !== 'idle') {
    return <MakingStep steps={steps} setUp={setUp} onAgain={carryOn} onBack={carryOn} onDone={onDone} />;
  }
  return (
    <StateMessage
      kind="empty"
      title={`Set-up of ${info.title} is not finished`}
      actions={
        <Button appearance="primary" onClick={carryOn}>
          Carry on
        </Button>
      }
    >
      Somebody began it, perhaps is still at it. Carrying on makes what is missing and nothing twice.
    </StateMessage>
  );
}

import { Button } from '@fluentui/react-components';
import type { useSetUp } from '../../session/use-set-up.ts';
import { MakingList } from '../../ui/making-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Step } from '../../ui/step-list.tsx';
import { FlowLayout } from './flow-layout.tsx';

type SetUp = ReturnType<typeof useSetUp>;
type Info = Extract<SetUp['run'], { state: 'complete' }>['info'];

type Props = {
  readonly steps: readonly Step[];
  readonly setUp: SetUp;
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly onDone: (info: Info) => void;
};

/** Makes the workspace and shows each thing as it is made. Whatever stops it, running it again goes on from there. */
export function MakingStep({ steps, setUp: { run, pauseSeconds }, onAgain, onBack, onDone }: Props) {
  if (run.state === 'complete') {
    return (
      <FlowLayout
        steps={steps}
        now={steps.length}
        title="Your workspace is ready"
        lead={`${run.info.title} can start. Leads and deputies see it when they open this tab.`}
        foot={
          <>
            <span />
            <Button appearance="primary" onClick={() => onDone(run.info)}>
              Go to Home
            </Button>
          </>
        }
      >
        <MakingList steps={run.report.steps} />
      </FlowLayout>
    );
  }
  const made = run.state === 'running' ? run.progress?.steps : run.state === 'stopped' ? run.report?.steps : undefined;
  return (
    <FlowLayout
      steps={steps}
      now={5}
      title={run.state === 'stopped' ? 'Set-up stopped' : 'Making the workspace'}
      lead={
        run.state === 'stopped'
          ? 'What has been made stays, and is not made twice.'
          : "We are making lists and folders in the channel's own SharePoint site. If you close this page, it carries on from where it stopped when you come back."
      }
      foot={
        run.state === 'stopped' ? (
          <>
            <Button onClick={onBack}>Back</Button>
            <Button appearance="primary" onClick={onAgain}>
              Carry on
            </Button>
          </>
        ) : (
          <span>This takes about a minute.</span>
        )
      }
    >
      {run.state === 'stopped' && (
        <Notice kind="danger" lead="Set-up stopped before it was done.">
          {run.sentence}
        </Notice>
      )}
      {made !== undefined && <MakingList steps={made} pauseSeconds={pauseSeconds} />}
    </FlowLayout>
  );
}

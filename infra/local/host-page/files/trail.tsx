import { Breadcrumb, BreadcrumbButton, BreadcrumbDivider, BreadcrumbItem } from '@fluentui/react-components';
import { Fragment } from 'react';

export type TrailStep = { readonly name: string; readonly drive: string; readonly item: string };

type TrailProps = {
  readonly start: string;
  readonly steps: readonly TrailStep[];
  /** How many steps are left: 0 is the channel's own folder. */
  readonly onStep: (depth: number) => void;
};

export function Trail({ start, steps, onStep }: TrailProps) {
  return (
    <Breadcrumb aria-label="Folder">
      <BreadcrumbItem>
        <BreadcrumbButton current={steps.length === 0} onClick={() => onStep(0)}>
          {start}
        </BreadcrumbButton>
      </BreadcrumbItem>
      {steps.map((step, at) => (
        <Fragment key={step.item}>
          <BreadcrumbDivider />
          <BreadcrumbItem>
            <BreadcrumbButton current={at === steps.length - 1} onClick={() => onStep(at + 1)}>
              {step.name}
            </BreadcrumbButton>
          </BreadcrumbItem>
        </Fragment>
      ))}
    </Breadcrumb>
  );
}

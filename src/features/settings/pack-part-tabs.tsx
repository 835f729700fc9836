import { Field, Select, Tab, TabList } from '@fluentui/react-components';
import type { Ref } from 'react';
import { useWidth } from '../../ui/use-width.ts';
import { type PackPart, packPartNames } from './pack-faults.ts';

type Props = {
  readonly part: PackPart;
  readonly onPart: (part: PackPart) => void;
  readonly ref: Ref<HTMLDivElement>;
};

const parts = Object.entries(packPartNames) as readonly (readonly [PackPart, string])[];

/** The parts of a pack: tabs, and on a phone, where seven of them would fill three rows, the platform's own list. */
export function PackPartTabs({ part, onPart, ref }: Props) {
  const isPhone = useWidth() === 'narrow';
  return (
    <div ref={ref}>
      {isPhone ? (
        <Field label="Part of the pack">
          <Select data-part={part} value={part} onChange={(_, { value }) => onPart(value as PackPart)}>
            {parts.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <TabList
          aria-label="Parts of the pack"
          selectedValue={part}
          style={{ flexWrap: 'wrap' }}
          onTabSelect={(_, { value }) => onPart(value as PackPart)}
        >
          {parts.map(([value, name]) => (
            <Tab key={value} value={value} data-part={value}>
              {name}
            </Tab>
          ))}
        </TabList>
      )}
    </div>
  );
}

import { Button, makeStyles, Switch, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowRedo20Regular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Keyboard16Regular } from '@fluentui/react-icons/svg/keyboard';
import { PopoverChip } from '../../ui/popover-chip.tsx';
import type { Partner } from '../../workspace/schema/lists.ts';
import { ConfirmTool } from './confirm-tool.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Legend } from './legend.tsx';
import type { Density } from './use-grid-window.ts';
import type { Steps } from './use-steps.ts';

const TOOLS_ID = 'checklist-tools';
export const KEYS_ID = 'checklist-keys';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
  },
  words: { position: 'relative', flexGrow: 1, minWidth: 0 },
  // In the place of the legend, so that nothing above moves; a long one grows upwards.
  news: {
    ...typographyStyles.caption1,
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: 0,
    zIndex: 4,
    minHeight: '100%',
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  tools: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, flexShrink: 0 },
  list: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', minWidth: '160px' },
  tool: { justifyContent: 'flex-start' },
});

type Props = {
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  readonly steps: Steps;
  readonly onFillDown: () => void;
  /** Whether any answer that is shown waits to be confirmed. */
  readonly hasBrought: boolean;
  /** Partners whose brought-forward answers one may confirm. */
  readonly toConfirm: readonly Partner[];
  readonly onConfirm: (partner: Partner) => void;
};

/** What the marks mean, and with the mouse what the keys do. */
export function GridFoot({ density, onDensity, steps, onFillDown, hasBrought, toConfirm, onConfirm }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.foot}>
      <div className={styles.words}>
        <Legend hasBrought={hasBrought} />
        {steps.news !== undefined && <p className={styles.news}>{steps.news}</p>}
      </div>
      <div className={styles.tools}>
        <PopoverChip id={TOOLS_ID} label="Tools">
          <div className={styles.list}>
            <Button
              appearance="subtle"
              icon={<ArrowUndo20Regular />}
              className={styles.tool}
              disabledFocusable={!steps.canUndo}
              onClick={steps.undo}
            >
              Undo
            </Button>
            <Button
              appearance="subtle"
              icon={<ArrowRedo20Regular />}
              className={styles.tool}
              disabledFocusable={!steps.canRedo}
              onClick={steps.redo}
            >
              Redo
            </Button>
            <Button
              appearance="subtle"
              icon={<ArrowDown20Regular />}
              className={styles.tool}
              onClick={() => {
                document.getElementById(TOOLS_ID)?.hidePopover();
                onFillDown();
              }}
            >
              Fill down
            </Button>
            <ConfirmTool
              partners={toConfirm}
              onChoose={(partner) => {
                document.getElementById(TOOLS_ID)?.hidePopover();
                onConfirm(partner);
              }}
            />
            <Switch
              label="Low rows"
              checked={density === 'compact'}
              onChange={(_, { checked }) => onDensity(checked ? 'compact' : 'regular')}
            />
          </div>
        </PopoverChip>
        <PopoverChip id={KEYS_ID} label="Keyboard" icon={<Keyboard16Regular aria-hidden="true" />}>
          <KeysHelp onClose={() => document.getElementById(KEYS_ID)?.hidePopover()} />
        </PopoverChip>
      </div>
    </div>
  );
}

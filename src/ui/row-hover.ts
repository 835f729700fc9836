import { tokens } from '@fluentui/react-components';

/**
 * What a row, a cell or a chip looks like under the pointer. High contrast turns Fluent's own hover colour into a full
 * highlight, on which marks and small print would vanish: there an edge says it instead.
 */
export const rowHover = {
  backgroundColor: tokens.colorNeutralBackground3,
  boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStrokeInteractive}`,
} as const;

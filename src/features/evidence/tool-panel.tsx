import type { Partnership } from '../../session/use-partnership.ts';
import { AskedPanel } from './asked-panel.tsx';
import { GapPanel } from './gap-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { RegisterPanel } from './register-panel.tsx';
import type { Tool } from './tool.ts';

type Props = { readonly partnership: Partnership; readonly tool: Tool; readonly onClose: () => void };

/** The panel of one of the ways in which an item comes into the register. */
export function ToolPanel({ partnership, tool, onClose }: Props) {
  switch (tool.kind) {
    case 'gap':
      return <GapPanel partnership={partnership} onClose={onClose} />;
    case 'asked':
      return <AskedPanel partnership={partnership} onClose={onClose} />;
    case 'link':
      return <LinkPanel partnership={partnership} onClose={onClose} />;
    case 'register':
      return (
        <RegisterPanel
          key={tool.file.item.id}
          partnership={partnership}
          file={tool.file.item}
          partner={tool.file.partner}
          theme={tool.file.theme}
          onClose={onClose}
        />
      );
  }
}

import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';

type Props = { readonly onClose: () => void; readonly children: ReactNode };

/** The editor comes in a part of its own; offline it may not come. What is typed is kept either way. */
export class PackPartFailed extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Notice
        kind="danger"
        lead="The pack could not be opened."
        actions={<Button onClick={() => location.reload()}>Reload</Button>}
      >
        This part of the product did not arrive. Nothing was lost. Reload when you are online.
      </Notice>
    );
  }
}

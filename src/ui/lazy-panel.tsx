import { Button } from '@fluentui/react-components';
import { Component, type ReactNode, Suspense } from 'react';
import { Notice } from './notice.tsx';
import { SidePanel } from './side-panel.tsx';

type Props = { readonly onClose: () => void; readonly children: ReactNode };

/** A panel that is fetched when it is opened. If it cannot be, it says so and can be closed; the screen goes on. */
export class LazyPanel extends Component<Props, { readonly isLost: boolean }> {
  override state = { isLost: false };

  static getDerivedStateFromError() {
    return { isLost: true };
  }

  override render() {
    if (!this.state.isLost) return <Suspense fallback={null}>{this.props.children}</Suspense>;
    return (
      <SidePanel title="This part could not be opened" onClose={this.props.onClose}>
        <Notice
          kind="danger"
          lead="It could not be fetched."
          actions={
            <Button size="small" onClick={() => location.reload()}>
              Load the page again
            </Button>
          }
        >
          Check your connection. What you typed is kept.
        </Notice>
      </SidePanel>
    );
  }
}

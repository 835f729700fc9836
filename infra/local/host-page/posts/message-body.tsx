import { Link, tokens } from '@fluentui/react-components';
import { createElement, Fragment, type ReactNode } from 'react';

const KEPT = new Set(['P', 'DIV', 'BR', 'STRONG', 'B', 'EM', 'I', 'UL', 'OL', 'LI', 'SPAN', 'BLOCKQUOTE']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT']);

/**
 * A message's HTML, drawn again from a short list of elements, without attributes: what people type never reaches the
 * page as markup. `drawAttachment` puts a card where the message has one.
 */
export function MessageBody({
  html,
  drawAttachment,
}: {
  readonly html: string;
  readonly drawAttachment: (id: string) => ReactNode;
}) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return <>{drawAll(body, drawAttachment)}</>;
}

function drawAll(parent: Node, drawAttachment: (id: string) => ReactNode): ReactNode[] {
  return [...parent.childNodes].map((node, at) => <Fragment key={String(at)}>{draw(node, drawAttachment)}</Fragment>);
}

function draw(node: Node, drawAttachment: (id: string) => ReactNode): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  if (node.tagName === 'ATTACHMENT') return drawAttachment(node.getAttribute('id') ?? '');
  if (DROPPED.has(node.tagName)) return null;
  const children = drawAll(node, drawAttachment);
  if (node.tagName === 'AT') {
    return (
      <span style={{ color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold }}>{children}</span>
    );
  }
  const address = node.getAttribute('href') ?? '';
  if (node.tagName === 'A' && /^https?:\/\//.test(address)) {
    return (
      <Link href={address} target="_blank" rel="noopener noreferrer" inline>
        {children}
      </Link>
    );
  }
  if (node.tagName === 'BR') return <br />;
  return KEPT.has(node.tagName) ? createElement(node.tagName.toLowerCase(), null, children) : children;
}

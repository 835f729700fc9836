import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardMarkdownToHtml } from '../../../../infra/local/host-page/posts/escape-html.ts';

describe('the text of a card', () => {
  it('keeps bold, italic and links', () => {
    expect(cardMarkdownToHtml('**Late**: _two_ of [these](https://x.example/a)')).toBe(
      '<strong>Late</strong>: <em>two</em> of <a href="https://x.example/a" target="_blank" rel="noopener noreferrer">these</a>',
    );
  });

  it('shows markup as it was typed', () => {
    expect(cardMarkdownToHtml('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
    expect(cardMarkdownToHtml('[x](javascript:alert(1))')).not.toContain('<a');
  });

  it('leaves file names with underscores alone', () => {
    expect(cardMarkdownToHtml('audit_final_2.docx')).toBe('audit_final_2.docx');
  });

  it('never makes an element that it does not know, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', '*', '_', '[', ']', '(', ')', 'a', ':', '/', ' ') }),
        (text) => {
          const left = cardMarkdownToHtml(text).replace(
            /<\/?(?:strong|em|br)>|<a href="https?:[^"<>]*" target="_blank" rel="noopener noreferrer">|<\/a>/g,
            '',
          );
          expect(left).not.toMatch(/[<>]/);
        },
      ),
    );
  });
});

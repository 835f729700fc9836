import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { VerdictMark } from '../../src/ui/verdict-mark.tsx';

describe('the mark of a verdict', () => {
  it('says it by shape and letter as well as by colour', () => {
    const red = renderToStaticMarkup(<VerdictMark verdict="red" />);
    const amber = renderToStaticMarkup(<VerdictMark verdict="amber" />);
    const green = renderToStaticMarkup(<VerdictMark verdict="green" />);
    expect(red).toContain('>R<');
    expect(amber).toContain('>A<');
    expect(green).toContain('>G<');
    expect(green).toContain('<circle');
    expect(red).not.toContain('<circle');
  });

  it('is a ring of dots while nobody has rated, and a dash for not applicable', () => {
    expect(renderToStaticMarkup(<VerdictMark verdict={undefined} />)).toContain('stroke-dasharray');
    expect(renderToStaticMarkup(<VerdictMark verdict="not-applicable" />)).not.toContain('<text');
  });

  it('looks different when a second person has agreed it', () => {
    expect(renderToStaticMarkup(<VerdictMark verdict="red" agreed />)).not.toBe(
      renderToStaticMarkup(<VerdictMark verdict="red" />),
    );
  });
});

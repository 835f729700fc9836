import { describe, expect, it } from 'vitest';
import { formatInstant, formatShortInstant, formatTime, londonDay } from '../../../src/domain/calendar/london.ts';

describe('a moment in England', () => {
  it('is in winter time on Greenwich', () => {
    expect(londonDay('2026-11-30T23:59:00Z')).toBe('2026-11-30');
    expect(formatTime('2026-11-30T09:20:00Z')).toBe('9.20 am');
  });

  it('is an hour on in summer, so late evening may be another day', () => {
    expect(londonDay('2026-06-30T22:59:59Z')).toBe('2026-06-30');
    expect(londonDay('2026-06-30T23:00:00Z')).toBe('2026-07-01');
    expect(formatTime('2026-06-30T15:05:00Z')).toBe('4.05 pm');
  });

  it('changes its clocks in March and October', () => {
    expect(formatTime('2026-03-29T00:59:00Z')).toBe('12.59 am');
    expect(formatTime('2026-03-29T01:00:00Z')).toBe('2.00 am');
    expect(formatTime('2026-10-25T00:30:00Z')).toBe('1.30 am');
    expect(formatTime('2026-10-25T01:30:00Z')).toBe('1.30 am');
  });

  it('has words for noon and midnight', () => {
    expect(formatTime('2026-11-30T12:00:00Z')).toBe('12 noon');
    expect(formatTime('2026-11-30T00:00:00Z')).toBe('12 midnight');
    expect(formatTime('2026-11-30T12:01:00Z')).toBe('12.01 pm');
    expect(formatTime('2026-11-30T00:01:00Z')).toBe('12.01 am');
    expect(formatTime('2026-11-30T13:00:00Z')).toBe('1.00 pm');
  });

  it('minds the zone that a moment was written in', () => {
    expect(londonDay('2026-12-01T01:00:00+05:00')).toBe('2026-11-30');
  });

  it('reads with its day', () => {
    expect(formatInstant('2026-11-30T09:20:00Z')).toBe('Mon 30 Nov 2026, 9.20 am');
    expect(formatShortInstant('2026-12-04T16:26:00Z')).toBe('Fri 4 Dec, 4.26 pm');
  });
});

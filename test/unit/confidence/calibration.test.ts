import { describe, expect, test } from '@jest/globals';
import { calibrated, calibrationLines } from '../../../src/confidence/calibration.ts';
import { confidenceOpening, confidenceWords } from '../../../src/confidence/words.ts';

describe('calibration', () => {
  test('of ten weeks said to pass quietly with 85 %, eight did: so it is told, with how sure that is', () => {
    const weeks = Array.from({ length: 10 }, (_, index) => ({ said: 0.85, isQuiet: index < 8 }));
    const [row, ...others] = calibrated(weeks);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ from: 0.8, until: 0.9, weeks: 10, quiet: 8 });
    expect(row?.said).toBeCloseTo(0.85, 10);
    expect(calibrationLines(calibrated(weeks))[1]).toBe(
      '80 % to 90 %           10      85 %              80 %  (54 % to 93 %)',
    );
  });

  test('without a week that has passed it says so', () => {
    expect(calibrationLines([])).toEqual(['No week has passed yet since a window closed.']);
  });
});

describe('a confidence in words', () => {
  test.each([
    [0.04, 'uneasy (4 %)'],
    [0.349, 'uneasy (34 %)'],
    [0.35, 'guarded (35 %)'],
    [0.599, 'guarded (59 %)'],
    [0.6, 'calm (60 %)'],
    [0.849, 'calm (84 %)'],
    [0.85, 'steady (85 %)'],
    [1, 'steady (100 %)'],
  ])('%f reads "%s"', (confidence, words) => {
    expect(confidenceWords(confidence)).toBe(words);
    expect(confidenceOpening(confidence).toLowerCase()).toBe(words);
  });
});

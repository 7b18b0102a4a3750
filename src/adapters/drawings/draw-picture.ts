import { createRequire } from 'node:module';
import type { Picture } from '../../delivery/picture.ts';
import { pictureSvg } from './picture-svg.ts';

/** The widest and highest picture that both platforms show: Teams takes no more than 1,024 pixels either way. */
const mostPixels = 1024;

/** What the font that comes with Handrail can write: Latin, Greek and Cyrillic letters and the signs of the charts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a range from the very first character on
const ownLetters = /^[\u0000-\u052f\u1e00-\u20bf\u2190-\u21ff\u25a0-\u25ff]*$/;

const { resolve } = createRequire(import.meta.url);
const fontFiles = () => [
  resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
];

/**
 * A picture as PNG, at most 1,024 pixels wide and high, drawn beside everything else. Letters that our own font has not
 * (Chinese, Arabic) are looked for in the machine's fonts, and left out where it has none.
 */
export async function drawPicture(picture: Picture): Promise<Buffer> {
  const { svg, width, height } = pictureSvg(picture);
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: Math.min(mostPixels / width, mostPixels / height) },
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: !ownLetters.test(svg),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
    logLevel: 'off',
  });
  return image.asPng();
}

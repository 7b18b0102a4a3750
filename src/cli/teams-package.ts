import { readFileSync } from 'node:fs';
import { type Zippable, zipSync } from 'fflate';

/** What one installation of the app needs to say about itself. */
export interface TeamsApp {
  /** The app's id in Entra, which is its bot's as well. */
  readonly appId: string;
  /** Where this Handrail is reached: "https://handrail.vendor.example". */
  readonly url: string;
  /** Teams takes an update only with a higher one: "1.0.1". */
  readonly version: string;
}

interface Manifest {
  readonly version: string;
  readonly id: string;
  readonly bots: readonly object[];
  readonly composeExtensions: readonly object[];
  readonly developer: object;
  readonly webApplicationInfo: object;
}

const folder = new URL('../../manifests/teams/', import.meta.url);

/** The manifest of `manifests/teams`, filled in. */
export function teamsManifest({ appId, url, version }: TeamsApp): Manifest {
  const blank = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  const { developer, bots, composeExtensions, webApplicationInfo } = blank;
  return {
    ...blank,
    version,
    id: appId,
    developer: { ...developer, websiteUrl: url, privacyUrl: url, termsOfUseUrl: url },
    bots: bots.map(bot => ({ ...bot, botId: appId })),
    composeExtensions: composeExtensions.map(extension => ({ ...extension, botId: appId })),
    webApplicationInfo: { ...webApplicationInfo, id: appId },
  };
}

/** The package Teams takes: manifest and icons, the same bytes for the same app. */
export function teamsPackage(app: TeamsApp): Uint8Array {
  const files: Zippable = {
    'manifest.json': new TextEncoder().encode(`${JSON.stringify(teamsManifest(app), null, 2)}\n`),
    'color.png': readFileSync(new URL('color.png', folder)),
    'outline.png': readFileSync(new URL('outline.png', folder)),
  };
  return zipSync(files, { level: 9, mtime: '2026-01-01T00:00:00Z' });
}

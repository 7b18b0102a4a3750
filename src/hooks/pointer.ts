/** What a JSON Pointer (RFC 6901) must look like: empty for the whole, else names with a slash before each. */
export const pointerPattern = /^(?:\/(?:[^~/{}|]|~[01])*){1,20}$/;

/** The value at an address like "/alerts/0/labels/team"; undefined where there is none. Own properties alone count. */
export function valueAt(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  const names = pointer
    .slice(1)
    .split('/')
    .map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined,
    document,
  );
}

/** A value as a person reads it in a sentence: text, number, yes or no; empty for everything else. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** What somebody could write to make a card say or do something: markdown, HTML, mentions, templates, macros. */
const seeds: readonly string[] = [
  '**now bold**',
  '__also bold__',
  '*slanted*',
  '_slanted_',
  '***both***',
  '~~gone~~',
  '`code`',
  '```\nfence\n```',
  '[Reset your password](https://evil.example/login)',
  '[https://bank.example](https://evil.example)',
  '[a][b]\n[b]: https://evil.example',
  '![picture](https://evil.example/pixel.png)',
  '[![x](https://evil.example/a.png)](https://evil.example)',
  '<https://evil.example>',
  '[tel](tel:+15550100)',
  '[run](javascript:alert(1))',
  '[nested [brackets]](https://evil.example)',
  '\\[not escaped\\](https://evil.example) [yes](https://evil.example)',
  '- one\n- two',
  '* one\n* two',
  '+ one\n+ two',
  '1. first\n2. second',
  '1) first\n2) second',
  '# Heading',
  '### Heading ###',
  'Heading\n=======',
  '> quoted',
  '---',
  '***',
  '| a | b |\n|---|---|\n| c | d |',
  '<b>bold</b>',
  '<a href="https://evil.example">here</a>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- hidden -->',
  '<?php echo 1 ?>',
  '&lt;b&gt;bold&lt;/b&gt;',
  '&#60;b&#62; &amp;amp;',
  '<at>Everybody</at>',
  '<at id="29:evil">Nora Whitfield</at>',
  '{{DATE(2026-03-06T18:00:00Z, SHORT)}}',
  '{{TIME(2026-03-06T18:00:00Z)}}',
  '{{ DATE(2026-03-06T18:00:00Z) }}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template engine would fill in.
  '${user.name}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the same.
  '${if(true, "yes", "no")}',
  '{name}',
  '$\u007B{nested}}',
  '{{{triple}}}',
  '\u202Eelpmaxe.live//:sptth\u202C',
  '\u2066hidden\u2069 order',
];

/** Where in a text it may stand. */
const settings: readonly ((words: string) => string)[] = [
  words => words,
  words => `The totals are short.\n${words}`,
  words => `see ${words} and call me`,
  words => `${words}${words}`,
];

/** Two hundred of them. */
export const hostileWords: readonly string[] = seeds.flatMap(seed =>
  settings.map(setting => setting(seed)),
);

import { describe, expect, test } from '@jest/globals';
import { readRequest } from '../../../src/conversation/words/request.ts';

describe('thanks, however many, ask for no fewer check-ins', () => {
  test.each([
    'All good, thank you so much for asking!',
    'thanks so much for checking in',
    'thank you all so much for asking',
    "you're asking so nicely",
    'thank you for asking so often',
    "it's great that you ask so often",
    'I like that you check in so often',
    'good, thanks so much for the weekly message',
    'Danke, dass ihr so oft nachfragt',
    'schön, dass Sie so oft fragen',
    'tout va bien, merci de demander si souvent',
    'gracias por preguntar tanto',
    'tudo bem, muito obrigada por perguntar tanto',
  ])('%s', text => expect(readRequest(text)).toBeNull());
});

describe('a wish for fewer check-ins is one, however kindly it is put', () => {
  test.each([
    'you ask so much',
    'stop asking so much',
    'thanks, but you ask so much',
    'thank you so much, but please ask less often',
    'thank you. you ask too often',
    'thank you for asking, but not so often please',
    'thank you so much for the messages but they are too many',
    'stop asking so often, thank you so much for everything',
    'thanks so much! weekly would do',
    'thanks, weekly please',
    'weekly is enough thanks',
    'all good. you ask so often',
    'danke, aber ihr fragt zu oft',
    'merci de demander moins souvent',
    'merci de ne pas demander si souvent',
    "merci d'arrêter de demander autant",
    'gracias pero preguntan tanto',
  ])('%s', text => expect(readRequest(text)).toEqual({ kind: 'rhythm' }));
});

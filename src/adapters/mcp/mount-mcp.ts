import express from 'express';
import { refuseMethod } from '../api/methods.ts';
import type { Mount } from '../api/mount.ts';
import { bearerOf } from '../api/token.ts';
import { createGate } from '../api/v1/identify.ts';
import type { ApiParts } from '../api/v1/mount-api.ts';

const bodyLimit = 256 * 1024;

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP, with the API's tokens. Each request stands for itself,
 * so any instance answers it.
 */
export function mountMcp({ ports, nudge, rate }: ApiParts): Mount {
  const gate = createGate(ports, rate);
  return {
    mount(app) {
      app
        .route('/mcp')
        .post(
          async (request, response, next) => {
            response.locals.bearer = await gate.admit(request, response);
            next();
          },
          express.json({ limit: bodyLimit, inflate: false }),
          async (request, response) => {
            const { bearer } = response.locals;
            const token = bearerOf(request.headers.authorization) ?? '';
            // Loaded when somebody comes: most never do.
            const { answerMcp } = await import('./answer-mcp.ts');
            await answerMcp({ ports, nudge, bearer, token }, { request, response });
          },
        )
        .all(refuseMethod('POST'));
    },
  };
}

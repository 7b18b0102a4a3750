import type { Tuning } from './model.ts';

/** Written by `npm run train`. */
export const tuning: Tuning = {
  "madeFrom": "40dc846609cce967",
  "scales": [
    0.802984,
    0.867549,
    0.779145,
    1.03557,
    1.0289,
    0.914097,
    0.834025,
    0.952673,
    1.03421,
    0.964977,
    0.854014,
    0.739922,
    0.921722,
    0.876846,
    0.902824,
    0.925594,
    0.596223,
    0.596223,
    0.634803,
    0.699307,
    0.716853
  ],
  "sharpness": 1.55,
  "urgentSharpness": 1.456,
  "urgentShift": 0.522,
  "pageAt": 0.7813,
  "offerAt": 0.2296
};

import type { Tuning } from './model.ts';

/** Written by `npm run train`. */
export const tuning: Tuning = {
  "madeFrom": "4e0b38355d27aa13",
  "scales": [
    0.82446,
    0.843626,
    0.787904,
    0.907179,
    1.07088,
    0.948789,
    1.01816,
    1.20689,
    0.966488,
    1.0318,
    0.77634,
    1.04446,
    0.885296,
    0.873549,
    0.882354,
    0.854001,
    0.500142,
    0.500142,
    0.663985,
    0.67839,
    0.663768
  ],
  "sharpness": 1.5,
  "urgentSharpness": 1.756,
  "urgentShift": -0.03873,
  "pageAt": 0.7857,
  "offerAt": 0.1438
};

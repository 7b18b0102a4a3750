import type { Tuning } from './model.ts';

/** Written by `npm run train`. */
export const tuning: Tuning = {
  "madeFrom": "ec8d2c95ef2e2f29",
  "scales": [
    0.795439,
    0.849738,
    0.802222,
    1.01784,
    1.01626,
    0.938025,
    0.758614,
    0.931314,
    1.01533,
    0.839743,
    0.877965,
    0.795032,
    0.913039,
    0.971139,
    0.815889,
    0.937221,
    0.637395,
    0.637395,
    0.683997,
    0.727996,
    0.753868
  ],
  "sharpness": 1.55,
  "urgentSharpness": 1.469,
  "urgentShift": 0.574,
  "pageAt": 0.7801,
  "offerAt": 0.2182
};

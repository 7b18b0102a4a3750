import { reportOf } from './carrier.ts';
import { deliveryLine } from './journal.ts';
import type { Stage } from './stage.ts';

/** Lets the carriers say what became of what they took until now, through the same door as the real ones. */
export async function hearCarriers(stage: Stage): Promise<void> {
  for (const word of stage.surface.carrier.take(stage.storyTime())) {
    stage.tell(deliveryLine(word, { cast: stage.cast, at: stage.now() }));
    await stage.world.receive(reportOf(word));
  }
}

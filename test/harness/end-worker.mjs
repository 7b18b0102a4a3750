export { endWorker as default } from './warm-environment.mjs';

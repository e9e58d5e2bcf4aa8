/** The seller's page without any of them: what all the others begin with. */
import type { Contender } from '../contender.ts';

export const alone: Contender = { name: 'the page alone', head: '', body: '', usable: null };

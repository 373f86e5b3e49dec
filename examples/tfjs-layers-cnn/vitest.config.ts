import { manabiTests } from '@manabi/vitest-config';

export default manabiTests();

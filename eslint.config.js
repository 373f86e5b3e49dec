import { manabiConfig } from '@manabi/eslint-config';

export default manabiConfig(import.meta.dirname);
